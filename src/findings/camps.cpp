#include "findings/camps.hpp"

#include <algorithm>
#include <utility>

#include "findings/max_cut.hpp"
#include "findings/people_replies.hpp"

namespace rejoinder::detail {
namespace {

constexpr std::size_t fewest_people = 3;

/// The people who answer or are answered, in order; their posts that show it.
std::vector<CampMember> members_of(const std::vector<PersonReply>& replies) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> shown;  // person, post
    shown.reserve(2 * replies.size());
    for (const PersonReply& reply : replies) {
        shown.emplace_back(reply.from, reply.post);
        shown.emplace_back(reply.to, reply.post);
    }
    std::sort(shown.begin(), shown.end());
    shown.erase(std::unique(shown.begin(), shown.end()), shown.end());
    std::vector<CampMember> members;
    for (const auto& [person, post] : shown) {
        if (members.empty() || members.back().person != person) members.emplace_back().person = person;
        members.back().posts.push_back(post);
    }
    return members;
}

std::uint32_t place_of(std::uint32_t person, const std::vector<CampMember>& members) {
    const auto at = std::lower_bound(members.begin(), members.end(), person,
                                     [](const CampMember& member, std::uint32_t p) { return member.person < p; });
    return static_cast<std::uint32_t>(at - members.begin());
}

std::vector<CutEdge> edges_of(const std::vector<PersonReply>& replies, const std::vector<CampMember>& members) {
    std::vector<CutEdge> edges;
    edges.reserve(replies.size());
    for (const PersonReply& reply : replies) {
        edges.push_back({place_of(reply.from, members), place_of(reply.to, members), 1.0});
    }
    return edges;
}

}  // namespace

Camps find_camps(const Resolution& resolution, const Measures& measures) {
    Camps camps;
    const std::vector<PersonReply> replies = replies_between_people(resolution, measures.people);
    camps.because = "too few people answer each other";
    std::vector<CampMember> members = members_of(replies);
    if (members.size() < fewest_people) return camps;
    const std::vector<CutEdge> edges = edges_of(replies, members);
    const std::vector<std::uint8_t> sides = maximum_cut(members.size(), edges);
    std::vector<double> across(members.size(), 0);
    std::vector<double> all(members.size(), 0);
    for (const CutEdge& edge : edges) {
        for (const std::uint32_t at : {edge.a, edge.b}) {
            all[at] += edge.weight;
            if (sides[edge.a] != sides[edge.b]) across[at] += edge.weight;
        }
    }
    for (std::size_t at = 0; at < members.size(); ++at) {
        members[at].side = sides[at];
        members[at].confidence = std::max(0.5, (across[at] + 1) / (all[at] + 2));
        camps.confidence += members[at].confidence / static_cast<double>(members.size());
    }
    camps.because = "the sides rest on replies alone";
    camps.members = std::move(members);
    return camps;
}

}  // namespace rejoinder::detail
