#include "profile/load_profile.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <array>

#include "base/unicode.hpp"
#include "profile/keys.hpp"
#include "profile/load_json_shape.hpp"
#include "profile/read_keys.hpp"

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
    read_keys(table, "[detect]", detect_keys(), profile, nullptr);
    read_selectors(table, "html", profile.detect_html);
    profile.detect_json = read_json_conditions(table, "json");
    table.reject_unknown_keys();
}

/// Rules that yield what was done, so each names it.
void check_acts(TomlTable& table, const ValueRules& rules) {
    if (!table.problems().empty()) return;
    if (std::any_of(rules.begin(), rules.end(), [](const ValueRule& rule) { return !moderation_kind_of(rule.fixed); }))
        table.problems().add(table.find("act")->place,
                             "each rule of \"act\" needs a \"value\" that says what was done: \"removal\", "
                             "\"deletion\", \"edit\", \"lock\", \"unlock\", \"move\", \"merge\", \"split\", \"pin\", "
                             "\"warning\" or \"ban\"");
}

template <class Rules>
Rules read_rules(TomlTable table, std::string_view title, const Keys<Rules>& keys, dom::SelectorSet& selectors) {
    Rules rules;
    read_keys(table, title, keys, rules, &selectors);
    table.reject_unknown_keys();
    return rules;
}

HtmlRules::PostRules read_post(TomlTable table, dom::SelectorSet& selectors) {
    HtmlRules::PostRules post = read_rules(table, "[html.post]", html_post_keys(), selectors);
    check_acts(table, post.act);
    return post;
}

HtmlRules::SmileyRules read_smiley(TomlTable table, dom::SelectorSet& selectors) {
    HtmlRules::SmileyRules smiley;
    read_keys(table, "[html.smiley]", html_smiley_keys(), smiley, &selectors);
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

/// Rules about the whole page: there is no element of a record that a rule without a selector could look at.
void check_page_rules(TomlTable& table, const HtmlRules& html) {
    if (!table.problems().empty()) return;
    for (const Key<HtmlRules>& key : html_keys()) {
        const auto* rules = std::get_if<ValueRules HtmlRules::*>(&key.target);
        if (rules == nullptr) continue;
        if (std::all_of((html.**rules).begin(), (html.**rules).end(),
                        [](const ValueRule& rule) { return rule.selector >= 0; }))
            continue;
        table.problems().add(table.find(key.name)->place,
                             fmt::format("a rule of \"{}\" lacks \"select\"; in [html] every rule needs it", key.name));
    }
}

/// `bodies_only`: the profile reads JSON whose bodies are HTML, so it needs no rules for pages.
HtmlRules read_html(TomlTable table, bool bodies_only) {
    HtmlRules html;
    read_keys(table, "[html]", html_keys(), html, &html.selectors);
    check_page_rules(table, html);
    if (!table.value().entries.contains("post") && !bodies_only)
        table.problems().add(table.value().place, "[html] needs a table [html.post]");
    if (auto post = table.table("post")) html.post = read_post(*post, html.selectors);
    if (auto quote = table.table("quote"))
        html.quote = read_rules(*quote, "[html.quote]", html_quote_keys(), html.selectors);
    if (auto smiley = table.table("smiley")) html.smiley = read_smiley(*smiley, html.selectors);
    if (auto reaction = table.table("reaction"))
        html.reaction = read_rules(*reaction, "[html.reaction]", html_reaction_keys(), html.selectors);
    table.reject_unknown_keys();
    return html;
}

TextRules read_text(TomlTable table) {
    TextRules text;
    read_keys(table, "[text]", text_keys(), text, nullptr);
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

void read_edits(TomlTable& root, Profile& profile) {
    const TomlValue* edits = root.find("edits");
    const std::string who = root.string("edits");
    if (edits != nullptr && who != "anyone" && who != "staff")
        root.problems().add(edits->place, "\"edits\" must be \"anyone\" or \"staff\"");
    profile.others_edit = who == "anyone";
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
    read_keys(root, "a profile", profile_keys(), *profile, nullptr);
    if (profile->title.empty()) profile->title = profile->name;
    read_languages(root, phrase_books, *profile);
    read_edits(root, *profile);
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
