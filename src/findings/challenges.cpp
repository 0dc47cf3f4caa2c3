#include "findings/challenges.hpp"

#include <algorithm>
#include <compare>
#include <limits>
#include <string_view>
#include <utility>

#include "base/sentences.hpp"
#include "findings/cues.hpp"

namespace rejoinder::detail {
namespace {

constexpr double doubtful_below = 0.8;
constexpr std::uint32_t near_posts = 10;

/// The last answer of one person to another.
struct LastAnswer {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    std::int64_t moment = 0;

    auto operator<=>(const LastAnswer&) const = default;
};

class ChallengeFinder {
public:
    ChallengeFinder(const Resolution& resolution, const Measures& measures, const Writers& writers,
                    const PostTimes& times, const PhraseBooks& books)
        : resolution_(resolution), measures_(measures), writers_(writers), times_(times) {
        for (const auto& book : books) second_person_.add(book->second_person);
        answers_somebody_.assign(resolution.posts.size(), false);
        for (const Reply& reply : resolution.replies) {
            answers_somebody_[reply.from] = true;
            const std::uint32_t from = writers.of_post[reply.from];
            const std::uint32_t to = writers.of(reply.to);
            if (from != none && to != none && from != to) answers_.push_back({from, to, moment_of(reply.from)});
        }
        std::sort(answers_.begin(), answers_.end());
        for (const Person& person : measures.people) {
            std::vector<std::int64_t>& moments = moments_.emplace_back();
            for (const std::uint32_t post : person.posts) moments.push_back(moment_of(post));
            std::sort(moments.begin(), moments.end());
        }
    }

    std::vector<UnansweredChallenge> find() const {
        std::vector<UnansweredChallenge> found;
        for (const Reply& reply : resolution_.replies) {
            if (reply.confidence < doubtful_below || !may_ask(reply)) continue;
            if (!found.empty() && found.back().post == reply.from && found.back().person == writers_.of(reply.to))
                continue;
            UnansweredChallenge challenge;
            challenge.post = reply.from;
            challenge.person = writers_.of(reply.to);
            challenge.to = reply.to;
            challenge.later_posts = posts_after(challenge.person, reply.from);
            if (challenge.later_posts == 0 || may_have_answered(challenge.person, reply.from)) continue;
            if (read_question(challenge)) found.push_back(std::move(challenge));
        }
        return found;
    }

private:
    std::int64_t moment_of(std::uint32_t post) const {
        return times_.at.empty() ? std::int64_t{post} : times_.at[post];
    }

    bool may_ask(const Reply& reply) const {
        const std::uint32_t from = writers_.of_post[reply.from];
        const std::uint32_t to = writers_.of(reply.to);
        if (from == none || to == none || from == to || measures_.people[to].posts.empty()) return false;
        const bool by_tree = !reply.evidence.empty() && reply.evidence.front().kind == EvidenceKind::parent_id;
        if (by_tree && times_.at.empty()) return false;
        if (resolution_.posts[reply.from].text.find('?') == std::string::npos) return false;
        // The last answer that the person asked gave to the asker.
        const auto next = std::upper_bound(answers_.begin(), answers_.end(), LastAnswer{to, from, last_moment});
        const bool answered = next != answers_.begin() && (next - 1)->from == to && (next - 1)->to == from &&
                              (next - 1)->moment > moment_of(reply.from);
        return !answered;
    }

    std::uint32_t posts_after(std::uint32_t person, std::uint32_t post) const {
        const auto& moments = moments_[person];
        return static_cast<std::uint32_t>(moments.end() -
                                          std::upper_bound(moments.begin(), moments.end(), moment_of(post)));
    }

    bool may_have_answered(std::uint32_t person, std::uint32_t post) const {
        const auto& posts = measures_.people[person].posts;
        for (auto next = std::upper_bound(posts.begin(), posts.end(), post);
             next != posts.end() && *next - post <= near_posts; ++next) {
            if (!answers_somebody_[*next]) return true;
        }
        return false;
    }

    /// The first sentence that asks the person; false if there is none.
    bool read_question(UnansweredChallenge& challenge) const {
        const Words name = split_words(measures_.people[challenge.person].name);
        std::vector<std::vector<std::uint32_t>> names(1);
        for (const Word& word : name) names[0].push_back(word.hash);
        CueFinder by_name;
        if (!name.empty()) by_name.add(names);
        for (const std::string_view sentence : split_sentences(resolution_.posts[challenge.post].text)) {
            if (sentence.back() != '?') continue;
            const Words words = split_words(sentence);
            challenge.by_name = by_name.count(words) > 0;
            if (!challenge.by_name && !second_person_.empty() && second_person_.count(words) == 0) continue;
            challenge.question = sentence;
            return true;
        }
        return false;
    }

    static constexpr std::int64_t last_moment = std::numeric_limits<std::int64_t>::max();

    const Resolution& resolution_;
    const Measures& measures_;
    const Writers& writers_;
    const PostTimes& times_;
    CueFinder second_person_;
    std::vector<bool> answers_somebody_;              // by post index
    std::vector<LastAnswer> answers_;                 // sorted
    std::vector<std::vector<std::int64_t>> moments_;  // by person: of their posts, sorted
};

}  // namespace

std::vector<UnansweredChallenge> find_unanswered(const Resolution& resolution, const Measures& measures,
                                                 const Writers& writers, const PostTimes& times,
                                                 const PhraseBooks& books) {
    if (resolution.replies.empty()) return {};
    return ChallengeFinder(resolution, measures, writers, times, books).find();
}

}  // namespace rejoinder::detail
