#include "report/names.hpp"

namespace rejoinder::report {

std::string_view match_name(Match match) {
    switch (match) {
        case Match::not_found:
            return "not_found";
        case Match::whole:
            return "whole";
        case Match::excerpt:
            return "excerpt";
        case Match::elided:
            return "elided";
        case Match::altered:
            return "altered";
        case Match::unchecked:
            return "unchecked";
    }
    return "";
}

std::string_view evidence_name(EvidenceKind kind) {
    switch (kind) {
        case EvidenceKind::parent_id:
            return "parent_id";
        case EvidenceKind::quoted_post_id:
            return "quoted_post_id";
        case EvidenceKind::quoted_text:
            return "quoted_text";
        case EvidenceKind::shared_quote:
            return "shared_quote";
        case EvidenceKind::attributed_author:
            return "attributed_author";
        case EvidenceKind::linked_post:
            return "linked_post";
        case EvidenceKind::numbered_post:
            return "numbered_post";
        case EvidenceKind::mentioned_name:
            return "mentioned_name";
        case EvidenceKind::addressed_name:
            return "addressed_name";
        case EvidenceKind::short_name:
            return "short_name";
        case EvidenceKind::adjacency:
            return "adjacency";
    }
    return "";
}

std::string_view boundary_name(BoundaryEvidence boundary) {
    switch (boundary) {
        case BoundaryEvidence::printed:
            return "printed";
        case BoundaryEvidence::known_post:
            return "known_post";
        case BoundaryEvidence::shared_quote:
            return "shared_quote";
        case BoundaryEvidence::own_quoted:
            return "own_quoted";
        case BoundaryEvidence::only_text:
            return "only_text";
        case BoundaryEvidence::layout:
            return "layout";
    }
    return "";
}

std::string_view name_source_name(NameSource source) {
    switch (source) {
        case NameSource::unknown:
            return "unknown";
        case NameSource::printed:
            return "printed";
        case NameSource::inferred:
            return "inferred";
    }
    return "";
}

std::string_view post_kind_name(PostKind kind) {
    switch (kind) {
        case PostKind::pingback:
            return "pingback";
        case PostKind::deleted:
            return "deleted";
        case PostKind::event:
            return "event";
        case PostKind::post:
            break;
    }
    return "post";
}

std::string_view dispute_end_name(DisputeEnd end) {
    switch (end) {
        case DisputeEnd::moderation:
            return "moderation";
        case DisputeEnd::silence:
            return "silence";
        case DisputeEnd::thread_end:
            break;
    }
    return "thread_end";
}

void append_ref(std::string& out, Ref ref) {
    if (ref.kind == Ref::Kind::ghost) out += 'g';
    append_integer(out, ref.index + 1);
}

void append_named_ref(std::string& out, Ref ref, Style style) {
    if (style == Style::html) {
        out += "<a href=\"#";
        append_anchor(out, ref);
        out += "\">";
    }
    if (ref.kind == Ref::Kind::post) out += "post ";
    append_ref(out, ref);
    if (style == Style::html) out += "</a>";
}

void append_anchor(std::string& out, Ref ref) {
    out += ref.kind == Ref::Kind::post ? 'p' : 'g';
    append_integer(out, ref.index + 1);
}

std::string_view writer_name(const Analysis& analysis, Ref ref) {
    if (ref.kind == Ref::Kind::ghost) return analysis.resolution.ghosts[ref.index].author;
    return analysis.resolution.posts[ref.index].author.name;
}

const Role* role_of(const Analysis& analysis, std::size_t post) {
    if (post >= analysis.findings.roles.size()) return nullptr;
    const Role& role = analysis.findings.roles[post];
    return role.name.empty() ? nullptr : &role;
}

bool begins_later(const Thread& thread) {
    return !thread.missing_pages.empty() && thread.missing_pages.front() == 1;
}

}  // namespace rejoinder::report
