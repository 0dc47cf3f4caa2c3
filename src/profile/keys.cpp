#include "profile/keys.hpp"

#include <fmt/format.h>

#include <string>

namespace rejoinder {

namespace {

template <class Rules>
std::string type_of(const Key<Rules>& key) {
    static constexpr std::string_view names[] = {"selectors", "value rule", "pattern", "patterns",
                                                 "rules",     "path",       "string",  "`true` or `false`"};
    const auto* by_hand = std::get_if<ByHand>(&key.target);
    std::string type(by_hand != nullptr ? by_hand->type : names[key.target.index()]);
    for (std::size_t i = 0; i < key.groups.size(); ++i)
        type += fmt::format("{}`{}`",
                            i > 0              ? ", "
                            : key.needs_groups ? " that must have the groups "
                                               : ", groups ",
                            key.groups[i]);
    return key.required ? type + ", required" : type;
}

std::string cell(std::string_view text) {
    std::string escaped;
    for (const char c : text) {
        if (c == '|') escaped += '\\';
        escaped += c;
    }
    return escaped;
}

template <class Rules>
std::string markdown(const Keys<Rules>& keys) {
    std::string table = "| key | type | meaning |\n| --- | --- | --- |\n";
    for (const Key<Rules>& key : keys)
        table += fmt::format("| `{}` | {} | {} |\n", key.name, cell(type_of(key)), cell(key.meaning));
    return table;
}

}  // namespace

std::vector<KeyTable> key_tables() {
    return {
        {"top", markdown(profile_keys())},
        {"detect", markdown(detect_keys())},
        {"html", markdown(html_keys())},
        {"html.post", markdown(html_post_keys())},
        {"html.quote", markdown(html_quote_keys())},
        {"html.smiley", markdown(html_smiley_keys())},
        {"html.reaction", markdown(html_reaction_keys())},
        {"text", markdown(text_keys())},
        {"json", markdown(json_keys())},
        {"json.post", markdown(json_post_keys())},
        {"time", markdown(time_keys())},
    };
}

}  // namespace rejoinder
