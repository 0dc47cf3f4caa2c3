#include "findings/pile_ons.hpp"

#include <algorithm>
#include <compare>
#include <limits>
#include <utility>

namespace rejoinder::detail {
namespace {

constexpr std::size_t fewest_repliers = 5;
constexpr std::int64_t window_seconds = 6 * 3'600;
constexpr std::int64_t window_posts = 25;
constexpr double doubtful_below = 0.8;

struct Answer {
    std::uint32_t target = 0;
    std::int64_t moment = 0;  // seconds, or the post's place
    std::uint32_t post = 0;
    std::uint32_t replier = 0;

    auto operator<=>(const Answer&) const = default;
};

/// A stretch of answers to one person: [first, last).
struct Stretch {
    std::size_t first = 0;
    std::size_t last = 0;
};

bool begins_with_opening_post(const Thread& thread) {
    return thread.missing_pages.empty() || thread.missing_pages.front() != 1;
}

class Finder {
public:
    Finder(const Thread& thread, const Resolution& resolution, const Measures& measures, const Writers& writers,
           const PostTimes& times)
        : measures_(measures), times_(times), by_time_(times.allow(window_seconds)) {
        const bool opening = begins_with_opening_post(thread);
        for (const Reply& reply : resolution.replies) {
            const std::uint32_t replier = writers.of_post[reply.from];
            const std::uint32_t target = writers.of(reply.to);
            if (replier == none || target == none || replier == target || reply.confidence < doubtful_below) continue;
            const bool by_tree = !reply.evidence.empty() && reply.evidence.front().kind == EvidenceKind::parent_id;
            if (by_tree && !by_time_) continue;
            moments_.push_back(moment_of(reply.from));
            if (opening && reply.to == post_ref(0)) continue;
            answers_.push_back({target, moment_of(reply.from), reply.from, replier});
        }
        std::sort(answers_.begin(), answers_.end());
        std::sort(moments_.begin(), moments_.end());
    }

    std::vector<PileOn> find() {
        std::vector<PileOn> found;
        uses_.assign(measures_.people.size(), 0);
        for (const Person& person : measures_.people) {
            std::int64_t earliest = std::numeric_limits<std::int64_t>::max();
            for (const std::uint32_t post : person.posts) earliest = std::min(earliest, moment_of(post));
            first_moments_.push_back(earliest);
        }
        for (std::size_t first = 0; first < answers_.size();) {
            std::size_t last = first;
            while (last < answers_.size() && answers_[last].target == answers_[first].target) ++last;
            if (last - first >= fewest_repliers) {
                for (const Stretch& stretch : stretches(first, last)) found.push_back(describe(stretch));
            }
            first = last;
        }
        std::stable_sort(found.begin(), found.end(), [](const PileOn& a, const PileOn& b) {
            return a.repliers.size() != b.repliers.size() ? a.repliers.size() > b.repliers.size() : a.posts < b.posts;
        });
        return found;
    }

private:
    std::int64_t moment_of(std::uint32_t post) const { return by_time_ ? times_.at[post] : std::int64_t{post}; }

    /// Answers between known people from one moment to another, both included.
    std::size_t answers_within(std::int64_t from, std::int64_t to) const {
        return static_cast<std::size_t>(std::upper_bound(moments_.begin(), moments_.end(), to) -
                                        std::lower_bound(moments_.begin(), moments_.end(), from));
    }

    /// The windows of one person's answers that hold a pile-on, joined where they overlap.
    std::vector<Stretch> stretches(std::size_t first, std::size_t last) {
        const std::int64_t window = by_time_ ? window_seconds : window_posts - 1;
        std::vector<Stretch> found;
        std::size_t people = 0;
        std::size_t begin = first;
        for (std::size_t end = first; end < last; ++end) {
            if (uses_[answers_[end].replier]++ == 0) ++people;
            for (; answers_[end].moment - answers_[begin].moment > window; ++begin) {
                if (--uses_[answers_[begin].replier] == 0) --people;
            }
            if (people < fewest_repliers) continue;
            if (2 * (end + 1 - begin) < answers_within(answers_[begin].moment, answers_[end].moment)) continue;
            if (!found.empty() && begin < found.back().last) {
                found.back().last = end + 1;
            } else {
                found.push_back({begin, end + 1});
            }
        }
        for (; begin < last; ++begin) --uses_[answers_[begin].replier];
        return found;
    }

    PileOn describe(const Stretch& stretch) const {
        PileOn pile_on;
        pile_on.target = answers_[stretch.first].target;
        std::vector<std::uint32_t> known;  // repliers, sorted
        for (std::size_t at = stretch.first; at < stretch.last; ++at) {
            const Answer& answer = answers_[at];
            pile_on.posts.push_back(answer.post);
            const auto place = std::lower_bound(known.begin(), known.end(), answer.replier);
            if (place != known.end() && *place == answer.replier) continue;
            known.insert(place, answer.replier);
            pile_on.repliers.push_back(answer.replier);
            if (first_moments_[answer.replier] == answer.moment) ++pile_on.newcomers;
        }
        if (by_time_) pile_on.seconds = answers_[stretch.last - 1].moment - answers_[stretch.first].moment;
        std::sort(pile_on.posts.begin(), pile_on.posts.end());
        pile_on.posts.erase(std::unique(pile_on.posts.begin(), pile_on.posts.end()), pile_on.posts.end());
        pile_on.stretch = pile_on.posts.back() - pile_on.posts.front() + 1;
        for (const PeopleEdge& edge : measures_.exchanges) {
            const bool back = edge.from == pile_on.target && std::binary_search(known.begin(), known.end(), edge.to);
            if (back) ++pile_on.answered_back;
        }
        return pile_on;
    }

    const Measures& measures_;
    const PostTimes& times_;
    bool by_time_;
    std::vector<Answer> answers_;              // by target, then moment
    std::vector<std::int64_t> moments_;        // of all answers between known people, sorted
    std::vector<std::int64_t> first_moments_;  // by person: of their first post
    std::vector<std::uint32_t> uses_;          // by person: answers in the window at hand
};

}  // namespace

std::vector<PileOn> find_pile_ons(const Thread& thread, const Resolution& resolution, const Measures& measures,
                                  const Writers& writers, const PostTimes& times) {
    if (resolution.replies.size() < fewest_repliers || measures.people.size() <= fewest_repliers) return {};
    return Finder(thread, resolution, measures, writers, times).find();
}

}  // namespace rejoinder::detail
