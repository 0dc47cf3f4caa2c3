#include "cli/profile_check.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/unicode.hpp"
#include "cli/rule_counts.hpp"
#include "extract/charset.hpp"
#include "extract/json/json_file.hpp"
#include "profile/profile.hpp"
#include "rejoinder/extract.hpp"

namespace rejoinder::cli {
namespace {

/// What the page yields: posts, and how many of them have what.
struct Yield {
    std::size_t posts = 0, pingbacks = 0, authors = 0, times = 0, keys = 0, quotes = 0, named_quotes = 0, reactions = 0;
};

void count_quotes(const std::vector<Block>& body, Yield& yield) {
    for (const Block& block : body) {
        const Quote* quote = block.quote();
        if (quote == nullptr) continue;
        ++yield.quotes;
        yield.named_quotes += quote->author.empty() ? 0 : 1;
        count_quotes(quote->body, yield);
    }
}

Yield yield_of(const Page& page) {
    Yield yield;
    for (const Post& post : page.posts) {
        ++yield.posts;
        yield.pingbacks += post.kind == PostKind::pingback ? 1 : 0;
        yield.authors += post.author.empty() ? 0 : 1;
        yield.times += post.time.text.empty() ? 0 : 1;
        yield.keys += post.key.empty() ? 0 : 1;
        yield.reactions += post.reactions.size();
        count_quotes(post.body, yield);
    }
    return yield;
}

void append_share(std::string& out, std::string_view what, std::size_t part, std::size_t whole) {
    out += fmt::format("  {:<22}{:>5} of {}\n", what, part, whole);
}

void append_yield(std::string& out, const Page& page) {
    const Yield yield = yield_of(page);
    out += fmt::format("  {:<22}{:>5}", "posts", yield.posts);
    out += yield.pingbacks > 0 ? fmt::format(" (pingbacks: {})\n", yield.pingbacks) : "\n";
    append_share(out, "with an author", yield.authors, yield.posts);
    append_share(out, "with a time", yield.times, yield.posts);
    append_share(out, "with a key", yield.keys, yield.posts);
    out += fmt::format("  {:<22}{:>5}\n", "quotes", yield.quotes);
    append_share(out, "that name their author", yield.named_quotes, yield.quotes);
    out += fmt::format("  {:<22}{:>5}\n", "reactions", yield.reactions);
}

/// Which profile would read the page if nobody named one.
std::string detected(const Capture& capture, const ProfileSet& profiles) {
    Diagnostics ignored;
    const auto page = extract(capture, profiles, {}, ignored);
    if (page) return page->profile;
    return page.error().code == ErrorCode::bad_config ? "cannot choose" : "finds no thread";
}

/// Counts are an aid: a page that cannot be parsed has none, and `extract` has said why.
std::vector<RuleCount> counts_of(const Capture& capture, const Profile& profile, bool& html,
                                 UncoveredCount& uncovered) {
    Diagnostics ignored;
    std::string storage;
    const auto text = decode_capture(capture, storage, ignored);
    if (!text) return {};
    html = looks_like_html(capture, *text);
    if (!html) return count_text_rules(profile, *text);
    const auto document = dom::Document::parse(*text, ExtractOptions{}.nesting);
    if (!document) return {};
    uncovered = count_uncovered(profile, *document);
    return count_html_rules(profile, *document);
}

void append_uncovered(std::string& out, const UncoveredCount& count) {
    out += fmt::format("  {:<22}{:>4} %", "text in no selector", count.outside * 100 / count.all);
    out += count.sample.empty() ? "\n" : fmt::format(" of the posts' text  “{}”\n", count.sample);
}

void append_count(std::string& out, const RuleCount& count) {
    out += fmt::format("    {:<28}{:>5}", count.rule, count.matches);
    if (!count.problem.empty()) {
        out += fmt::format("  {}", count.problem);
    } else if (!count.sample.empty()) {
        out += fmt::format("  “{}”", count.sample);
    }
    out += '\n';
}

}  // namespace

PageCheck check_page(const Capture& capture, const ProfileSet& profiles, const std::string& name) {
    PageCheck check;
    ExtractOptions options;
    options.forum = name;
    Diagnostics diagnostics;
    const auto page = extract(capture, profiles, options, diagnostics);
    if (!page) check.error = page.error();
    bool html = false;
    const Profile& profile = *profiles.find(name);
    const bool json = looks_like_json(capture);
    UncoveredCount uncovered;
    const std::vector<RuleCount> counts =
        json ? std::vector<RuleCount>{} : counts_of(capture, profile, html, uncovered);
    const std::string_view form = json ? "JSON" : html ? "HTML" : "text";
    check.text = fmt::format("{}: {}, read with {}\n", capture.origin, form, name);
    check.text += fmt::format("  {:<22}  {}\n", "detection alone", detected(capture, profiles));
    if (page) {
        append_yield(check.text, *page);
        if (uncovered.all > 0) append_uncovered(check.text, uncovered);
        for (const Diagnostic& flaw : diagnostics) check.text += fmt::format("  {}: {}\n", flaw.where, flaw.message);
    } else {
        check.text += "  no posts\n";
    }
    if (json ? !profile.json : html ? !profile.html : !profile.text) {
        check.text += fmt::format("  the profile has no [{}] rules for such a page\n", json   ? "json"
                                                                                       : html ? "html"
                                                                                              : "text");
    }
    if (!counts.empty()) {
        check.text += html ? "  each selector: how often it matched, and the first that it found\n"
                           : "  each pattern: how often it matched, and the first that it found\n";
    }
    for (const RuleCount& count : counts) append_count(check.text, count);
    return check;
}

}  // namespace rejoinder::cli
