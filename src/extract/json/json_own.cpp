#include "extract/json/json_own.hpp"

#include <limits>
#include <string>
#include <string_view>
#include <utility>

#include "base/calendar.hpp"
#include "profile/phrase_book.hpp"

namespace rejoinder {

namespace {

std::optional<UnixTime> moment(json::Value value) {
    const auto range = read_iso_time(value.string(), 0);
    if (!range) return std::nullopt;
    return range->at_least;
}

std::optional<SecondsRange> seconds(json::Value value) {
    const auto ends = value.elements();
    if (ends.size() != 2 || !ends[0].integer() || !ends[1].integer()) return std::nullopt;
    return SecondsRange{*ends[0].integer(), *ends[1].integer()};
}

PrintedTime time_of(json::Value value) {
    PrintedTime time;
    time.text = value.member("printed").string();
    const auto from = moment(value.member("utc"));
    const auto before = moment(value.member("utc_before"));
    if (from && before) time.at = SecondsRange{*from, *before};
    time.age = seconds(value.member("age"));
    return time;
}

int small_number(json::Value value) {
    const std::int64_t number = value.integer().value_or(0);
    return number > 0 && number <= std::numeric_limits<int>::max() ? static_cast<int>(number) : 0;
}

Quote quote_head(json::Value value) {
    Quote quote;
    quote.author = value.member("author").string();
    quote.author_id = value.member("author_id").string();
    quote.source_key = value.member("source_key").string();
    quote.time = time_of(value.member("time"));
    const json::Value printed = value.member("end_is_printed");
    quote.end_is_printed = printed.kind() != json::Kind::boolean || printed.is_true();
    return quote;
}

/// Quotes may nest as deep as the parser lets them, so the way down is kept in a list and not in calls.
std::vector<Block> body_of(json::Value value) {
    struct Level {
        std::vector<json::Value> blocks;
        std::size_t next = 0;
        Quote quote;  // whose blocks these are; unused on the ground
    };
    std::vector<Level> levels(1);
    levels.back().blocks = value.elements();
    for (;;) {
        Level& level = levels.back();
        if (level.next == level.blocks.size()) {
            if (levels.size() == 1) return std::move(level.quote.body);
            Quote quote = std::move(level.quote);
            levels.pop_back();
            levels.back().quote.body.push_back({std::move(quote)});
            continue;
        }
        const json::Value block = level.blocks[level.next++];
        if (const json::Value quote = block.member("quote"); quote.is_object()) {
            Level inner{quote.member("body").elements(), 0, quote_head(quote)};
            levels.push_back(std::move(inner));
        } else if (const std::string_view text = block.member("text").string(); !text.empty()) {
            level.quote.body.push_back({std::string(text)});
        }
    }
}

std::optional<EditNote> edit_of(json::Value value) {
    if (!value.is_object()) return std::nullopt;
    return EditNote{std::string(value.member("text").string()), std::string(value.member("by").string()),
                    time_of(value.member("time")), std::string(value.member("reason").string())};
}

std::vector<PrintedAct> acts_of(json::Value value) {
    std::vector<PrintedAct> acts;
    for (const json::Value act : value.elements()) {
        if (const auto kind = moderation_kind_of(act.member("kind").string()))
            acts.push_back({*kind, std::string(act.member("text").string())});
    }
    return acts;
}

Post post_of(json::Value line) {
    Post post;
    const auto text = [&](std::string_view key) { return std::string(line.member(key).string()); };
    if (text("kind") == "pingback") post.kind = PostKind::pingback;
    if (text("kind") == "deleted") post.kind = PostKind::deleted;
    if (text("kind") == "event") post.kind = PostKind::event;
    post.key = text("key");
    post.parent_key = text("parent_key");
    post.author = text("author");
    post.author_id = text("author_id");
    post.author_place = text("author_place");
    post.role = text("role");
    post.time = time_of(line.member("time"));
    post.permalink = text("permalink");
    post.body = body_of(line.member("body"));
    for (const json::Value link : line.member("links").elements())
        post.links.push_back({std::string(link.member("text").string()), std::string(link.member("url").string())});
    for (const auto& [name, count] : line.member("reactions").members())
        post.reactions.push_back({std::string(name), count.integer().value_or(0)});
    for (const json::Value file : line.member("attachments").elements())
        post.attachments.push_back(
            {std::string(file.member("name").string()), std::string(file.member("url").string())});
    post.signature = text("signature");
    post.edit = edit_of(line.member("edit"));
    post.acts = acts_of(line.member("acts"));
    post.line = static_cast<std::size_t>(small_number(line.member("line")));
    post.parent_line = static_cast<std::size_t>(small_number(line.member("parent_line")));
    return post;
}

Page page_of(json::Value thread) {
    Page page;
    const auto text = [&](std::string_view key) { return std::string(thread.member(key).string()); };
    page.origin = text("origin");
    page.captured_at = moment(thread.member("captured"));
    page.profile = text("profile");
    page.engine = text("engine");
    page.forum = text("forum");
    page.title = text("title");
    page.thread_key = text("key");
    page.url = text("url");
    page.number = small_number(thread.member("page"));
    page.count = small_number(thread.member("pages"));
    page.locked = thread.member("locked").is_true();
    if (const json::Value layout = thread.member("layout"); layout.is_object()) {
        page.layout = GuessedLayout{std::string(layout.member("source").string()),
                                    layout.member("confidence").number().value_or(0)};
    }
    return page;
}

bool is_same_page(const Page& a, const Page& b) {
    return a.origin == b.origin && a.profile == b.profile && a.thread_key == b.thread_key && a.title == b.title &&
           a.number == b.number;
}

}  // namespace

bool is_own_line(json::Value line) {
    return line.member("thread").is_object() && line.member("number_on_page").kind() == json::Kind::number &&
           line.member("body").is_array();
}

void add_own_line(json::Value line, std::vector<Page>& pages, Diagnostics& diagnostics) {
    Page page = page_of(line.member("thread"));
    if (pages.empty() || line.member("number_on_page").integer() == 1 || !is_same_page(pages.back(), page))
        pages.push_back(std::move(page));
    pages.back().posts.push_back(post_of(line));
    for (const json::Value flaw : line.member("flaws").elements())
        diagnostics.push_back({pages.back().origin, std::string(flaw.string())});
}

}  // namespace rejoinder
