#include "report/markdown/markdown.hpp"

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
