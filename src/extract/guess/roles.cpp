#include "extract/guess/roles.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "base/unicode.hpp"
#include "extract/guess/role_finder.hpp"
#include "extract/time/times.hpp"

namespace rejoinder {

namespace {

constexpr std::size_t most_learned = 200;  // records that are looked at; a layout shows in fewer

}  // namespace

double share(std::size_t part, std::size_t whole) {
    return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

bool says_any(std::string_view selector, std::initializer_list<std::string_view> words) {
    std::string lower = fold(selector);
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return lower.find(word) != std::string::npos; });
}

RoleFinder::RoleFinder(const Outline& outline, const RecordSet& set, std::uint32_t mark, const Profile& languages,
                       const std::vector<Roles>& found)
    : outline_(outline), set_(set), mark_(mark), languages_(languages), found_(found) {
    for (std::size_t r = 0; r < set.records.size() && kind_.size() < most_learned; ++r) {
        if (set.records[r].mark == mark) kind_.push_back(r);
    }
    for (const Record& each : set.records) {
        holds_others_ = holds_others_ || (each.mark != mark && each.parent >= 0 &&
                                          set.records[static_cast<std::size_t>(each.parent)].mark == mark);
    }
    sight();
    name_.assign(kind_.size(), 0);
    time_.assign(kind_.size(), 0);
}

Roles RoleFinder::find() {
    Roles roles;
    roles.each = outline_.marks[mark_].selector;
    find_time(roles);
    find_author(roles);
    find_key(roles);
    find_noise(roles);
    find_body(roles);
    return roles;
}

void RoleFinder::sight() {
    std::set<std::uint32_t> records;
    for (const Record& each : set_.records) records.insert(each.element);
    for (std::size_t number = 0; number < kind_.size(); ++number) {
        const std::uint32_t begin = set_.records[kind_[number]].element;
        for (std::uint32_t i = begin + 1; i < element(begin).end;) {
            if (records.contains(i)) {
                i = element(i).end;
                continue;
            }
            for (const std::uint32_t mark : element(i).marks) sights_[mark].push_back({number, i});
            ++i;
        }
    }
}

RoleFinder::Sights RoleFinder::firsts(const Sights& sights) {
    Sights first;
    for (const Sight& sight : sights) {
        if (first.empty() || first.back().record != sight.record) first.push_back(sight);
    }
    return first;
}

std::string RoleFinder::inside(std::uint32_t mark) const {
    const Mark& asked = outline_.marks[mark];
    const auto sights = sights_.find(mark);
    if (asked.telling && sights != sights_.end() && sights->second.size() == asked.elements.size())
        return asked.selector;
    if (asked.selector.find(" > ") != std::string::npos) return asked.selector;
    return outline_.marks[mark_].selector + " " + asked.selector;
}

double RoleFinder::exclusive(std::uint32_t mark) const {
    if (!holds_others_) return 1.0;
    for (const Roles& other : found_) {
        if (std::find(other.marks.begin(), other.marks.end(), mark) != other.marks.end()) return 1.0;
    }
    std::size_t below = 0;
    const auto& elements = outline_.marks[mark].elements;
    for (std::size_t i = 0; i < kind_.size(); ++i) {
        const std::uint32_t begin = set_.records[kind_[i]].element;
        if (set_.records[kind_[i]].parent >= 0 &&
            set_.records[static_cast<std::size_t>(set_.records[kind_[i]].parent)].mark == mark_)
            continue;  // counted with the one that it stands in
        below += static_cast<std::size_t>(std::lower_bound(elements.begin(), elements.end(), element(begin).end) -
                                          std::upper_bound(elements.begin(), elements.end(), begin));
    }
    return below == sights_.at(mark).size() ? 1.0 : 0.3;
}

double RoleFinder::author_score(std::uint32_t mark, const Sights& first) const {
    std::size_t names = 0, hints = 0, length = 0, with_time = 0, most = 0;
    std::map<std::string, std::size_t> distinct;
    for (const Sight& sight : first) {
        const OutlineElement& at = element(sight.element);
        if (at.is_time || at.characters == 0 || at.characters > 40) continue;
        const auto time = std::lower_bound(outline_.times.begin(), outline_.times.end(), sight.element);
        if (time != outline_.times.end() && *time < at.end) ++with_time;
        std::string text = text_of(at);
        if (!may_be_name(text)) continue;
        ++names;
        hints += hints_at_person(at.node)    ? 4
                 : at.is_name                ? 3
                 : stands_by_time(sight)     ? 2
                 : at.node.tag_name() == "a" ? 1
                                             : 0;
        length += at.characters;
        most = std::max(most, ++distinct[std::move(text)]);
    }
    if (names * 5 < first.size() * 4 || (names >= 4 && distinct.size() < 2)) return 0.0;
    const bool constant = names >= 4 && most * 10 > names * 7;  // "Add a comment"
    const double variety = (constant ? 0.3 : 1.0) * (0.4 + 0.6 * std::min(1.0, 3.0 * share(distinct.size(), names)));
    const double hint = 0.15 + 0.85 * share(hints, names * 4);
    const double brevity = 1.0 / (1.0 + 0.02 * share(length, names));
    const bool is_property = outline_.marks[mark].selector.find("[itemprop='") != std::string::npos;
    const double telling = is_property ? 1.3 : outline_.marks[mark].telling ? 1.0 : 0.8;
    return share(names, kind_.size()) * share(names, first.size()) * variety * hint * brevity * telling *
           exclusive(mark) * (1.0 - 0.1 * share(with_time, names));
}

bool RoleFinder::stands_by_time(const Sight& sight) const {
    const std::uint32_t time = time_[sight.record];
    if (time == 0) return false;
    const std::uint32_t around = element(element(sight.element).parent).parent;
    return around <= time && time < element(around).end && element(around).characters < 200;
}

void RoleFinder::find_author(Roles& roles) {
    for (const std::string_view name : {"data-author", "data-username", "data-user-name", "author"}) {
        std::size_t found = 0;
        for (std::size_t i = 0; i < kind_.size(); ++i)
            found += record(i).node.attribute(name).value_or("").empty() ? 0 : 1;
        if (found * 10 >= kind_.size() * 9) roles.author.push_back({"", std::string(name), ""});
        if (!roles.author.empty()) break;
    }
    std::set<std::size_t> named;
    for (int round = 0; round < 2; ++round) {
        double best = 0.12;
        std::uint32_t mark = 0;
        for (const auto& [m, sights] : sights_) {
            Sights shown = sights;  // a link around a picture shows nothing
            std::erase_if(shown, [&](const Sight& sight) {
                return named.contains(sight.record) || element(sight.element).characters == 0;
            });
            const Sights first = firsts(shown);
            const double score = author_score(m, first) * (round == 0 ? 1.0 : 2.0);
            if (score > best * 1.001) {
                best = score;
                mark = m;
            }
        }
        if (best <= 0.12) return;
        Sights shown = sights_[mark];
        std::erase_if(shown, [&](const Sight& sight) { return element(sight.element).characters == 0; });
        for (const Sight& sight : firsts(shown)) {
            if (!named.insert(sight.record).second) continue;
            name_[sight.record] = sight.element;
        }
        if (roles.author.empty() || !roles.author.front().selector.empty())
            roles.author.push_back({inside(mark), "", ""});
        roles.marks.push_back(mark);
    }
}

void RoleFinder::find_time(Roles& roles) {
    double best = 0.2;
    const Sights* chosen = nullptr;
    std::uint32_t mark = 0;
    std::vector<std::pair<std::uint32_t, Sights>> all;
    for (const auto& [m, sights] : sights_) all.emplace_back(m, firsts(sights));
    for (const auto& [m, first] : all) {
        std::size_t times = 0, length = 0, tags = 0, clocks = 0;
        for (const Sight& sight : first) {
            if (!element(sight.element).is_time) continue;
            ++times;
            length += element(sight.element).characters;
            tags += element(sight.element).node.tag_name() == "time" ? 1 : 0;
            clocks += text_of(element(sight.element)).find(':') != std::string::npos ? 1 : 0;
        }
        const bool other = says_any(outline_.marks[m].selector, {"join", "regist", "edit", "modif", "last", "active"});
        const double score = share(times, kind_.size()) * share(times, first.size()) * (other ? 0.3 : 1.0) *
                             (1.0 + 0.2 * share(tags, times)) * (1.0 + 0.1 * share(clocks, times)) /
                             (1.0 + 0.005 * share(length, times)) * (outline_.marks[m].telling ? 1.0 : 0.95) *
                             exclusive(m);
        if (score > best * 1.001) {
            best = score;
            chosen = &first;
            mark = m;
        }
    }
    if (chosen == nullptr) return;
    roles.marks.push_back(mark);
    std::map<std::string_view, std::size_t> attributes;
    for (const Sight& sight : *chosen) {
        time_[sight.record] = sight.element;
        const std::string_view name = time_attribute(element(sight.element).node, languages_);
        if (!name.empty()) ++attributes[name];
    }
    for (const auto& [name, count] : attributes) {
        if (count * 5 >= chosen->size() * 4) roles.time.push_back({inside(mark), std::string(name), ""});
    }
    roles.time.push_back({inside(mark), "", ""});
}

bool RoleFinder::tells_apart(const std::vector<std::string>& values) const {
    const std::set<std::string> distinct(values.begin(), values.end());
    return values.size() * 10 >= kind_.size() * 9 && distinct.size() == values.size();
}

void RoleFinder::find_key(Roles& roles) {
    for (const std::string_view name :
         {"data-id", "data-post-id", "data-comment-id", "data-postid", "data-pid", "data-cid", "data-answerid",
          "data-questionid", "data-message-id", "thingid", "data-key", "id"}) {
        std::vector<std::string> values;
        for (std::size_t i = 0; i < kind_.size(); ++i) {
            const std::string_view value = record(i).node.attribute(name).value_or("");
            if (!value.empty()) values.emplace_back(value);
        }
        if (!tells_apart(values)) continue;
        roles.key.push_back({"", std::string(name), ""});
        break;
    }
    for (const auto& [m, sights] : sights_) {
        if (outline_.marks[m].selector.front() != 'a') continue;
        std::vector<std::string> values;
        for (const Sight& sight : firsts(sights)) {
            const std::string_view href = element(sight.element).node.attribute("href").value_or("");
            if (href.find('#') != std::string_view::npos && href.size() > href.find('#') + 1) values.emplace_back(href);
        }
        if (!tells_apart(values)) continue;
        roles.permalink.push_back({inside(m), "href", ""});
        if (roles.key.empty()) roles.key.push_back({inside(m), "href", "#(?<value>.+)$"});
        return;
    }
}

void RoleFinder::find_noise(Roles& roles) {
    for (const auto& [m, sights] : sights_) {
        const std::string& selector = outline_.marks[m].selector;
        if (!outline_.marks[m].telling) continue;
        if (says_any(selector, {"signature"})) {
            roles.signature.push_back(inside(m));
            continue;
        }
        const Sights first = firsts(sights);
        std::map<std::string, std::size_t> texts;
        std::uint64_t characters = 0, whole = 0;
        for (const Sight& sight : first) {
            characters += element(sight.element).characters;
            whole += record(sight.record).characters;
            if (element(sight.element).characters > 60) continue;
            std::string text = text_of(element(sight.element));
            std::erase_if(text, [](char c) { return (c >= '0' && c <= '9') || c == ' '; });
            ++texts[text];
        }
        std::size_t most = 0;
        for (const auto& [text, count] : texts) most = std::max(most, count);
        const bool constant = kind_.size() >= 3 && most * 10 >= kind_.size() * 6 && most * 10 >= first.size() * 8;
        const bool control =
            characters * 4 < whole &&
            says_any(selector, {"action", "toolbar", "button", "btn", "share", "control", "vote", "report", "permalink",
                                "menu", "dropdown", "tooltip", "sr-only", "visually-hidden", "avatar"});
        if ((constant || control) && characters > 0) noise_.push_back({m, first.front().element});
    }
}

bool RoleFinder::holds(std::uint32_t outer, std::uint32_t inner) const {
    return inner != 0 && outer <= inner && inner < element(outer).end;
}

void RoleFinder::add_excluded(Roles& roles, const std::string& selector) {
    if (!selector.empty() && std::find(roles.exclude.begin(), roles.exclude.end(), selector) == roles.exclude.end())
        roles.exclude.push_back(selector);
}

Roles find_roles(const Outline& outline, const RecordSet& set, std::uint32_t mark, const Profile& languages,
                 const std::vector<Roles>& found) {
    return RoleFinder(outline, set, mark, languages, found).find();
}

}  // namespace rejoinder
