#include "profile/load_profile.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <array>

#include "base/unicode.hpp"
#include "profile/load_json_shape.hpp"
#include "profile/toml_rules.hpp"

namespace rejoinder {

namespace {

// Tables whose keys are inherited one by one. Any other value, a value rule's table too, is inherited whole or not at
// all.
constexpr std::array<std::string_view, 12> sections{
    "html", "html.post", "html.quote", "html.smiley", "html.smiley.codes", "html.reaction",
    "text", "time",      "json",       "json.post",   "json.reactions",    "json.missing"};
constexpr std::array<std::string_view, 3> own{"name", "extends", "detect"};

bool holds(const auto& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

void inherit(TomlValue& child, const TomlValue& parent, const std::string& path) {
    for (const auto& [key, entry] : parent.entries) {
        const std::string full = path.empty() ? key : path + "." + key;
        if (holds(own, full)) continue;
        const auto [at, added] = child.entries.try_emplace(key, entry);
        if (!added && holds(sections, full) && at->second.value.kind == TomlValue::Kind::table) {
            inherit(at->second.value, entry.value, full);
        }
    }
}

void read_detect(TomlTable table, Profile& profile) {
    read_selectors(table, "html", profile.detect_html);
    profile.detect_text = read_patterns(table, "text");
    profile.detect_all_text = read_patterns(table, "all_text");
    profile.detect_json = read_json_conditions(table, "json");
    table.reject_unknown_keys();
}

/// Rules that yield what was done, so each names it.
ValueRules read_act_rules(TomlTable& table, dom::SelectorSet& selectors) {
    ValueRules rules = read_value_rules(table, "act", selectors);
    if (!table.problems().empty()) return rules;
    if (std::any_of(rules.begin(), rules.end(), [](const ValueRule& rule) { return !moderation_kind_of(rule.fixed); }))
        table.problems().add(table.find("act")->place,
                             "each rule of \"act\" needs a \"value\" that says what was done: \"removal\", "
                             "\"deletion\", \"edit\", \"lock\", \"unlock\", \"move\", \"merge\", \"split\", \"pin\", "
                             "\"warning\" or \"ban\"");
    return rules;
}

HtmlRules::PostRules read_post(TomlTable table, dom::SelectorSet& selectors) {
    HtmlRules::PostRules post;
    post.each = read_selectors(table, "each", selectors);
    post.head = read_selectors(table, "head", selectors);
    post.pingback = read_selectors(table, "pingback", selectors);
    post.deleted = read_selectors(table, "deleted", selectors);
    post.event = read_selectors(table, "event", selectors);
    post.attachment = read_selectors(table, "attachment", selectors);
    post.act = read_act_rules(table, selectors);
    post.body = read_selectors(table, "body", selectors);
    post.signature = read_selectors(table, "signature", selectors);
    post.signature_begin = read_pattern(table, "signature_begin");
    post.exclude = read_selectors(table, "exclude", selectors);
    post.key = read_value_rules(table, "key", selectors);
    post.parent = read_value_rules(table, "parent", selectors);
    post.depth = read_value_rules(table, "depth", selectors);
    post.author = read_value_rules(table, "author", selectors);
    post.author_id = read_value_rules(table, "author_id", selectors);
    post.role = read_value_rules(table, "role", selectors);
    post.time = read_value_rules(table, "time", selectors);
    post.permalink = read_value_rules(table, "permalink", selectors);
    post.edit = read_value_rules(table, "edit", selectors);
    post.edit_by = read_value_rules(table, "edit_by", selectors);
    post.edit_time = read_value_rules(table, "edit_time", selectors);
    post.edit_reason = read_value_rules(table, "edit_reason", selectors);
    for (const std::string_view key : {"each", "body"}) {
        if (!table.value().entries.contains(key)) {
            table.problems().add(table.value().place, fmt::format("[html.post] needs the key \"{}\"", key));
        }
    }
    table.reject_unknown_keys();
    return post;
}

HtmlRules::QuoteRules read_quote(TomlTable table, dom::SelectorSet& selectors) {
    HtmlRules::QuoteRules quote;
    quote.each = read_selectors(table, "each", selectors);
    quote.header = read_selectors(table, "header", selectors);
    quote.header_before = read_selectors(table, "header_before", selectors);
    quote.author = read_value_rules(table, "author", selectors);
    quote.author_id = read_value_rules(table, "author_id", selectors);
    quote.source_key = read_value_rules(table, "source_key", selectors);
    quote.time = read_value_rules(table, "time", selectors);
    table.reject_unknown_keys();
    return quote;
}

HtmlRules::SmileyRules read_smiley(TomlTable table, dom::SelectorSet& selectors) {
    HtmlRules::SmileyRules smiley;
    smiley.each = read_selectors(table, "each", selectors);
    smiley.name = read_value_rules(table, "name", selectors);
    if (const auto codes = table.table("codes")) {
        for (const auto& [name, entry] : codes->value().entries) {
            if (entry.value.kind == TomlValue::Kind::string) {
                smiley.codes[fold(name)] = entry.value.string;
            } else {
                table.problems().add(entry.value.place, fmt::format("\"{}\" must be a string", name));
            }
        }
    }
    table.reject_unknown_keys();
    return smiley;
}

HtmlRules::ReactionRules read_reaction(TomlTable table, dom::SelectorSet& selectors) {
    HtmlRules::ReactionRules reaction;
    reaction.each = read_selectors(table, "each", selectors);
    reaction.name = read_value_rules(table, "name", selectors);
    reaction.count = read_value_rules(table, "count", selectors);
    table.reject_unknown_keys();
    return reaction;
}

/// Rules about the whole page: there is no element of a record that a rule without a selector could look at.
ValueRules read_page_rules(TomlTable& table, std::string_view key, dom::SelectorSet& selectors) {
    ValueRules rules = read_value_rules(table, key, selectors);
    if (!table.problems().empty()) return rules;
    if (std::any_of(rules.begin(), rules.end(), [](const ValueRule& rule) { return rule.selector < 0; })) {
        table.problems().add(table.find(key)->place,
                             fmt::format("a rule of \"{}\" lacks \"select\"; in [html] every rule needs it", key));
    }
    return rules;
}

/// `bodies_only`: the profile reads JSON whose bodies are HTML, so it needs no rules for pages.
HtmlRules read_html(TomlTable table, bool bodies_only) {
    HtmlRules html;
    html.title = read_page_rules(table, "title", html.selectors);
    html.forum = read_page_rules(table, "forum", html.selectors);
    html.thread_key = read_page_rules(table, "thread_key", html.selectors);
    html.url = read_page_rules(table, "url", html.selectors);
    html.page_number = read_page_rules(table, "page_number", html.selectors);
    html.page_count = read_page_rules(table, "page_count", html.selectors);
    html.locked = read_page_rules(table, "locked", html.selectors);
    html.now = read_page_rules(table, "now", html.selectors);
    html.zone = read_page_rules(table, "zone", html.selectors);
    if (!table.value().entries.contains("post") && !bodies_only)
        table.problems().add(table.value().place, "[html] needs a table [html.post]");
    if (auto post = table.table("post")) html.post = read_post(*post, html.selectors);
    if (auto quote = table.table("quote")) html.quote = read_quote(*quote, html.selectors);
    if (auto smiley = table.table("smiley")) html.smiley = read_smiley(*smiley, html.selectors);
    if (auto reaction = table.table("reaction")) html.reaction = read_reaction(*reaction, html.selectors);
    table.reject_unknown_keys();
    return html;
}

TextRules read_text(TomlTable table) {
    TextRules text;
    text.head = read_pattern(table, "head");
    text.posts_begin = read_pattern(table, "posts_begin");
    text.posts_end = read_pattern(table, "posts_end");
    text.post_begin = read_pattern(table, "post_begin");
    text.post_end = read_pattern(table, "post_end");
    text.reaction = read_pattern(table, "reaction", {"name", "count"});
    text.pingback = read_pattern(table, "pingback");
    text.boilerplate = read_patterns(table, "boilerplate");
    text.quote_end = read_pattern(table, "quote_end");
    text.quote_headers = read_patterns(table, "quote_headers");
    table.reject_unknown_keys();
    return text;
}

/// Seconds of "+07:00", "-03:30" or "Z".
std::optional<int> read_utc_offset(std::string_view text) {
    if (text == "Z") return 0;
    const auto digit = [&](std::size_t at) { return text[at] >= '0' && text[at] <= '9'; };
    if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':') return std::nullopt;
    if (!digit(1) || !digit(2) || !digit(4) || !digit(5)) return std::nullopt;
    const int hours = (text[1] - '0') * 10 + (text[2] - '0');
    const int minutes = (text[4] - '0') * 10 + (text[5] - '0');
    if (hours > 14 || minutes > 59) return std::nullopt;
    return (text[0] == '-' ? -1 : 1) * (hours * 3600 + minutes * 60);
}

void read_time(TomlTable table, Profile& profile) {
    const std::string offset = table.string("utc_offset");
    if (const TomlValue* value = table.find("utc_offset"); value != nullptr && value->kind == TomlValue::Kind::string) {
        const auto seconds = read_utc_offset(offset);
        if (!seconds)
            table.problems().add(value->place,
                                 "\"utc_offset\" must look like \"+07:00\", between \"-14:59\" and \"+14:59\"");
        profile.zone_seconds = seconds;
    }
    profile.date_order = read_date_order(table, "order");
    table.reject_unknown_keys();
}

void read_languages(TomlTable& root, const std::vector<std::shared_ptr<const PhraseBook>>& books, Profile& profile) {
    const auto book_of = [&](std::string_view language) {
        return std::find_if(books.begin(), books.end(), [&](const auto& book) { return book->language == language; });
    };
    if (!root.value().entries.contains("languages")) {
        root.find("languages");
        profile.phrases = books;
        return;
    }
    profile.states_languages = true;
    std::vector<std::string> known;
    for (const auto& book : books) known.push_back(book->language);
    for (const TomlValue* language : root.strings("languages")) {
        const auto at = book_of(language->string);
        if (at != books.end())
            profile.phrases.push_back(*at);
        else
            root.problems().add(language->place,
                                fmt::format("there is no phrase book for the language \"{}\"; there is {}",
                                            language->string, fmt::join(known, ", ")));
    }
}

}  // namespace

Result<std::shared_ptr<const Profile>> load_profile(
    TomlValue keys, const Profile* parent, const std::vector<std::shared_ptr<const PhraseBook>>& phrase_books) {
    auto profile = std::make_shared<Profile>();
    if (parent != nullptr) {
        inherit(keys, *parent->keys, "");
        profile->generation = parent->generation + 1;
    }
    TomlProblems problems;
    TomlTable root(keys, problems);
    profile->file = keys.place.source->path;
    profile->name = root.required_string("name");
    profile->title = root.string("title");
    if (profile->title.empty()) profile->title = profile->name;
    profile->engine = root.string("engine");
    profile->forum = root.string("forum");
    profile->extends = root.string("extends");
    read_languages(root, phrase_books, *profile);
    if (auto detect = root.table("detect")) read_detect(*detect, *profile);
    if (auto html = root.table("html")) profile->html = read_html(*html, keys.entries.contains("json"));
    if (auto text = root.table("text")) profile->text = read_text(*text);
    if (auto json = root.table("json")) profile->json = read_json_shape(*json);
    if (auto time = root.table("time")) read_time(*time, *profile);
    root.reject_unknown_keys();
    if (!problems.empty()) return tl::unexpected<Error>(problems.first());
    profile->keys = std::make_shared<const TomlValue>(std::move(keys));
    return profile;
}

Result<std::shared_ptr<const Profile>> compile_profile(
    std::string text, std::string path, const std::vector<std::shared_ptr<const PhraseBook>>& phrase_books) {
    auto keys = parse_toml(std::move(text), std::move(path));
    if (!keys) return tl::unexpected<Error>(keys.error());
    return load_profile(std::move(*keys), nullptr, phrase_books);
}

}  // namespace rejoinder
