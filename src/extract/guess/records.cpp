#include "extract/guess/records.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "base/unicode.hpp"

namespace rejoinder {

namespace {

constexpr double enough_text = 30.0;         // characters that make a text, for q
constexpr std::size_t most_records = 5'000;  // of one mark
constexpr double least_quality = 0.6;        // of q: a text and a name, or a text and a time
constexpr double least_lone_quality = 0.95;  // of an opening post: a text, a name and a time
constexpr std::uint32_t opening_text = 80;   // characters in one element of an opening post that holds the others
constexpr std::uint32_t lone_text = 40;      // likewise, of one that stands before the others
constexpr double worthwhile = 1.02;          // by how much a further mark has to raise the score
constexpr int most_marks = 6;                // kinds of records on one page
constexpr double schema_bonus = 1.5;         // what the page itself calls a comment is one

constexpr std::array<std::string_view, 6> schema_marks = {
    "[itemtype$='/Comment']",      "[itemtype$='/Answer']",
    "[itemtype$='/Question']",     "[itemtype$='/DiscussionForumPosting']",
    "[itemtype$='/UserComments']", "[itemtype$='/SocialMediaPosting']"};

bool is_schema_mark(const Mark& mark) {
    return std::find(schema_marks.begin(), schema_marks.end(), mark.selector) != schema_marks.end();
}

/// What the page itself calls an answer lists no other pages, whatever it links to.
bool is_answer_mark(const Mark& mark) {
    return mark.selector == "[itemtype$='/Comment']" || mark.selector == "[itemtype$='/Answer']";
}

/// The record that an element stands in, the innermost one; -1 if none.
std::int32_t owner_of(const std::vector<Record>& records, const Outline& outline, std::uint32_t element) {
    const auto after = std::upper_bound(records.begin(), records.end(), element,
                                        [](std::uint32_t at, const Record& record) { return at < record.element; });
    auto at = static_cast<std::int32_t>(after - records.begin()) - 1;
    while (at >= 0 && outline.elements[records[static_cast<std::size_t>(at)].element].end <= element)
        at = records[static_cast<std::size_t>(at)].parent;
    return at;
}

void place_records(std::vector<Record>& records, const Outline& outline) {
    std::vector<std::int32_t> open;
    for (std::size_t i = 0; i < records.size(); ++i) {
        Record& record = records[i];
        const OutlineElement& element = outline.elements[record.element];
        while (!open.empty() &&
               outline.elements[records[static_cast<std::size_t>(open.back())].element].end <= record.element)
            open.pop_back();
        record.parent = open.empty() ? -1 : open.back();
        record.text += element.characters - element.linked;
        if (record.parent >= 0)
            records[static_cast<std::size_t>(record.parent)].text -= element.characters - element.linked;
        open.push_back(static_cast<std::int32_t>(i));
    }
}

/// The records that these marks find.
std::vector<Record> records_of(const Outline& outline, const std::vector<std::uint32_t>& marks) {
    std::vector<Record> records;
    for (const std::uint32_t mark : marks) {
        for (const std::uint32_t element : outline.marks[mark].elements) {
            Record record;
            record.element = element;
            record.mark = mark;
            if (!outline.elements[element].aside) records.push_back(record);
        }
    }
    std::stable_sort(records.begin(), records.end(),
                     [](const Record& a, const Record& b) { return a.element < b.element; });
    records.erase(std::unique(records.begin(), records.end(),
                              [](const Record& a, const Record& b) { return a.element == b.element; }),
                  records.end());
    place_records(records, outline);
    const auto count = [&](const std::vector<std::uint32_t>& elements, std::uint32_t Record::*counter) {
        for (const std::uint32_t element : elements) {
            const std::int32_t owner = owner_of(records, outline, element);
            if (owner >= 0) ++(records[static_cast<std::size_t>(owner)].*counter);
        }
    };
    count(outline.times, &Record::times);
    count(outline.names, &Record::names);
    return records;
}

double quality(const Record& record) {
    return (record.times > 0 ? 0.35 : 0.0) + (record.names > 0 ? 0.35 : 0.0) +
           0.3 * std::min(1.0, record.text / enough_text);
}

/// Mean of q over the records that `mark` found; over all if it is negative.
double mean_quality(const std::vector<Record>& records, std::int64_t mark = -1) {
    double sum = 0.0;
    std::size_t count = 0;
    for (const Record& record : records) {
        if (mark >= 0 && record.mark != mark) continue;
        sum += quality(record);
        ++count;
    }
    return count == 0 ? 0.0 : sum / static_cast<double>(count);
}

double score_of(const std::vector<Record>& records) {
    double text = 0.0;
    for (const Record& record : records) text += quality(record) >= least_quality ? std::pow(record.text, 0.75) : 0.0;
    const double mean = mean_quality(records);
    return mean * mean * text;
}

bool is_heading(dom::Node element) {
    const std::string_view tag = element.tag_name();
    return tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6';
}

/// Whether the markup of an element calls it a title.
bool is_called_title(dom::Node node) {
    const std::string_view name = node.attribute("class").value_or("");
    return is_heading(node) || name.find("title") != std::string_view::npos ||
           name.find("subject") != std::string_view::npos;
}

/// Whether an element stands among what is said of a person: a member's card links to places, blogs and galleries.
bool stands_by_person(const Outline& outline, std::uint32_t index) {
    for (int steps = 0; steps < 3 && index != 0; ++steps) {
        index = outline.elements[index].parent;
        if (hints_at_person(outline.elements[index].node)) return true;
    }
    return false;
}

/// A link with the length of a title, or one that the markup calls so.
bool is_title_link(const Outline& outline, std::uint32_t index) {
    const OutlineElement& element = outline.elements[index];
    if (element.node.tag_name() != "a" || element.is_time || element.is_name) return false;
    const bool called = is_called_title(element.node) || is_called_title(outline.elements[element.parent].node);
    if (element.characters < (called ? 3 : 10) || element.characters > 200) return false;
    const auto holds_any = [&](const std::vector<std::uint32_t>& kind) {
        const auto at = std::lower_bound(kind.begin(), kind.end(), index);
        return at != kind.end() && *at < element.end;
    };
    if (holds_any(outline.times) || holds_any(outline.names)) return false;
    const std::string_view href = element.node.attribute("href").value_or("");
    return !href.empty() && href[0] != '#' && !href.starts_with("javascript:") && !stands_by_person(outline, index);
}

/// Where a link leads. One that names a place ("#post7") may lead to a post of one thread, whatever its query says.
std::string_view page_of(std::string_view href) {
    return href.find('#') == std::string_view::npos ? href : href.substr(0, href.find_first_of("?#"));
}

/// Whether the records are about other pages: most begin with a link, and the links lead to pages of their own.
bool lists_links(const Outline& outline, const std::vector<Record>& records) {
    std::set<std::string> titles;
    std::set<std::string_view> pages;
    std::size_t with_link = 0;
    for (std::size_t r = 0; r < records.size(); ++r) {
        const OutlineElement& element = outline.elements[records[r].element];
        std::uint32_t text_before = 0;
        for (std::uint32_t i = records[r].element; i < element.end && text_before < 200; ++i) {
            if (is_title_link(outline, i)) {
                ++with_link;
                titles.insert(text_of(outline.elements[i]));
                pages.insert(page_of(*outline.elements[i].node.attribute("href")));
                break;
            }
            text_before += outline.elements[i].own_characters;
        }
    }
    return records.size() >= 2 && with_link * 10 >= records.size() * 7 && titles.size() * 10 >= with_link * 7 &&
           pages.size() * 10 >= with_link * 7;
}

struct Candidate {
    std::vector<std::uint32_t> marks;
    std::vector<Record> records;
    double score = 0.0;
};

bool worth_a_look(const Outline& outline, const Mark& mark, std::size_t least) {
    if (!mark.telling || mark.elements.size() < least || mark.elements.size() > most_records) return false;
    std::uint64_t text = 0;
    std::size_t aside = 0;
    for (const std::uint32_t element : mark.elements) {
        text += outline.elements[element].characters;
        aside += outline.elements[element].aside ? 1 : 0;
    }
    return text >= 40 && aside * 2 <= mark.elements.size();
}

double bonus(const Outline& outline, const std::vector<std::uint32_t>& marks) {
    return is_schema_mark(outline.marks[marks.front()]) ? schema_bonus : 1.0;
}

/// The mark whose records score best; lists of links stand apart.
Candidate best_single(const Outline& outline, Candidate& best_listing) {
    Candidate best;
    for (std::uint32_t m = 0; m < outline.marks.size(); ++m) {
        const Mark& mark = outline.marks[m];
        if (!worth_a_look(outline, mark, is_schema_mark(mark) ? 1 : 2)) continue;
        Candidate candidate{{m}, records_of(outline, {m}), 0.0};
        candidate.score = score_of(candidate.records) * bonus(outline, candidate.marks);
        Candidate& rival = !is_answer_mark(mark) && lists_links(outline, candidate.records) ? best_listing : best;
        if (candidate.score > rival.score * 1.0001) rival = std::move(candidate);
    }
    return best;
}

/// Whether an element holds a paragraph from `from` up to `end`: an element with that much text of its own, few of it
/// links, and no heading.
bool holds_paragraph(const Outline& outline, std::uint32_t from, std::uint32_t end, std::uint32_t characters) {
    for (std::uint32_t i = from; i < end; ++i) {
        const OutlineElement& element = outline.elements[i];
        if (!element.aside && element.end <= end && element.own_characters >= characters &&
            element.linked * 2 < element.characters && !is_heading(element.node))
            return true;
    }
    return false;
}

/// A lone element may be the opening post: it stands before the others and holds none of them but a paragraph, or it
/// says what its text is. A title with the name of who began the thread is none.
bool may_open(const Outline& outline, const Mark& mark, const std::vector<Record>& records) {
    const std::uint32_t at = mark.elements[0];
    const std::uint32_t first = records.front().element;
    if (mark.elements.size() > 1) return true;
    if (outline.elements[at].end <= first)
        return is_schema_mark(mark) || holds_paragraph(outline, at, outline.elements[at].end, lone_text);
    if (!is_schema_mark(mark)) return false;
    return std::any_of(outline.marks.begin(), outline.marks.end(), [&](const Mark& text) {
        return is_text_property(text.selector) && text.elements.front() > at && text.elements.front() < first;
    });
}

/// Whether the further mark takes records apart: nearly each of them holds one of its elements, or it takes most of
/// their text away.
bool splits_records(const std::vector<Record>& before, const std::vector<Record>& after, std::uint32_t mark) {
    std::vector<std::size_t> inner(after.size(), 0);
    std::uint64_t text_before = 0, text_after = 0;
    for (const Record& record : before) text_before += record.text;
    for (const Record& record : after) {
        if (record.mark == mark && record.parent >= 0) ++inner[static_cast<std::size_t>(record.parent)];
        text_after += record.mark == mark ? 0 : record.text;
    }
    std::size_t split = 0;
    for (std::size_t i = 0; i < after.size(); ++i) split += after[i].mark != mark && inner[i] == 1 ? 1 : 0;
    std::size_t wrapped = 0;
    for (const Record& record : after) {
        wrapped += record.mark != mark && record.parent >= 0 &&
                           after[static_cast<std::size_t>(record.parent)].mark == mark &&
                           inner[static_cast<std::size_t>(record.parent)] == 0
                       ? 1
                       : 0;
    }
    const std::size_t added = after.size() - before.size();
    return split * 10 >= before.size() * 8 || text_after * 2 < text_before ||
           (added * 10 >= before.size() * 8 && added * 10 <= before.size() * 12 && wrapped * 10 >= before.size() * 8);
}

/// What may stand beside records that the page itself names: others that it names, all of them by another mark, or the
/// lone opening post.
bool may_join(const Outline& outline, const Mark& mark, const Candidate& chosen) {
    if (!is_schema_mark(outline.marks[chosen.marks.front()]) || is_schema_mark(mark)) return true;
    const auto& named = outline.marks[chosen.marks.front()].elements;
    if (std::includes(mark.elements.begin(), mark.elements.end(), named.begin(), named.end())) return true;
    return mark.elements.size() == 1 && std::all_of(chosen.marks.begin(), chosen.marks.end(), [&](std::uint32_t m) {
               return outline.marks[m].elements.size() > 1 && outline.marks[m].selector.ends_with("/Comment']");
           });
}

/// The further mark that raises the score most; no marks if none does.
Candidate best_addition(const Outline& outline, const Candidate& chosen) {
    Candidate best;
    best.score = chosen.score * worthwhile;
    for (std::uint32_t m = 0; m < outline.marks.size(); ++m) {
        const Mark& mark = outline.marks[m];
        if (!worth_a_look(outline, mark, 1) || !may_open(outline, mark, chosen.records) ||
            !may_join(outline, mark, chosen)) {
            continue;
        }
        Candidate candidate{chosen.marks, {}, 0.0};
        candidate.marks.push_back(m);
        candidate.records = records_of(outline, candidate.marks);
        if (candidate.records.size() == chosen.records.size() ||
            (!is_schema_mark(mark) && splits_records(chosen.records, candidate.records, m))) {
            continue;
        }
        const bool lone = mark.elements.size() == 1 && !is_schema_mark(mark);
        if (mean_quality(candidate.records, m) < (lone ? least_lone_quality : least_quality)) continue;
        candidate.score = score_of(candidate.records) * bonus(outline, candidate.marks);
        if (candidate.score <= best.score * 1.0001) continue;
        const auto added = records_of(outline, {m});
        if (mark.elements.size() > 1 && lists_links(outline, added)) continue;
        best = std::move(candidate);
    }
    return best;
}

/// An opening post that holds the others: the innermost element around the first of them with a name, a time and a
/// paragraph of its own before them. Nothing if the page calls itself an article: that is no post.
void add_opening(const Outline& outline, Candidate& chosen) {
    const std::uint32_t first = chosen.records.front().element;
    const auto before = [&](const std::vector<std::uint32_t>& elements, std::uint32_t begin) {
        const auto at = std::upper_bound(elements.begin(), elements.end(), begin);
        return at != elements.end() && *at < first;
    };
    for (std::uint32_t at = outline.elements[first].parent; at != 0; at = outline.elements[at].parent) {
        if (!holds_paragraph(outline, at + 1, first, opening_text)) continue;
        if (!before(outline.times, at) || !before(outline.names, at)) return;
        for (const std::uint32_t m : outline.elements[at].marks) {
            if (outline.marks[m].elements.size() != 1 || !outline.marks[m].telling) continue;
            chosen.marks.push_back(m);
            chosen.records = records_of(outline, chosen.marks);
            return;
        }
        return;
    }
}

/// A mark that finds all that another one finds, and more, stands for both.
void drop_parts(const Outline& outline, Candidate& chosen) {
    std::erase_if(chosen.marks, [&](std::uint32_t part) {
        const auto& parts = outline.marks[part].elements;
        return std::any_of(chosen.marks.begin(), chosen.marks.end(), [&](std::uint32_t whole) {
            const auto& wholes = outline.marks[whole].elements;
            return parts.size() < wholes.size() &&
                   std::includes(wholes.begin(), wholes.end(), parts.begin(), parts.end());
        });
    });
    chosen.records = records_of(outline, chosen.marks);
}

/// The opening post in fewer words: a mark inside the lone element that keeps nearly all of the score.
void tighten_addition(const Outline& outline, Candidate& candidate) {
    const Mark& last = outline.marks[candidate.marks.back()];
    if (last.elements.size() != 1) return;
    const std::uint32_t outer = last.elements[0];
    for (std::uint32_t i = outer + 1; i < outline.elements[outer].end; ++i) {
        for (const std::uint32_t m : outline.elements[i].marks) {
            if (outline.marks[m].elements.size() != 1 || !outline.marks[m].telling) continue;
            Candidate inner{candidate.marks, {}, 0.0};
            inner.marks.back() = m;
            inner.records = records_of(outline, inner.marks);
            inner.score = score_of(inner.records) * bonus(outline, inner.marks);
            if (inner.score >= candidate.score * 0.98 &&
                mean_quality(inner.records, m) >= mean_quality(candidate.records, candidate.marks.back()))
                candidate = std::move(inner);
        }
    }
}

/// Whether nearly each of the records stands in one of the list's: then they are its columns ("last post by Ada").
bool are_parts_of(const Candidate& listing, const std::vector<Record>& records, const Outline& outline) {
    std::size_t inside = 0;
    for (const Record& record : records) inside += owner_of(listing.records, outline, record.element) >= 0 ? 1 : 0;
    return inside * 10 >= records.size() * 8;
}

}  // namespace

bool is_text_property(std::string_view selector) {
    return selector.ends_with("[itemprop='text']") || selector.ends_with("[itemprop='articleBody']") ||
           selector.ends_with("[itemprop='commentText']");
}

RecordSet find_records(const Outline& outline) {
    Candidate listing;
    Candidate chosen = best_single(outline, listing);
    RecordSet set;
    if (chosen.marks.empty() || mean_quality(chosen.records) < least_quality) return set;
    const double margin = are_parts_of(listing, chosen.records, outline) ? 1.0 : 3.0;
    if (listing.score > chosen.score * margin) return set;
    while (chosen.marks.size() < most_marks) {
        Candidate more = best_addition(outline, chosen);
        if (more.marks.empty()) break;
        tighten_addition(outline, more);
        chosen = std::move(more);
    }
    set.from_schema = bonus(outline, chosen.marks) > 1.0;
    drop_parts(outline, chosen);
    if (!set.from_schema && !outline.is_article) add_opening(outline, chosen);
    set.marks = std::move(chosen.marks);
    set.records = std::move(chosen.records);
    set.score = chosen.score;
    return set;
}

bool is_listing(const Outline& outline, std::size_t& links) {
    Candidate listing;
    const Candidate best = best_single(outline, listing);
    links = listing.records.size();
    return links >= 3 && listing.score > best.score;
}

}  // namespace rejoinder
