#include "findings/topics.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "measure/forest.hpp"

namespace rejoinder::detail {
namespace {

constexpr std::size_t stretches = 10;
constexpr std::size_t fewest_in_branch = 5;
constexpr std::size_t most_branches = 5;
constexpr double far = 0.5;  // of what is compared

using Weights = std::map<std::uint32_t, double>;  // by term; sorted, so that sums do not depend on hashing

class Comparison {
public:
    Comparison(const PostTerms& terms, std::size_t opening) : terms_(terms) {
        std::vector<std::uint32_t> posts(opening);
        std::iota(posts.begin(), posts.end(), 0);
        opening_ = weights_of(posts);
    }

    /// Cosine with the opening, 0 to 1.
    double similarity(const std::vector<std::uint32_t>& posts) const {
        const Weights weights = weights_of(posts);
        const double lengths = std::sqrt(dot(weights, weights) * dot(opening_, opening_));
        return lengths > 0 ? std::min(1.0, dot(weights, opening_) / lengths) : 0;
    }

private:
    Weights weights_of(const std::vector<std::uint32_t>& posts) const {
        Weights weights;
        const auto documents = static_cast<double>(terms_.of_post.size());
        for (const std::uint32_t post : posts) {
            for (const std::uint32_t term : terms_.of_post[post])
                weights[term] += std::log(documents / terms_.posts[term]);
        }
        return weights;
    }

    static double dot(const Weights& a, const Weights& b) {
        double sum = 0;
        for (const auto& [term, weight] : a) {
            if (const auto at = b.find(term); at != b.end()) sum += weight * at->second;
        }
        return sum;
    }

    const PostTerms& terms_;
    Weights opening_;
};

/// By post: the post at which its branch begins, or `none` for a post that answers nobody.
std::vector<std::uint32_t> branches_of(const Resolution& resolution) {
    std::vector<std::uint32_t> branch(resolution.posts.size(), none);
    for (const Reply& reply : resolution.replies) {
        if (!reply.primary) continue;
        const bool answers_branch = reply.to.kind == Ref::Kind::post && branch[reply.to.index] != none;
        branch[reply.from] = answers_branch ? branch[reply.to.index] : reply.from;
    }
    return branch;
}

double mean(const std::vector<TopicWindow>& course, std::size_t from, std::size_t to) {
    double sum = 0;
    for (std::size_t at = from; at < to; ++at) sum += course[at].similarity;
    return to > from ? sum / static_cast<double>(to - from) : 0;
}

std::vector<OffTopicBranch> off_topic_branches(const Resolution& resolution, const PostTerms& terms,
                                               const Comparison& comparison, double usual) {
    const std::vector<std::uint32_t> branch = branches_of(resolution);
    std::map<std::uint32_t, std::vector<std::uint32_t>> posts_of;
    for (std::uint32_t post = 0; post < branch.size(); ++post) {
        if (branch[post] != none) posts_of[branch[post]].push_back(post);
    }
    std::vector<OffTopicBranch> found;
    for (auto& [first, posts] : posts_of) {
        if (posts.size() < fewest_in_branch || 2 * posts.size() > branch.size()) continue;
        const double similarity = comparison.similarity(posts);
        if (similarity < far * usual) found.push_back({first, std::move(posts), similarity, {}});
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& a, const auto& b) { return a.posts.size() > b.posts.size(); });
    if (found.size() > most_branches) found.resize(most_branches);
    for (OffTopicBranch& one : found) one.terms = terms_apart(terms, one.posts);
    return found;
}

}  // namespace

Topics find_topics(const Resolution& resolution, const PostTerms& terms) {
    Topics topics;
    const std::size_t posts = resolution.posts.size();
    if (posts < fewest_posts_for_topics) return topics;
    const std::size_t opening = std::max<std::size_t>(3, posts / 10);
    const Comparison comparison(terms, opening);
    for (std::size_t at = 0; at < stretches; ++at) {
        const auto first = static_cast<std::uint32_t>(opening + at * (posts - opening) / stretches);
        const auto end = static_cast<std::uint32_t>(opening + (at + 1) * (posts - opening) / stretches);
        std::vector<std::uint32_t> window(end - first);
        std::iota(window.begin(), window.end(), first);
        topics.course.push_back({first, end - 1, comparison.similarity(window)});
    }
    topics.drifts =
        mean(topics.course, stretches - stretches / 3, stretches) < far * mean(topics.course, 0, stretches / 3);
    topics.off_topic = off_topic_branches(resolution, terms, comparison, mean(topics.course, 0, stretches));
    return topics;
}

}  // namespace rejoinder::detail
