#include <algorithm>
#include <iterator>

#include "extract/guess/role_finder.hpp"

namespace rejoinder {

namespace {

constexpr std::size_t most_excluded = 8;
constexpr double least_other_body = 40.0;  // characters

}  // namespace

RoleFinder::BodyChoice RoleFinder::judge_body(std::uint32_t mark, const Sights& sights) const {
    BodyChoice choice{0.0, 0.0, mark, sights.front().element, true};
    std::size_t records = 0, mixed = 0, pieces = 0;
    std::uint32_t end = 0;
    std::size_t last = kind_.size();
    for (const Sight& sight : sights) {
        if (sight.element < end) continue;  // inside the one before it
        const OutlineElement& at = element(sight.element);
        end = at.end;
        ++pieces;
        choice.covered += own_text(sight.element);
        records += sight.record != last ? 1 : 0;
        last = sight.record;
        mixed += holds(sight.element, name_[sight.record]) || holds(sight.element, time_[sight.record]) ? 1 : 0;
    }
    choice.whole = pieces * 10 <= records * 12;
    const std::string& selector = outline_.marks[mark].selector;
    const bool hinted = says_any(selector, {"content", "body", "message", "text", "markdown", "description"});
    const bool of_person = stands_by_person(sights.front());
    choice.score = choice.covered * (0.5 + 0.5 * share(records, kind_.size())) * (mixed * 5 > records ? 0.2 : 1.0) *
                   (is_text_property(selector) ? 100.0
                    : hinted                   ? 1.2
                                               : 1.0) *
                   (of_person ? 0.2 : 1.0) * (choice.whole ? 1.0 : 0.85) * exclusive(mark) *
                   (outline_.marks[mark].telling ? 1.0 : 0.8);
    return choice;
}

bool RoleFinder::is_of_person(std::uint32_t index) const {
    const OutlineElement& at = element(index);
    const std::string_view name = at.node.attribute("class").value_or("");
    return at.aside || (hints_at_person(at.node) && !says_any(name, {"content", "body", "text", "markdown"}));
}

bool RoleFinder::stands_by_person(const Sight& sight) const {
    const std::uint32_t begin = set_.records[kind_[sight.record]].element;
    for (std::uint32_t i = sight.element; i > begin; i = element(i).parent) {
        if (is_of_person(i)) return true;
    }
    return false;
}

double RoleFinder::own_text(std::uint32_t index) const {
    const auto weight = [&](std::uint32_t at) {
        return static_cast<double>(element(at).characters) - 0.5 * static_cast<double>(element(at).linked);
    };
    double text = weight(index);
    auto next = std::lower_bound(set_.records.begin(), set_.records.end(), index + 1,
                                 [](const Record& record, std::uint32_t at) { return record.element < at; });
    for (std::uint32_t end = 0; next != set_.records.end() && next->element < element(index).end; ++next) {
        if (next->element < end) continue;
        text -= weight(next->element);
        end = element(next->element).end;
    }
    return text;
}

double RoleFinder::text_beside_person(std::size_t number) const {
    const std::uint32_t begin = set_.records[kind_[number]].element;
    std::size_t inner = kind_[number] + 1;
    double text = own_text(begin);
    for (std::uint32_t i = begin + 1; i < element(begin).end;) {
        while (inner < set_.records.size() && set_.records[inner].element < i) ++inner;
        const bool nested = inner < set_.records.size() && set_.records[inner].element == i;
        const bool of_person = i == name_[number] || i == time_[number] ||
                               (is_of_person(i) && element(i).characters * 5 < record(number).characters * 4);
        if (of_person && !nested) text -= own_text(i);
        i = of_person || nested ? element(i).end : i + 1;
    }
    return text;
}

void RoleFinder::find_body(Roles& roles) {
    BodyChoice best;
    for (const auto& [m, sights] : sights_) {
        const BodyChoice choice = judge_body(m, sights);
        if (choice.score > best.score * 1.001) best = choice;
    }
    if (best.score > 0.0) best = tighter_body(best);
    double rest = 0.0;
    for (std::size_t i = 0; i < kind_.size(); ++i) rest += text_beside_person(i);
    for (const auto& [mark, first] : noise_) {
        for (const Sight& sight : firsts(sights_[mark])) rest -= 0.5 * own_text(sight.element);
    }
    const bool apart =
        best.score > 0.0 && (best.covered >= 0.45 * rest || is_text_property(outline_.marks[best.mark].selector));
    roles.body.push_back(apart ? inside(best.mark) : roles.each);
    if (apart) roles.marks.push_back(best.mark);
    if (apart) {
        if (std::string other = other_body(best.mark); !other.empty()) roles.body.push_back(std::move(other));
    }
    if (!apart) {
        for (const Place& place : roles.author) add_excluded(roles, place.selector);
        for (const Place& place : roles.time) add_excluded(roles, place.selector);
    }
    for (const auto& [mark, first] : noise_) {
        if (roles.exclude.size() < most_excluded && (!apart || stands_in_body(mark, best.mark)))
            add_excluded(roles, inside(mark));
    }
}

std::string RoleFinder::other_body(std::uint32_t body) const {
    std::vector<bool> told(kind_.size(), false);
    for (const Sight& sight : sights_.at(body)) told[sight.record] = true;
    for (std::size_t i = 0; i < kind_.size(); ++i) {
        const std::size_t next = kind_[i] + 1;  // one that holds another leaves it the text
        told[i] =
            told[i] || (next < set_.records.size() && set_.records[next].parent == static_cast<std::int32_t>(kind_[i]));
    }
    double rest = 0.0;
    for (std::size_t i = 0; i < kind_.size(); ++i) rest += told[i] ? 0.0 : own_text(set_.records[kind_[i]].element);
    if (rest < least_other_body) return {};
    BodyChoice best;
    std::vector<BodyChoice> choices;
    for (const auto& [m, sights] : sights_) {
        Sights untold;
        std::copy_if(sights.begin(), sights.end(), std::back_inserter(untold),
                     [&](const Sight& sight) { return !told[sight.record]; });
        if (untold.empty() || outline_.marks[m].selector.find(" > ") != std::string::npos) continue;
        choices.push_back(judge_body(m, untold));
        if (choices.back().score > best.score * 1.001) best = choices.back();
    }
    if (best.covered < 0.45 * rest) return {};
    for (const BodyChoice& choice : choices) {  // without the buttons around it, if an element says that it is the text
        const bool says_so = says_any(outline_.marks[choice.mark].selector, {"content", "body", "text"});
        if (says_so && choice.covered < best.covered && choice.covered > 0.6 * rest && choice.score > 0.7 * best.score)
            best = choice;
    }
    return outline_.marks[mark_].selector + ":not(:has(" + outline_.marks[body].selector + ")) " +
           outline_.marks[best.mark].selector;
}

bool RoleFinder::stands_in_body(std::uint32_t mark, std::uint32_t body) const {
    const auto& bodies = sights_.at(body);
    const auto& inner = sights_.at(mark);
    return mark != body && std::any_of(bodies.begin(), bodies.end(), [&](const Sight& outer) {
               return std::any_of(inner.begin(), inner.end(), [&](const Sight& sight) {
                   return sight.element != outer.element && holds(outer.element, sight.element);
               });
           });
}

RoleFinder::BodyChoice RoleFinder::tighter_body(const BodyChoice& outer) const {
    BodyChoice best = outer;
    for (const auto& [m, sights] : sights_) {
        if (!outline_.marks[m].telling || sights.front().element <= outer.first) continue;
        const BodyChoice choice = judge_body(m, sights);
        if (!choice.whole || choice.covered > best.covered || !holds(outer.first, choice.first)) continue;
        if (choice.score >= outer.score * 0.9) best = choice;
    }
    return best;
}

}  // namespace rejoinder
