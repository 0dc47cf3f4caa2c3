#include "findings/camps.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

#include "findings/two_sides.hpp"

namespace rejoinder::detail {
namespace {

constexpr std::size_t fewest_pairs = 2;
constexpr double sure = 0.8;              // confidence of a member that a claim may rest on
constexpr std::size_t fewest_sure = 2;    // such members on each side
constexpr double least_sure_share = 0.5;  // of all members

// What a reply weighs. Set by hand to round numbers on the debates of tests/golden/iac_camps.py.
constexpr double reply_weight = 0.4;
constexpr double address_weight = 1.0;
constexpr double disagreement_weight = 0.5;
constexpr double agreement_weight = -1.5;
constexpr double scale = 0.3;     // from weight to half the log of the odds of different sides
constexpr double exponent = 0.6;  // the replies of one pair are much alike: ten say less than ten times one

double weight_of(const Stance& stance) {
    double weight = reply_weight;
    if (stance.addresses) weight += address_weight;
    if (stance.disagrees && !stance.agrees) weight += disagreement_weight;
    if (stance.agrees && !stance.disagrees) weight += agreement_weight;
    return weight;
}

/// Everybody, with the posts by which they answer or are answered.
std::vector<CampMember> members_of(const std::vector<Stance>& stances, std::size_t people) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> shown;  // person, post
    shown.reserve(2 * stances.size());
    for (const Stance& stance : stances) {
        shown.emplace_back(stance.reply.from, stance.reply.post);
        shown.emplace_back(stance.reply.to, stance.reply.post);
    }
    std::sort(shown.begin(), shown.end());
    shown.erase(std::unique(shown.begin(), shown.end()), shown.end());
    std::vector<CampMember> members(people);
    for (std::uint32_t person = 0; person < people; ++person) members[person].person = person;
    for (const auto& [person, post] : shown) members[person].posts.push_back(post);
    return members;
}

/// One edge a pair.
std::vector<SignedEdge> edges_of(const std::vector<Stance>& stances) {
    std::vector<SignedEdge> all;
    all.reserve(stances.size());
    for (const Stance& stance : stances) {
        const auto [a, b] = std::minmax(stance.reply.from, stance.reply.to);
        all.push_back({a, b, weight_of(stance)});
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const SignedEdge& x, const SignedEdge& y) { return std::tie(x.a, x.b) < std::tie(y.a, y.b); });
    std::vector<SignedEdge> edges;
    for (const SignedEdge& edge : all) {
        if (edges.empty() || edges.back().a != edge.a || edges.back().b != edge.b) {
            edges.push_back(edge);
        } else {
            edges.back().weight += edge.weight;
        }
    }
    for (SignedEdge& edge : edges)
        edge.weight = std::copysign(scale * std::pow(std::abs(edge.weight), exponent), edge.weight);
    return edges;
}

/// Whether the sides may be spoken of, and why.
void judge(Camps& camps) {
    std::size_t sure_members[2] = {0, 0};
    for (const CampMember& member : camps.members) {
        if (member.confidence >= sure) ++sure_members[member.side];
    }
    const auto agreeing =
        std::count_if(camps.cues.begin(), camps.cues.end(), [](const StanceCue& cue) { return cue.agrees; });
    const auto answering = std::count_if(camps.members.begin(), camps.members.end(),
                                         [](const CampMember& member) { return !member.posts.empty(); });
    if (std::min(sure_members[0], sure_members[1]) < fewest_sure) {
        camps.because = "fewer than two people on one of the sides can be placed with a confidence of 0.8";
    } else if (static_cast<double>(sure_members[0] + sure_members[1]) <
               least_sure_share * static_cast<double>(answering)) {
        camps.because = "fewer than half of the people who answer each other can be placed with a confidence of 0.8";
    } else if (2 * static_cast<std::size_t>(agreeing) > camps.cues.size()) {
        camps.because = "words of agreement outnumber those of disagreement";
    } else {
        camps.clear = true;
        camps.because =
            "at least half of the people who answer each other, two or more on each side, can be placed with a "
            "confidence of 0.8";
    }
}

}  // namespace

Camps find_camps(const std::vector<Stance>& stances, std::size_t people) {
    Camps camps;
    const std::vector<SignedEdge> edges = edges_of(stances);
    if (edges.size() < fewest_pairs) {
        camps.because = "fewer than two pairs of people who are known by name answer each other";
        return camps;
    }
    std::vector<CampMember> members = members_of(stances, people);
    const std::vector<double> ones = two_sides(people, edges);
    for (std::size_t at = 0; at < members.size(); ++at) {
        members[at].side = ones[at] >= 0.5 ? 1 : 0;
        members[at].confidence = std::max(ones[at], 1 - ones[at]);
        camps.confidence += members[at].confidence / static_cast<double>(members.size());
    }
    // The first person's side is called 0, so that a mirror image reads the same.
    if (members.front().side == 1) {
        for (CampMember& member : members) member.side = static_cast<std::uint8_t>(1 - member.side);
    }
    camps.members = std::move(members);
    camps.cues = cues_of(stances);
    judge(camps);
    return camps;
}

}  // namespace rejoinder::detail
