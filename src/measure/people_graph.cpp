#include "measure/people_graph.hpp"

#include <algorithm>
#include <numeric>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "measure/forest.hpp"

namespace rejoinder::detail {
namespace {

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

bool before(const PeopleEdge& a, const PeopleEdge& b) {
    return a.from != b.from ? a.from < b.from : a.to < b.to;
}

/// Joins equal pairs (from in the upper half, to in the lower) to edges, and counts by person.
void add_edges(std::vector<std::uint64_t> pairs, PeopleGraph& graph) {
    const std::size_t people = graph.sent.size();
    graph.first.assign(people + 1, 0);
    graph.answerers.assign(people, 0);
    graph.mutual.assign(people, 0);
    std::sort(pairs.begin(), pairs.end());
    for (std::size_t at = 0; at < pairs.size(); ++at) {
        if (at > 0 && pairs[at] == pairs[at - 1]) {
            ++graph.edges.back().replies;
            continue;
        }
        const PeopleEdge edge{static_cast<std::uint32_t>(pairs[at] >> 32U), static_cast<std::uint32_t>(pairs[at]), 1};
        graph.edges.push_back(edge);
        ++graph.first[edge.from + std::size_t{1}];
        ++graph.answerers[edge.to];
    }
    for (std::size_t person = 0; person < people; ++person) graph.first[person + 1] += graph.first[person];
    for (const PeopleEdge& edge : graph.edges) {
        const auto row = graph.edges.begin();
        if (std::binary_search(row + graph.first[edge.to], row + graph.first[edge.to + std::size_t{1}],
                               PeopleEdge{edge.to, edge.from, 0}, before)) {
            ++graph.mutual[edge.from];
        }
    }
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

PeopleGraph build_people_graph(const Cast& cast, const PostGraph& posts) {
    PeopleGraph graph;
    graph.sent.assign(cast.people.size(), 0);
    graph.received.assign(cast.people.size(), 0);
    graph.answers_self.assign(cast.people.size(), false);
    std::vector<std::uint64_t> pairs;
    for (std::uint32_t post = 0; post < posts.posts; ++post) {
        const std::uint32_t from = cast.of_vertex[post];
        for (const PostGraphEdge& edge : posts.edges_of(post)) {
            if (edge.kind != EdgeKind::reply) continue;
            const std::uint32_t to = cast.of_vertex[edge.to];
            if (from == to) {
                if (from != none) graph.answers_self[from] = true;
                continue;
            }
            if (from != none) ++graph.sent[from];
            if (to != none) ++graph.received[to];
            if (from != none && to != none) pairs.push_back(std::uint64_t{from} << 32U | to);
        }
    }
    add_edges(std::move(pairs), graph);
    return graph;
}

}  // namespace rejoinder::detail
