// Finds the roles in the records of one kind: see roles.hpp. Names, times, keys and noise are found in roles.cpp, the
// body in role_body.cpp.
#pragma once

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "extract/guess/roles.hpp"

namespace rejoinder {

/// Part of the whole as a number from 0 to 1; 0 of none.
double share(std::size_t part, std::size_t whole);

/// Whether a selector holds one of these words, in any case.
bool says_any(std::string_view selector, std::initializer_list<std::string_view> words);

/// An element in a record: the record's number among those of its kind, and the element.
struct Sight {
    std::size_t record;
    std::uint32_t element;
};

class RoleFinder {
public:
    RoleFinder(const Outline& outline, const RecordSet& set, std::uint32_t mark, const Profile& languages,
               const std::vector<Roles>& found);

    Roles find();

private:
    using Sights = std::vector<Sight>;

    const OutlineElement& element(std::uint32_t index) const { return outline_.elements[index]; }
    const OutlineElement& record(std::size_t number) const { return element(set_.records[kind_[number]].element); }

    /// What stands in each record, outside the records inside it, by mark.
    void sight();

    /// The first element of each record.
    static Sights firsts(const Sights& sights);

    /// A selector for a mark that holds only inside these records.
    std::string inside(std::uint32_t mark) const;

    /// 1 if a selector for the mark stays out of records of other kinds that stand in these, or finds the same there;
    /// else 0.3.
    double exclusive(std::uint32_t mark) const;

    double author_score(std::uint32_t mark, const Sights& first) const;

    /// Names stand beside times.
    bool stands_by_time(const Sight& sight) const;

    void find_author(Roles& roles);

    void find_time(Roles& roles);

    /// Whether the values are there for nearly all records and differ.
    bool tells_apart(const std::vector<std::string>& values) const;

    void find_key(Roles& roles);

    /// Words that most records share are the forum's, not the writers'.
    void find_noise(Roles& roles);

    bool holds(std::uint32_t outer, std::uint32_t inner) const;

    struct BodyChoice {
        double score = 0.0;
        double covered = 0.0;
        std::uint32_t mark = 0;
        std::uint32_t first = 0;
        bool whole = true;  // one element in each record holds it
    };

    BodyChoice judge_body(std::uint32_t mark, const Sights& sights) const;

    /// Characters of an element, links by half, without the records inside it.
    double own_text(std::uint32_t index) const;

    /// Whether an element is about the writer: a name with a picture, a member's card.
    bool is_of_person(std::uint32_t index) const;

    /// Whether an element is part of such a one.
    bool stands_by_person(const Sight& sight) const;

    /// Characters of a record as own_text counts them, without the name, the time and what is said of the writer.
    double text_beside_person(std::size_t number) const;

    void find_body(Roles& roles);

    /// The body of records that hold no element of the mark `body`: an opening post may be built differently. The
    /// selector keeps off the others; empty if there is none.
    std::string other_body(std::uint32_t body) const;

    bool stands_in_body(std::uint32_t mark, std::uint32_t body) const;

    static void add_excluded(Roles& roles, const std::string& selector);

    /// An element inside the chosen one that holds nearly all of its text and says that it is the text.
    BodyChoice tighter_body(const BodyChoice& outer) const;

    const Outline& outline_;
    const RecordSet& set_;
    std::uint32_t mark_;
    const Profile& languages_;
    const std::vector<Roles>& found_;
    std::vector<std::size_t> kind_;           // indices into set_.records
    bool holds_others_ = false;               // records of another kind stand in these
    std::map<std::uint32_t, Sights> sights_;  // by mark, in page order
    std::vector<std::uint32_t> name_, time_;  // element of each record; 0 if none
    struct Noise {
        std::uint32_t mark;
        std::uint32_t first;
    };
    std::vector<Noise> noise_;
};

}  // namespace rejoinder
