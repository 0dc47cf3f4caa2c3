#include "extract/json/json_path.hpp"

#include "base/unicode.hpp"

namespace rejoinder {

namespace {

json::Value element_at(json::Value array, std::int64_t index) {
    const auto elements = array.elements();
    const auto size = static_cast<std::int64_t>(elements.size());
    if (index < 0) index += size;
    return index >= 0 && index < size ? elements[static_cast<std::size_t>(index)] : json::Value();
}

bool through_each(const JsonPath& path) {
    return !path.steps.empty() && path.steps.back().each;
}

std::string text_at(const JsonRule& rule, json::Value record) {
    if (!through_each(rule.path)) return value_at(rule.path, record).text();
    std::string joined;
    for (const json::Value value : values_at(rule.path, record)) {
        if (!joined.empty()) joined += '/';
        joined += value.text();
    }
    return joined;
}

/// Takes what the pattern asks for out of `text`; false if it does not match.
Result<bool> cut(const Pattern& pattern, std::string& text) {
    PatternMatch match;
    const auto found = pattern.find(text, 0, match);
    if (!found || !*found) return found;
    const std::size_t group = pattern.group("value");
    std::string value =
        group > 0 ? std::string(match.groups[group]) : text.substr(match.begin, match.end - match.begin);
    text = std::move(value);
    return true;
}

void fill_in(const std::string& shape, std::string& value) {
    if (shape.empty()) return;
    const std::size_t place = shape.find("{}");
    value = place == std::string::npos ? shape : shape.substr(0, place) + value + shape.substr(place + 2);
}

}  // namespace

std::vector<json::Value> values_at(const JsonPath& path, json::Value from) {
    std::vector<json::Value> values{from};
    for (const JsonPath::Step& step : path.steps) {
        std::vector<json::Value> next;
        for (const json::Value value : values) {
            if (step.each) {
                const auto elements = value.elements();
                next.insert(next.end(), elements.begin(), elements.end());
            } else if (const json::Value at = step.index ? element_at(value, *step.index) : value.member(step.key)) {
                next.push_back(at);
            }
        }
        values = std::move(next);
    }
    return values;
}

json::Value value_at(const JsonPath& path, json::Value from) {
    for (const JsonPath::Step& step : path.steps) {
        from = step.each ? element_at(from, 0) : step.index ? element_at(from, *step.index) : from.member(step.key);
        if (!from) break;
    }
    return from;
}

bool holds(const JsonCondition& condition, json::Value record) {
    for (const JsonCondition::Term& term : condition.terms) {
        const json::Value value = value_at(term.path, record);
        if (!value || value.kind() == json::Kind::null) return false;
        if (term.value && value.text() != *term.value) return false;
    }
    return true;
}

Result<std::string> value_of(const JsonRules& rules, json::Value record) {
    for (const JsonRule& rule : rules) {
        if (!rule.condition.terms.empty() && !holds(rule.condition, record)) continue;
        std::string text = text_at(rule, record);
        if (text.empty()) continue;
        if (rule.match) {
            const auto matches = cut(*rule.match, text);
            if (!matches) return tl::unexpected(matches.error());
            if (!*matches) continue;
        }
        fill_in(rule.text, text);
        if (!text.empty()) return text;
    }
    return std::string();
}

}  // namespace rejoinder
