#include "measure/interaction.hpp"

#include <algorithm>
#include <cmath>
#include <span>

namespace rejoinder::detail {
namespace {

std::uint64_t pairs_of(std::uint64_t count) {
    return count < 2 ? 0 : count * (count - 1) / 2;
}

/// Replies by known writers, by the vertex that they answer: a compressed column for each vertex.
struct Answerers {
    std::vector<std::uint32_t> first;   // by vertex; one more entry ends the last one's
    std::vector<std::uint32_t> people;  // who answers it, once for each reply, ascending within a vertex

    std::span<const std::uint32_t> of(std::uint32_t vertex) const {
        return std::span(people).subspan(first[vertex], first[vertex + std::size_t{1}] - first[vertex]);
    }
};

Answerers find_answerers(const Cast& cast, const PostGraph& posts) {
    Answerers answerers;
    answerers.first.assign(posts.size() + std::size_t{1}, 0);
    const auto each_answer = [&](auto&& add) {
        for (std::uint32_t post = 0; post < posts.posts; ++post) {
            if (cast.of_vertex[post] == none) continue;
            for (const PostGraphEdge& edge : posts.edges_of(post)) {
                if (edge.kind == EdgeKind::reply) add(cast.of_vertex[post], edge.to);
            }
        }
    };
    each_answer([&](std::uint32_t, std::uint32_t to) { ++answerers.first[to + std::size_t{1}]; });
    for (std::size_t vertex = 1; vertex < answerers.first.size(); ++vertex) {
        answerers.first[vertex] += answerers.first[vertex - 1];
    }
    answerers.people.resize(answerers.first.back());
    std::vector<std::uint32_t> next(answerers.first.begin(), answerers.first.end() - 1);
    each_answer([&](std::uint32_t writer, std::uint32_t to) { answerers.people[next[to]++] = writer; });
    for (std::uint32_t vertex = 0; vertex < posts.size(); ++vertex) {
        const auto begin = answerers.people.begin();
        std::sort(begin + answerers.first[vertex], begin + answerers.first[vertex + std::size_t{1}]);
    }
    return answerers;
}

/// A way x -> c2 -> c1 of two replies between posts of known writers is reciprocity if one person wrote both of its
/// ends, else external reciprocity. Only the way's middle is gone through, never the ways.
void count_reciprocity(const Cast& cast, const PostGraph& posts, const Answerers& answerers, Motifs& motifs) {
    for (std::uint32_t middle = 0; middle < posts.posts; ++middle) {
        const std::span<const std::uint32_t> begins = answerers.of(middle);
        if (begins.empty()) continue;
        for (const PostGraphEdge& edge : posts.edges_of(middle)) {
            const std::uint32_t writer = edge.kind == EdgeKind::reply ? cast.of_vertex[edge.to] : none;
            if (writer == none) continue;
            const auto [from, to] = std::equal_range(begins.begin(), begins.end(), writer);
            const auto same = static_cast<std::uint64_t>(to - from);
            motifs.reciprocity += same;
            motifs.external_reciprocity += begins.size() - same;
        }
    }
}

}  // namespace

DegreeStatistics degree_statistics(const std::vector<std::uint32_t>& degrees) {
    DegreeStatistics result;
    result.size = degrees.size();
    for (const std::uint32_t degree : degrees) {
        result.sum += degree;
        if (degree > 0) ++result.nonzero;
        if (degree > 1) ++result.multiple;
        if (degree > result.largest) {
            result.second = result.largest;
            result.largest = degree;
        } else {
            result.second = std::max(result.second, degree);
        }
    }
    for (const std::uint32_t degree : degrees) {
        if (degree == 0) continue;
        const double share = degree / static_cast<double>(result.sum);
        result.entropy -= share * std::log(share);
    }
    result.entropy = std::max(0.0, result.entropy);
    return result;
}

Interaction interaction(const Cast& cast, const PeopleGraph& people, const PostGraph& posts, const Forest& forest) {
    const std::size_t known = cast.people.size();
    std::array<std::vector<std::uint32_t>, distributions> degrees;
    for (const Distribution one : {people_answered, people_answering, posts_answered}) degrees[one].assign(known, 0);

    Interaction result;
    std::uint64_t mutual = 0;
    for (std::size_t person = 0; person < known; ++person) {
        const std::uint32_t self = people.answers_self[person] ? 1 : 0;
        degrees[people_answered][person] = people.answered(person) + self;
        degrees[people_answering][person] = people.answerers[person] + self;
        result.motifs.outgoing_triads += pairs_of(degrees[people_answered][person]);
        result.motifs.incoming_triads += pairs_of(degrees[people_answering][person]);
        mutual += people.mutual[person];
    }
    result.motifs.dyadic = mutual / 2;

    const Answerers answerers = find_answerers(cast, posts);
    for (std::uint32_t vertex = 0; vertex < posts.posts + posts.ghosts; ++vertex) {
        if (!forest.vertices[vertex].counts) continue;
        const std::span<const std::uint32_t> row = answerers.of(vertex);
        std::uint32_t different = 0;
        for (std::size_t at = 0; at < row.size(); ++at) {
            if (at > 0 && row[at] == row[at - 1]) continue;
            ++different;
            ++degrees[posts_answered][row[at]];
        }
        degrees[answerers_of_post].push_back(different);
        degrees[replies_to_post].push_back(forest.vertices[vertex].replies);
    }
    count_reciprocity(cast, posts, answerers, result.motifs);
    for (std::size_t one = 0; one < distributions; ++one) result.degrees[one] = degree_statistics(degrees[one]);
    return result;
}

}  // namespace rejoinder::detail
