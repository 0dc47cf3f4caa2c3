#include "extract/json/json.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/calendar.hpp"
#include "base/unicode.hpp"
#include "extract/json/json_body.hpp"
#include "extract/json/json_path.hpp"
#include "extract/time/times.hpp"

namespace rejoinder {

namespace {

constexpr std::size_t listed_at_most = 10;
constexpr std::size_t fewest_unix_digits = 9;  // fewer digits are a year, a count, or no moment at all

std::optional<std::int64_t> whole_number(std::string_view digits) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    const std::string_view rest(end, static_cast<std::size_t>(digits.data() + digits.size() - end));
    const bool fraction = rest.starts_with('.') && rest.find_first_not_of("0123456789", 1) == std::string_view::npos;
    if (error != std::errc() || (!rest.empty() && !fraction)) return std::nullopt;
    return number;
}

/// Ticks since 1970, or a time in words.
PrintedTime read_json_time(const std::string& printed, const Profile& profile) {
    const std::int64_t per_second = profile.json->ticks_per_second;
    const auto ticks = whole_number(printed);
    const std::size_t digits = std::min(printed.find('.'), printed.size());
    if (!ticks || digits < fewest_unix_digits || digits > 12 + (per_second > 1 ? 3 : 0)) {
        PrintedTime time = read_time(printed, profile);
        if (ticks) time.at.reset();
        return time;
    }
    const std::int64_t second = *ticks / per_second;
    return {iso_time(second), SecondsRange{second, second + 1}, std::nullopt};
}

bool holds_word(const std::vector<std::string>& words, const std::string& word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// A post goes once: the first rule that says so tells by whose hand.
bool takes_away(ModerationKind kind) {
    return kind == ModerationKind::removal || kind == ModerationKind::deletion;
}

/// Sets each field that is empty to what its rules yield.
struct Field {
    const JsonRules* rules;
    std::string* value;
};

template <std::size_t N>
Result<void> fill(json::Value record, const Field (&fields)[N]) {
    for (const Field& field : fields) {
        if (!field.value->empty() || field.rules->empty()) continue;
        auto value = value_of(*field.rules, record);
        if (!value) return tl::unexpected(value.error());
        *field.value = one_line(*value);
    }
    return {};
}

}  // namespace

Result<JsonReader::OpenThread*> JsonReader::thread_of(json::Value document, json::Value record) {
    const JsonShape& shape = *profile_->json;
    std::string key;
    for (const json::Value from : {document, record}) {
        if (auto filled = fill(from, {{&shape.thread_key, &key}}); !filled) return tl::unexpected(filled.error());
    }
    const auto [at, is_new] = by_key_.emplace(key, threads_.size());
    if (is_new) threads_.emplace_back().page.thread_key = std::move(key);
    OpenThread& thread = threads_[at->second];
    Page& page = thread.page;
    for (const json::Value from : {document, record}) {
        const auto filled =
            fill(from, {{&shape.title, &page.title}, {&shape.forum, &page.forum}, {&shape.url, &page.url}});
        if (!filled) return tl::unexpected(filled.error());
    }
    return &thread;
}

Result<void> JsonReader::add_body(json::Value record, Post& post) {
    const JsonShape::PostRules& rules = profile_->json->post;
    for (const JsonRule& rule : rules.body) {
        const json::Kind kind = value_at(rule.path, record).kind();
        if (kind != json::Kind::none && kind != json::Kind::null && kind != json::Kind::string) ++wrong_bodies_;
    }
    const auto words = value_of(rules.body, record);
    if (!words) return tl::unexpected(words.error());
    if (words->empty() || holds_word(rules.placeholders, *words)) return {};
    auto body = read_json_body(*words, *profile_, nesting_);
    if (!body) return tl::unexpected(body.error());
    post.body = std::move(*body);
    return {};
}

/// Edit note, acts and reactions.
Result<void> JsonReader::add_marks(json::Value record, Post& post) {
    const JsonShape& shape = *profile_->json;
    std::string edit, by, time, reason;
    const auto filled = fill(record, {{&shape.post.edit, &edit},
                                      {&shape.post.edit_by, &by},
                                      {&shape.post.edit_time, &time},
                                      {&shape.post.edit_reason, &reason}});
    if (!filled) return filled;
    if (!edit.empty()) post.edit = EditNote{edit, by, read_json_time(time, *profile_), reason};
    for (const JsonShape::Act& act : shape.acts) {
        const auto known = [&](const PrintedAct& one) {
            return one.kind == act.kind || (takes_away(one.kind) && takes_away(act.kind));
        };
        if (std::any_of(post.acts.begin(), post.acts.end(), known)) continue;
        auto text = value_of(act.rules, record);
        if (!text) return tl::unexpected(text.error());
        if (!text->empty()) post.acts.push_back({act.kind, one_line(*text)});
    }
    for (const JsonShape::Count& count : shape.reactions) {
        const auto value = value_of(count.rules, record);
        if (!value) return tl::unexpected(value.error());
        const auto number = whole_number(*value);
        if (number && *number != 0) post.reactions.push_back({count.name, *number});
    }
    return {};
}

/// Returns the post's key.
Result<std::string> JsonReader::add_post(const Record& record, OpenThread& thread) {
    const JsonShape::PostRules& rules = profile_->json->post;
    Post post;
    std::string time;
    const auto filled = fill(record.value, {{&rules.key, &post.key},
                                            {&rules.parent, &post.parent_key},
                                            {&rules.author, &post.author},
                                            {&rules.author_id, &post.author_id},
                                            {&rules.role, &post.role},
                                            {&rules.time, &time},
                                            {&rules.permalink, &post.permalink}});
    if (!filled) return tl::unexpected(filled.error());
    if (holds_word(rules.nobody, post.author)) post.author.clear();
    if (post.parent_key.empty()) post.parent_key = record.parent;
    post.time = read_json_time(time, *profile_);
    if (auto added = add_body(record.value, post); !added) return tl::unexpected(added.error());
    if (auto added = add_marks(record.value, post); !added) return tl::unexpected(added.error());
    if (rules.listed_key) thread.given.insert(value_at(*rules.listed_key, record.value).text());
    thread.page.posts.push_back(std::move(post));
    return thread.page.posts.back().key;
}

Result<void> JsonReader::add_record(json::Value document, const Record& record, std::vector<Record>& inside) {
    const JsonShape& shape = *profile_->json;
    const auto thread = thread_of(document, record.value);
    if (!thread) return tl::unexpected(thread.error());
    std::string key = record.parent;
    if (shape.missing && holds(shape.missing->condition, record.value)) {
        const auto keys = values_at(shape.missing->keys, record.value);
        const auto printed = value_of(shape.missing->count, record.value);
        if (!printed) return tl::unexpected(printed.error());
        const std::int64_t count = whole_number(*printed).value_or(0);
        for (const json::Value one : keys) (*thread)->absent.push_back(one.text());
        (*thread)->absent_count += std::max(keys.size(), static_cast<std::size_t>(std::max<std::int64_t>(count, 0)));
        (*thread)->branches += keys.empty() && count <= 0 ? 1 : 0;
        return {};
    }
    if (holds(shape.post.condition, record.value)) {
        auto added = add_post(record, **thread);
        if (!added) return tl::unexpected(added.error());
        key = std::move(*added);
    }
    if (!shape.children) return {};
    for (const json::Value child : values_at(*shape.children, record.value)) inside.push_back({child, key});
    return {};
}

Result<void> JsonReader::add(json::Value document) {
    const JsonShape& shape = *profile_->json;
    // The records still to be read, the next one last: records may hold records as deep as the document goes.
    std::vector<Record> left;
    if (shape.records.empty()) left.push_back({document, {}});
    for (const JsonPath& path : shape.records) {
        for (const json::Value value : values_at(path, document)) left.push_back({value, {}});
    }
    std::reverse(left.begin(), left.end());
    std::vector<Record> inside;
    while (!left.empty()) {
        const Record record = std::move(left.back());
        left.pop_back();
        inside.clear();
        if (auto added = add_record(document, record, inside); !added) return added;
        left.insert(left.end(), std::make_move_iterator(inside.rbegin()), std::make_move_iterator(inside.rend()));
    }
    if (!shape.all_keys) return {};
    const auto thread = thread_of(document, document);
    if (!thread) return tl::unexpected(thread.error());
    for (const json::Value key : values_at(*shape.all_keys, document)) {
        if ((*thread)->listed.insert(key.text()).second) (*thread)->listed_in_order.push_back(key.text());
    }
    return {};
}

void JsonReader::note_missing(OpenThread& thread, const std::string& origin, Diagnostics& diagnostics) {
    for (std::string& key : thread.listed_in_order) {
        if (thread.given.contains(key)) continue;
        thread.absent.push_back(std::move(key));
        ++thread.absent_count;
    }
    if (thread.absent_count == 0 && thread.branches == 0) return;
    const std::size_t named = std::min(thread.absent.size(), listed_at_most);
    std::string names = fmt::format(
        "{}", fmt::join(thread.absent.begin(), thread.absent.begin() + static_cast<std::ptrdiff_t>(named), ", "));
    if (named < thread.absent.size()) names += ", …";
    std::string message = thread.absent_count == 0
                              ? std::string("The source does not hold all posts")
                              : fmt::format("The source names {} post{} that it does not hold{}{}", thread.absent_count,
                                            thread.absent_count == 1 ? "" : "s", names.empty() ? "" : ": ", names);
    if (thread.branches > 0)
        message +=
            fmt::format("; {} of its branches continue{} elsewhere", thread.branches, thread.branches == 1 ? "s" : "");
    diagnostics.push_back(
        {origin, message + (thread.absent_count == 1 && thread.branches == 0 ? "; it counts as absent."
                                                                             : "; they count as absent.")});
}

std::vector<Page> JsonReader::take(const std::string& origin, Diagnostics& diagnostics) {
    std::vector<Page> pages;
    for (OpenThread& thread : threads_) {
        if (thread.page.posts.empty()) continue;
        note_missing(thread, origin, diagnostics);
        Page& page = thread.page;
        if (profile_->json->by_time) {
            const auto moment = [](const Post& post) { return post.time.at ? post.time.at->at_least : INT64_MIN; };
            std::stable_sort(page.posts.begin(), page.posts.end(),
                             [&](const Post& a, const Post& b) { return moment(a) < moment(b); });
        }
        page.origin = origin;
        page.profile = profile_->name;
        page.engine = profile_->engine;
        if (!profile_->forum.empty()) page.forum = profile_->forum;
        settle_times(page, *profile_, {}, diagnostics);
        pages.push_back(std::move(page));
    }
    if (wrong_bodies_ > 0) {
        diagnostics.push_back({origin, fmt::format("{} record{} a body that is no string; such a body is read as it "
                                                   "stands if it is a number, and else left out.",
                                                   wrong_bodies_, wrong_bodies_ == 1 ? " has" : "s have")});
    }
    threads_.clear();
    by_key_.clear();
    return pages;
}

}  // namespace rejoinder
