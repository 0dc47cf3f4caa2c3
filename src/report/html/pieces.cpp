#include "report/html/pieces.hpp"

#include <algorithm>

#include "report/names.hpp"
#include "report/text_html.hpp"
#include "report/words.hpp"

namespace rejoinder::report {
namespace {

struct Flag {
    std::string_view name;
    std::string_view words;
};

constexpr Flag flags[] = {
    {"moderation", "states a moderator’s act"},
    {"ghost", "not on the page"},
    {"residual", "quotes what is gone"},
    {"altered", "quotes with changed words"},
    {"contested", "holds the sentence most quoted"},
    {"dispute", "part of a dispute"},
    {"pile-on", "one of many that answer one person"},
    {"unanswered", "asks what was not answered"},
    {"name", "its writer’s name is in doubt"},
    {"unsure", "where its quote ends is uncertain"},
    {"doubtful", "whom it answers is doubtful"},
};

bool is_altered(const std::vector<AlteredQuote>& altered, std::uint32_t post) {
    const auto found = std::lower_bound(altered.begin(), altered.end(), post,
                                        [](const AlteredQuote& one, std::uint32_t p) { return one.post < p; });
    return found != altered.end() && found->post == post;
}

/// Writes text up to a byte, paragraph by paragraph, and keeps a mark open over the end of one.
class ParagraphWriter {
public:
    ParagraphWriter(std::string& out, std::string_view text) : out_(out), text_(text) { out_ += "<p dir=\"auto\">"; }

    void write_to(std::size_t end) {
        while (at_ < end) {
            const std::size_t line_end = std::min(text_.find('\n', at_), end);
            append_html(out_, text_.substr(at_, line_end - at_));
            at_ = line_end;
            if (at_ == end) return;
            std::size_t breaks = 0;
            for (; at_ < text_.size() && text_[at_] == '\n'; ++at_) ++breaks;
            if (at_ >= text_.size()) return;
            if (breaks == 1) {
                out_ += "<br>";
                continue;
            }
            if (mark_ != nullptr) out_ += mark_->close;
            out_ += "</p><p dir=\"auto\">";
            if (mark_ != nullptr) out_ += mark_->open;
        }
    }

    void write_mark(const Mark& mark) {
        write_to(mark.begin);
        out_ += mark.open;
        mark_ = &mark;
        write_to(mark.end);
        mark_ = nullptr;
        out_ += mark.close;
    }

private:
    std::string& out_;
    std::string_view text_;
    std::size_t at_ = 0;
    const Mark* mark_ = nullptr;
};

}  // namespace

void append_section(std::string& out, std::string_view id, std::string_view title) {
    out += "<section id=\"";
    out += id;
    out += "\" aria-labelledby=\"h-";
    out += id;
    out += "\">\n<h2 id=\"h-";
    out += id;
    out += "\">";
    out += title;
    out += "</h2>\n";
}

void append_inferred(std::string& out) {
    out += "<i class=\"inferred\">inferred</i>";
}

void append_person_link(std::string& out, const HtmlReport& report, std::uint32_t index) {
    const Person& person = report.analysis.measures.people[index];
    out += "<a class=\"who\" href=\"#u";
    append_integer(out, index + 1);
    out += "\"><bdi>";
    append_html_line(out, person.name);
    out += "</bdi></a>";
}

void append_html_writer(std::string& out, const HtmlReport& report, Ref ref) {
    const bool ghost = ref.kind == Ref::Kind::ghost;
    const std::uint32_t person = (ghost ? report.ghost_person : report.post_person)[ref.index];
    const std::string_view name = writer_name(report.analysis, ref);
    if (person != nobody) {
        append_person_link(out, report, person);
    } else if (name.empty()) {
        out += "<span class=\"who unnamed\">unnamed</span>";
    } else {
        out += "<span class=\"who\"><bdi>";
        append_html_line(out, name);
        out += "</bdi></span>";
    }
    if (ghost || report.analysis.resolution.posts[ref.index].author.source != NameSource::inferred) return;
    out += ' ';
    append_inferred(out);
}

void append_web_link(std::string& out, std::string_view address, std::string_view words) {
    const bool web = address.starts_with("https://") || address.starts_with("http://");
    if (web) {
        out += "<a rel=\"noreferrer noopener nofollow\" href=\"";
        append_html_line(out, address);
        out += "\">";
    }
    append_html_line(out, words.empty() ? address : words);
    if (web) out += "</a>";
}

std::vector<std::string_view> flags_of(const HtmlReport& report, Ref ref) {
    const Analysis& analysis = report.analysis;
    std::vector<std::string_view> found;
    const bool ghost = ref.kind == Ref::Kind::ghost;
    if (ghost) found.push_back("ghost");
    if (analysis.findings.contested && analysis.findings.contested->source == ref) found.push_back("contested");
    if (ghost) return found;
    if (report.tree.moderation[ref.index] != nullptr) found.push_back("moderation");
    const ResolvedPost& post = analysis.resolution.posts[ref.index];
    const auto& quotes = post.quotes;
    if (std::any_of(quotes.begin(), quotes.end(), [](const ResolvedQuote& quote) {
            return quote.source && quote.source->kind == Ref::Kind::ghost;
        })) {
        found.push_back("residual");
    }
    if (is_altered(analysis.findings.altered_quotes, ref.index)) found.push_back("altered");
    if (report.disputed[ref.index]) found.push_back("dispute");
    if (report.piled_on[ref.index]) found.push_back("pile-on");
    if (report.unanswered[ref.index]) found.push_back("unanswered");
    if (!post.author.conflicting.empty()) found.push_back("name");
    if (std::any_of(quotes.begin(), quotes.end(), [](const ResolvedQuote& quote) { return quote.boundary_ambiguous; }))
        found.push_back("unsure");
    const auto& replies = analysis.resolution.replies;
    for (std::uint32_t i = report.first_reply[ref.index]; i < report.first_reply[ref.index + 1]; ++i) {
        if (replies[i].confidence >= doubtful_below) continue;
        found.push_back("doubtful");
        break;
    }
    return found;
}

std::string_view flag_words(std::string_view flag) {
    for (const Flag& one : flags) {
        if (one.name == flag) return one.words;
    }
    return flag;
}

const std::vector<std::string_view>& all_flags() {
    static const std::vector<std::string_view> names = [] {
        std::vector<std::string_view> list;
        for (const Flag& flag : flags) list.push_back(flag.name);
        return list;
    }();
    return names;
}

void append_paragraphs_html(std::string& out, std::string_view text, const std::vector<Mark>& marks) {
    ParagraphWriter writer(out, text);
    for (const Mark& mark : marks) writer.write_mark(mark);
    writer.write_to(text.size());
    out += "</p>";
}

}  // namespace rejoinder::report
