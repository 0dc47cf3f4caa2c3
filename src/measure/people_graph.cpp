#include "measure/people_graph.hpp"

#include <algorithm>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <cmath>
#include <numeric>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "measure/post_graph.hpp"

namespace rejoinder::detail {
namespace {

struct Weight {
    double replies = 0;
};

using Graph = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, Weight, boost::no_property,
                                                 std::uint32_t, std::uint32_t>;

constexpr double damping = 0.85;
constexpr double precision = 1e-10;  // of the sum of all changes in one round
constexpr int most_rounds = 200;     // 0.85^142 is below the precision, so this is never what stops it

/// Puts people in order, and the indices that point at them.
void sort_people(Cast& cast) {
    std::vector<std::uint32_t> order(cast.people.size());
    std::iota(order.begin(), order.end(), std::uint32_t{0});
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        const Person& one = cast.people[a];
        const Person& other = cast.people[b];
        if (one.posts.size() != other.posts.size()) return one.posts.size() > other.posts.size();
        return one.name < other.name;
    });
    std::vector<Person> sorted;
    sorted.reserve(order.size());
    std::vector<std::uint32_t> now(order.size());
    for (const std::uint32_t before : order) {
        now[before] = static_cast<std::uint32_t>(sorted.size());
        sorted.push_back(std::move(cast.people[before]));
    }
    cast.people = std::move(sorted);
    for (std::uint32_t& person : cast.of_vertex) {
        if (person != none) person = now[person];
    }
}

Graph boost_graph(const PeopleGraph& graph) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;
    std::vector<Weight> weights;
    edges.reserve(graph.edges.size());
    weights.reserve(graph.edges.size());
    for (const PeopleEdge& edge : graph.edges) {
        edges.emplace_back(edge.from, edge.to);
        weights.push_back({static_cast<double>(edge.replies)});
    }
    return {boost::edges_are_sorted, edges.begin(), edges.end(), weights.begin(),
            static_cast<std::uint32_t>(graph.sent.size())};
}

/// Not boost::graph::page_rank: that one drops the rank of people who answer nobody, does not sum to 1, and knows no
/// weights.
std::vector<double> page_rank(const Graph& graph) {
    const std::size_t people = num_vertices(graph);
    const double share = 1.0 / static_cast<double>(people);
    std::vector<double> given(people, 0);
    for (auto [edge, end] = edges(graph); edge != end; ++edge) given[source(*edge, graph)] += graph[*edge].replies;
    std::vector<double> rank(people, share);
    std::vector<double> next(people);
    for (int round = 0; round < most_rounds; ++round) {
        double dangling = 0;
        for (std::size_t person = 0; person < people; ++person) {
            if (given[person] == 0) dangling += rank[person];
        }
        std::fill(next.begin(), next.end(), (1 - damping + damping * dangling) * share);
        for (auto [edge, end] = edges(graph); edge != end; ++edge) {
            const auto from = source(*edge, graph);
            next[target(*edge, graph)] += damping * rank[from] * graph[*edge].replies / given[from];
        }
        double change = 0;
        for (std::size_t person = 0; person < people; ++person) change += std::abs(next[person] - rank[person]);
        rank.swap(next);
        if (change < precision) break;
    }
    return rank;
}

std::vector<double> betweenness(const Graph& graph) {
    const std::size_t people = num_vertices(graph);
    if (people < 3 || people > most_people_for_betweenness) return {};
    std::vector<double> values(people, 0);
    boost::brandes_betweenness_centrality(
        graph, boost::make_iterator_property_map(values.begin(), get(boost::vertex_index, graph)));
    const double pairs = static_cast<double>(people - 1) * static_cast<double>(people - 2);
    for (double& value : values) value /= pairs;
    return values;
}

}  // namespace

Cast cast_of(const Thread& thread, const Resolution& resolution) {
    Cast cast;
    const std::size_t posts = resolution.posts.size();
    cast.of_vertex.assign(posts + resolution.ghosts.size(), none);
    std::unordered_map<std::string_view, std::uint32_t> known;
    known.reserve(cast.of_vertex.size());
    const auto person_of = [&](const std::string& name) {
        const auto [entry, is_new] = known.try_emplace(name, static_cast<std::uint32_t>(cast.people.size()));
        if (is_new) {
            Person& person = cast.people.emplace_back();
            person.name = name;
            person.source = NameSource::inferred;
        }
        return entry->second;
    };
    for (std::uint32_t post = 0; post < posts; ++post) {
        const ResolvedAuthor& author = resolution.posts[post].author;
        if (author.name.empty() || thread.posts[post].kind == PostKind::pingback) continue;
        const std::uint32_t person = person_of(author.name);
        cast.of_vertex[post] = person;
        cast.people[person].posts.push_back(post);
        if (author.source == NameSource::printed) cast.people[person].source = NameSource::printed;
    }
    for (std::uint32_t ghost = 0; ghost < resolution.ghosts.size(); ++ghost) {
        const std::string& name = resolution.ghosts[ghost].author;
        if (name.empty()) continue;
        const std::uint32_t person = person_of(name);
        cast.of_vertex[posts + ghost] = person;
        cast.people[person].ghosts.push_back(ghost);
    }
    sort_people(cast);
    return cast;
}

PeopleGraph build_people_graph(const Cast& cast, const Resolution& resolution, double least_confidence) {
    PeopleGraph graph;
    graph.sent.assign(cast.people.size(), 0);
    graph.received.assign(cast.people.size(), 0);
    std::vector<std::uint64_t> pairs;  // from in the upper half, to in the lower
    pairs.reserve(resolution.replies.size());
    for (const Reply& reply : resolution.replies) {
        if (reply.confidence < least_confidence) continue;
        const std::uint32_t from = cast.of_vertex[reply.from];
        const std::size_t answered =
            reply.to.kind == Ref::Kind::post ? reply.to.index : resolution.posts.size() + reply.to.index;
        const std::uint32_t to = cast.of_vertex[answered];
        if (from == to) continue;
        if (from != none) ++graph.sent[from];
        if (to != none) ++graph.received[to];
        if (from != none && to != none) pairs.push_back(std::uint64_t{from} << 32U | to);
    }
    std::sort(pairs.begin(), pairs.end());
    for (std::size_t at = 0; at < pairs.size(); ++at) {
        if (at > 0 && pairs[at] == pairs[at - 1]) {
            ++graph.edges.back().replies;
        } else {
            graph.edges.push_back(
                {static_cast<std::uint32_t>(pairs[at] >> 32U), static_cast<std::uint32_t>(pairs[at]), 1});
        }
    }
    return graph;
}

Centrality centrality(const PeopleGraph& graph) {
    if (graph.edges.empty()) return {};
    const Graph people = boost_graph(graph);
    return {page_rank(people), betweenness(people)};
}

}  // namespace rejoinder::detail
