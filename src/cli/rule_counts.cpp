#include "cli/rule_counts.hpp"

#include <fmt/format.h>

#include "base/unicode.hpp"
#include "extract/text.hpp"
#include "extract/value_slots.hpp"
#include "profile/keys.hpp"

namespace rejoinder::cli {
namespace {

constexpr std::size_t sample_bytes = 60;

std::string sample_of(std::string_view text) {
    std::string line = one_line(text.substr(0, 4096));
    std::erase_if(line, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
    if (line.size() <= sample_bytes) return line;
    std::size_t end = sample_bytes;
    while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xc0) == 0x80) --end;
    return line.substr(0, end) + "…";
}

/// An element that some selector of a set matches.
struct Matched {
    dom::Node element;
    std::uint64_t bits;
};

/// All elements that match, in document order.
std::vector<Matched> matched_elements(const dom::Document& document, const dom::SelectorSet& selectors) {
    std::vector<Matched> matched;
    dom::each_match(document, selectors, [&](dom::Node element, std::uint64_t bits) {
        matched.push_back({element, bits});
    });
    return matched;
}

class HtmlCounter {
public:
    explicit HtmlCounter(std::vector<Matched> matched) : matched_(std::move(matched)) {}

    /// Elements that fit one of `bits`; a key that the profile leaves out is not listed.
    void count(std::string_view key, std::uint64_t bits) {
        if (bits == 0) return;
        RuleCount count{std::string(key), 0, {}, {}};
        for (const Matched& one : matched_) {
            if ((one.bits & bits) == 0) continue;
            if (count.matches++ == 0) count.sample = sample_of(dom::text_content(one.element));
        }
        counts.push_back(std::move(count));
    }

    /// Elements that yield a value; a rule without a selector looks at the elements of `record`.
    void count(std::string_view key, const ValueRules& rules, std::uint64_t record) {
        for (std::size_t i = 0; i < rules.size(); ++i) {
            const std::string name = rules.size() > 1 ? fmt::format("{}, rule {}", key, i + 1) : std::string(key);
            counts.push_back(count_values(name, rules[i], record));
        }
    }

    std::vector<RuleCount> counts;

private:
    RuleCount count_values(const std::string& name, const ValueRule& rule, std::uint64_t record) const {
        RuleCount count{name, 0, {}, {}};
        const std::uint64_t bits = rule.selector < 0 ? record : std::uint64_t{1} << rule.selector;
        for (const Matched& one : matched_) {
            if ((one.bits & bits) == 0) continue;
            const auto value = value_at(rule, one.element);
            if (!value) {
                count.problem = "its pattern passed the match limit";
                return count;
            }
            if (*value && count.matches++ == 0) count.sample = sample_of(**value);
        }
        return count;
    }

    std::vector<Matched> matched_;
};

/// Counts what each key of a table finds. `record`: the elements that rules without a selector look at.
template <class Rules>
void count_keys(HtmlCounter& counter, std::string_view prefix, const Keys<Rules>& keys, const Rules& rules,
                std::uint64_t record) {
    for (const Key<Rules>& key : keys) {
        const std::string name = fmt::format("{}{}", prefix, key.name);
        if (const auto* selectors = std::get_if<std::uint64_t Rules::*>(&key.target)) {
            counter.count(name, rules.**selectors);
        } else if (const auto* values = std::get_if<ValueRules Rules::*>(&key.target)) {
            counter.count(name, rules.**values, record);
        }
    }
}

/// Sums up what posts show in elements that no selector asks for: what the profile does not know of.
class UncoveredText : public dom::Visitor {
public:
    UncoveredText(std::uint64_t posts, UncoveredCount& count) : posts_(posts), count_(count) {}

    bool enter(dom::Node element, std::uint64_t bits) override {
        const bool post = (bits & posts_) != 0;
        const bool covered = !post && ((bits & ~posts_) != 0 || (!open_.empty() && open_.back().covered));
        open_.push_back({post || (!open_.empty() && open_.back().in_post), covered});
        const std::string_view tag = element.tag_name();
        return tag != "script" && tag != "style" && tag != "template" && tag != "noscript";
    }

    void text(std::string_view characters) override {
        if (open_.empty() || !open_.back().in_post) return;
        const std::string line = one_line(characters);
        count_.all += line.size();
        if (open_.back().covered || line.empty()) return;
        count_.outside += line.size();
        if (count_.sample.size() < sample_bytes) count_.sample += (count_.sample.empty() ? "" : " · ") + line;
    }

    void leave(dom::Node) override { open_.pop_back(); }

private:
    struct Open {
        bool in_post, covered;
    };
    std::uint64_t posts_;
    UncoveredCount& count_;
    std::vector<Open> open_;
};

/// Places where a pattern matches, and its group `value` or else the whole of the first.
RuleCount count_pattern(std::string name, const Pattern& pattern, std::string_view text) {
    RuleCount count{std::move(name), 0, {}, {}};
    PatternMatch match;
    std::size_t from = 0;
    while (from <= text.size()) {
        const auto found = pattern.find(text, from, match);
        if (!found) {
            count.problem = "passed its match limit";
            return count;
        }
        if (!*found) break;
        if (count.matches++ == 0) count.sample = sample_of(text.substr(match.begin, match.end - match.begin));
        from = match.end;
        if (match.end > match.begin) continue;
        // An empty match: go on after the next whole code point.
        ++from;
        while (from < text.size() && (static_cast<unsigned char>(text[from]) & 0xc0) == 0x80) ++from;
    }
    return count;
}

void count_patterns(std::vector<RuleCount>& counts, std::string_view key, const std::vector<Pattern>& patterns,
                    std::string_view text) {
    for (std::size_t i = 0; i < patterns.size(); ++i) {
        std::string name = patterns.size() > 1 ? fmt::format("{}, pattern {}", key, i + 1) : std::string(key);
        counts.push_back(count_pattern(std::move(name), patterns[i], text));
    }
}

/// Where `extract` searches: the head ends where the posts begin, and the posts end where `posts_end` first matches.
struct TextRegions {
    std::string_view head, after_begin, posts;
};

TextRegions regions_of(const TextRules& rules, std::string_view text) {
    TextRegions regions{text, text, text};
    PatternMatch match;
    if (rules.posts_begin && rules.posts_begin->find(text, 0, match).value_or(false)) {
        regions = {text.substr(0, match.begin), text.substr(match.end), text.substr(match.end)};
    }
    if (rules.posts_end && rules.posts_end->find(regions.after_begin, 0, match).value_or(false)) {
        regions.posts = regions.after_begin.substr(0, match.begin);
    }
    return regions;
}

}  // namespace

std::vector<RuleCount> count_html_rules(const Profile& profile, const dom::Document& document) {
    if (!profile.html) return {};
    const HtmlRules& html = *profile.html;
    HtmlCounter counter(matched_elements(document, html.selectors));
    count_keys(counter, "", html_keys(), html, 0);
    count_keys(counter, "post.", html_post_keys(), html.post, html.post.each | html.post.event);
    count_keys(counter, "quote.", html_quote_keys(), html.quote, html.quote.each);
    count_keys(counter, "smiley.", html_smiley_keys(), html.smiley, html.smiley.each);
    count_keys(counter, "reaction.", html_reaction_keys(), html.reaction, html.reaction.each);
    return std::move(counter.counts);
}

UncoveredCount count_uncovered(const Profile& profile, const dom::Document& document) {
    UncoveredCount count;
    if (!profile.html) return count;
    UncoveredText visitor(profile.html->post.each, count);
    dom::visit(document, profile.html->selectors, visitor);
    count.sample = sample_of(count.sample);
    return count;
}

std::vector<RuleCount> count_text_rules(const Profile& profile, std::string_view text) {
    if (!profile.text) return {};
    const TextRules& rules = *profile.text;
    const std::string lines = unix_lines(text);
    const TextRegions regions = regions_of(rules, lines);
    std::vector<RuleCount> counts;
    for (const Key<TextRules>& key : text_keys()) {
        const std::string_view where = key.name == "head"          ? regions.head
                                       : key.name == "posts_begin" ? lines
                                       : key.name == "posts_end"   ? regions.after_begin
                                                                   : regions.posts;
        if (const auto* pattern = std::get_if<std::optional<Pattern> TextRules::*>(&key.target)) {
            if (rules.**pattern) counts.push_back(count_pattern(std::string(key.name), *(rules.**pattern), where));
        } else if (const auto* patterns = std::get_if<std::vector<Pattern> TextRules::*>(&key.target)) {
            count_patterns(counts, key.name, rules.**patterns, where);
        }
    }
    return counts;
}

}  // namespace rejoinder::cli
