#include "report/markdown.hpp"

#include "report/text.hpp"
#include "report/words.hpp"

namespace rejoinder::report {
namespace {

/// " · ASEAN NOW" unless empty.
void append_fact(std::string& out, std::string_view fact) {
    if (fact.empty()) return;
    append_line(out, fact, Style::markdown);
    out += " · ";
}

void append_facts(std::string& out, const Analysis& analysis) {
    const Thread& thread = analysis.thread;
    append_fact(out, thread.forum);
    append_fact(out, thread.engine);
    append_integer(out, static_cast<std::int64_t>(thread.posts.size()));
    out += thread.posts.size() == 1 ? " post" : " posts";
    if (const std::size_t ghosts = analysis.resolution.ghosts.size(); ghosts > 0) {
        out += " · ";
        append_count(out, ghosts, "post that is quoted and not on the page",
                     "posts that are quoted and not on the page");
    }
    if (!thread.deleted.empty()) {
        out += " · ";
        append_count(out, thread.deleted.size(), "notice of a deleted post", "notices of deleted posts");
    }
    if (thread.locked) out += " · locked";
    out += " · ";
    append_count(out, analysis.measures.people.size(), "person known by name", "people known by name");
    out += "\n\n";
    if (!thread.url.empty()) {
        out += "Address: ";
        append_address(out, thread.url);
        out += "\n\n";
    }
}

std::size_t likely_length(const Analysis& analysis) {
    return 6000 + 900 * (analysis.thread.posts.size() + analysis.resolution.ghosts.size()) +
           300 * analysis.measures.people.size();
}

}  // namespace

ReplyTree reply_tree(const Analysis& analysis) {
    const std::size_t posts = analysis.thread.posts.size();
    const auto& ghosts = analysis.resolution.ghosts;
    ReplyTree tree;
    tree.parent.resize(posts);
    tree.post_children.resize(posts);
    tree.ghost_children.resize(ghosts.size());
    tree.moderation.resize(posts);
    for (const Reply& reply : analysis.resolution.replies) {
        if (!reply.primary || tree.parent[reply.from] != nullptr) continue;
        tree.parent[reply.from] = &reply;
        const bool ghost = reply.to.kind == Ref::Kind::ghost;
        (ghost ? tree.ghost_children : tree.post_children)[reply.to.index].push_back(reply.from);
    }
    for (const ModerationEvent& event : analysis.findings.moderation) {
        if (!event.event && tree.moderation[event.post] == nullptr) tree.moderation[event.post] = &event;
    }
    // Ghosts are in order of the first post that quotes them.
    std::size_t ghost = 0;
    for (std::size_t post = 0; post < posts; ++post) {
        while (ghost < ghosts.size() && !ghosts[ghost].quoted_by.empty() && ghosts[ghost].quoted_by.front() <= post) {
            tree.order.push_back(ghost_ref(ghost++));
        }
        tree.order.push_back(post_ref(post));
    }
    while (ghost < ghosts.size()) tree.order.push_back(ghost_ref(ghost++));
    return tree;
}

std::string write_markdown(const Analysis& analysis) {
    const ReplyTree tree = reply_tree(analysis);
    std::string out;
    out.reserve(likely_length(analysis));
    out += "# ";
    if (analysis.thread.title.empty()) {
        out += "A thread without a title";
    } else {
        append_line(out, analysis.thread.title, Style::markdown);
    }
    out += "\n\n";
    append_facts(out, analysis);
    append_summary(out, analysis);
    append_tree(out, analysis, tree);
    append_posts_table(out, analysis, tree);
    append_ghosts(out, analysis);
    append_people(out, analysis);
    append_timeline(out, analysis, tree);
    append_measures(out, analysis);
    append_evidence_section(out, analysis);
    append_notes(out, analysis);
    return out;
}

}  // namespace rejoinder::report
