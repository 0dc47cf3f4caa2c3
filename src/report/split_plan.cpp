#include "report/split_plan.hpp"

#include "report/json_values.hpp"
#include "report/names.hpp"
#include "report/words.hpp"

namespace rejoinder::report {
namespace {

constexpr std::size_t opening_letters = 60;
constexpr Style plain = Style::plain;

void append_post_line(std::string& out, const Analysis& analysis, std::uint32_t post) {
    out += "  ";
    append_integer(out, post + 1);
    const std::string_view name = writer_name(analysis, post_ref(post));
    if (!name.empty()) {
        out += ", by ";
        append_line(out, name, plain);
    }
    const std::string& text = analysis.resolution.posts[post].text;
    if (!text.empty()) {
        out += ": ";
        append_opening(out, text, opening_letters, plain);
    }
    out += '\n';
}

/// "Post 9, which stays, answers and quotes post 7, which moves."
void append_link(std::string& out, const BrokenLink& link) {
    out += "  Post ";
    append_integer(out, link.from + 1);
    out += link.from_moves ? ", which moves, " : ", which stays, ";
    out += link.answers && !link.quotes.empty() ? "answers and quotes " : link.answers ? "answers " : "quotes ";
    append_named_ref(out, link.to);
    if (link.to.kind == Ref::Kind::post) out += link.from_moves ? ", which stays" : ", which moves";
    if (link.to.kind == Ref::Kind::ghost) {
        out += link.from_moves ? ", which posts that stay quote too" : ", which posts that move quote too";
    }
    out += '.';
}

/// What can be done about it.
std::string_view advice(const SplitPlan& plan, const BrokenLink& link) {
    if (link.to.kind == Ref::Kind::ghost) return "Nothing can be linked: it is not on the page.";
    if (link.from == plan.post && link.from_moves)
        return link.words > 0 ? "Begin the new thread with a link to it; the quote keeps its words."
                              : "Begin the new thread with a link to it, or with its words: no quote holds them.";
    if (link.from_moves)
        return link.words > 0 ? "Leave a link to it; the quote keeps its words." : "Leave a link to it.";
    return link.words > 0 ? "Move it too if it is about the branch; else leave a link, and the quote keeps the words."
                          : "Move it too if it is about the branch; else leave a link.";
}

void append_moved(std::string& out, const Analysis& analysis, const SplitPlan& plan) {
    std::size_t words = 0;
    for (const std::uint32_t post : plan.moved) words += analysis.resolution.posts[post].words;
    append_count(out, plan.moved.size(), "post moves", "posts move");
    capitalize(out, 0);
    out += ", with ";
    append_count(out, words, "word", "words");
    out += " of ";
    append_count(out, analysis.thread.posts.size(), "post", "posts");
    out += " in all: post ";
    append_integer(out, plan.post + 1);
    out += " and what answers it, directly or through others.\n";
    for (const std::uint32_t post : plan.moved) append_post_line(out, analysis, post);
}

Json link_value(const SplitPlan& plan, const BrokenLink& link) {
    Json quotes = Json::array();
    for (const std::uint32_t quote : link.quotes) quotes.push_back(quote + 1);
    return object({{"from", link.from + 1},
                   {"to", ref_value(link.to)},
                   {"from_moves", link.from_moves},
                   {"answers", link.answers},
                   {"quotes", std::move(quotes)},
                   {"words", link.words},
                   {"advice", advice(plan, link)}});
}

}  // namespace

std::string write_split_text(const Analysis& analysis, const SplitPlan& plan) {
    std::string out;
    append_moved(out, analysis, plan);
    out += '\n';
    if (plan.broken.empty()) {
        out += "No reply and no quote would point from one thread into the other.\n";
    } else {
        const std::size_t begin = out.size();
        append_count(out, plan.broken.size(), "link would be broken:", "links would be broken:");
        capitalize(out, begin);
        out += '\n';
        for (const BrokenLink& link : plan.broken) {
            append_link(out, link);
            out += ' ';
            out += advice(plan, link);
            out += '\n';
        }
    }
    if (!plan.unlinked.empty()) {
        out +=
            "\nThese stand among the posts that move and answer nobody, as far as the pages show. Read them: they may "
            "belong to either thread.\n";
        for (const std::uint32_t post : plan.unlinked) append_post_line(out, analysis, post);
    }
    return out;
}

std::string write_split_json(const Analysis& analysis, const SplitPlan& plan) {
    Json broken = Json::array();
    for (const BrokenLink& link : plan.broken) broken.push_back(link_value(plan, link));
    return dump(object({{"title", analysis.thread.title},
                        {"post", plan.post + 1},
                        {"moved", post_numbers(plan.moved)},
                        {"broken", std::move(broken)},
                        {"unlinked", post_numbers(plan.unlinked)}}),
                2);
}

}  // namespace rejoinder::report
