// The measures of a thread.
#include <algorithm>

#include "measure/statistics.hpp"
#include "measure/table.hpp"

namespace rejoinder::detail {
namespace {

constexpr MeasureScope scope = MeasureScope::thread;

Number mean_depth(const Sheet& sheet, std::size_t /*index*/) {
    double sum = 0;
    for (std::size_t depth = 0; depth < sheet.forest.levels.size(); ++depth) {
        sum += static_cast<double>(depth) * sheet.forest.levels[depth];
    }
    return ratio(sum, sheet.forest.spoken_posts, no_posts);
}

Number branching(const Sheet& sheet, std::size_t /*index*/) {
    std::uint64_t answers = 0;
    std::uint64_t answered = 0;
    for (const ForestVertex& at : sheet.forest.vertices) {
        answers += at.answers;
        if (at.answers > 0) ++answered;
    }
    return ratio(static_cast<double>(answers), static_cast<double>(answered), no_replies);
}

Number structural_virality(const Sheet& sheet, std::size_t /*index*/) {
    if (sheet.forest.largest_tree == none) return absent(no_replies);
    const double size = sheet.forest.vertices[sheet.forest.largest_tree].subtree;
    return {static_cast<double>(sheet.forest.wiener) / (size * (size - 1) / 2), {}, 0};
}

Number wiener_index(const Sheet& sheet, std::size_t /*index*/) {
    if (sheet.forest.largest_tree == none) return absent(no_replies);
    return {static_cast<double>(sheet.forest.wiener), {}, 0};
}

Number reciprocity(const Sheet& sheet, std::size_t /*index*/) {
    std::uint64_t returned = 0;
    for (const std::uint32_t mutual : sheet.people.mutual) returned += mutual;
    return ratio(static_cast<double>(returned), static_cast<double>(sheet.people.edges.size()), no_exchange);
}

Number density(const Sheet& sheet, std::size_t /*index*/) {
    const double people = static_cast<double>(sheet.cast.people.size());
    return ratio(static_cast<double>(sheet.people.edges.size()), people * (people - 1), one_person);
}

Number gini_of_posts(const Sheet& sheet, std::size_t /*index*/) {
    std::vector<std::uint32_t> written;
    for (const Person& one : sheet.cast.people) {
        if (!one.posts.empty()) written.push_back(static_cast<std::uint32_t>(one.posts.size()));
    }
    if (written.size() < 2) return absent("fewer than two people are known to have written a post of the thread");
    return {gini(std::move(written)), {}, 0};
}

Number gini_of_replies(const Sheet& sheet, std::size_t /*index*/) {
    const std::vector<std::uint32_t>& received = sheet.people.received;
    if (received.size() < 2) return absent(one_person);
    if (std::all_of(received.begin(), received.end(), [](std::uint32_t n) { return n == 0; })) {
        return absent("nobody known is answered");
    }
    return {gini(received), {}, 0};
}

/// The first, second or third quartile.
template <int quarter>
Number response(const Sheet& sheet, std::size_t /*index*/) {
    if (sheet.responses.known == 0) return absent("of no reply both times are known to the minute");
    const Responses::Bounds& bounds = sheet.responses.quartiles[quarter - 1];
    return between(bounds.least, bounds.most);
}

/// One of the patterns of interaction.
template <auto motif>
Number occurrences(const Sheet& sheet, std::size_t /*index*/) {
    return count(sheet.interaction.motifs.*motif);
}

constexpr std::string_view type_7 =
    "quantile by linear interpolation (Hyndman & Fan 1996, type 7); the error is what the printed minutes leave open";
constexpr std::string_view motif_source =
    "Zhang et al. 2018, as ConvoKit's HyperConvo counts it over a whole conversation, here over all replies; answers "
    "to oneself count";

}  // namespace

std::vector<Row> thread_rows() {
    return {
        {{"posts", "posts", scope, "posts", "Posts that the thread holds; pingbacks are none.", "count"},
         [](const Sheet& s, std::size_t) -> Number { return count(s.forest.spoken_posts); }},
        {{"ghosts", "ghosts", scope, "posts", "Posts that the thread quotes but does not hold.", "count"},
         [](const Sheet& s, std::size_t) -> Number { return count(s.resolution.ghosts.size()); }},
        {{"people", "people", scope, "people", "Known authors of posts and ghosts, told apart by exact name.", "count"},
         [](const Sheet& s, std::size_t) -> Number { return count(s.cast.people.size()); }},
        {{"reply_edges", "replies", scope, "replies", "Pairs of a post and a post or ghost that it answers.", "count"},
         [](const Sheet& s, std::size_t) -> Number { return count(s.graph.edges.size()); }},
        {{"roots", "roots", scope, "posts", "Posts and ghosts that answer nobody.", "count"},
         [](const Sheet& s, std::size_t) -> Number { return count(s.forest.roots); }},
        {{"components", "components", scope, "components",
          "Groups of posts and ghosts that replies hold together; a post without any reply is in none.",
          "connected components of the undirected post graph, single vertices left out"},
         [](const Sheet& s, std::size_t) -> Number { return count(s.components); }},
        {{"max_depth", "depth", scope, "replies",
          "Most replies between a post and the root of its tree; a root has depth 0.",
          "height of the forest of primary replies"},
         [](const Sheet& s, std::size_t) -> Number { return count(s.forest.levels.size() - 1); }},
        {{"width", "width", scope, "posts", "Largest number of posts at one depth; ghosts are not counted.",
          "width of the forest of primary replies"},
         [](const Sheet& s, std::size_t) -> Number {
             return count(*std::max_element(s.forest.levels.begin(), s.forest.levels.end()));
         }},
        {{"mean_depth", "mean depth", scope, "replies",
          "Mean over the posts of the replies between a post and its root.", "mean over posts, ghosts left out"},
         mean_depth},
        {{"branching", "branching", scope, "replies",
          "Mean number of primary replies to the posts and ghosts that have any.",
          "mean out-degree of the inner vertices of the forest"},
         branching},
        {{"structural_virality", "structural virality", scope, "replies",
          "Mean distance between all pairs of posts in the largest tree: 2 or less for answers to one post, more for "
          "long exchanges.",
          "Goel, Anderson, Hofman & Watts 2016; the largest tree of primary replies, with a ghost as its possible "
          "root"},
         structural_virality},
        {{"wiener_index", "Wiener index", scope, "replies",
          "Sum of the distances between all pairs of posts in the largest tree.", "Wiener 1947; each pair once"},
         wiener_index},
        {{"h_index", "discussion h-index", scope, "levels", "Largest h such that at least h posts stand at depth h.",
          "Gómez, Kaltenbrunner & López 2008, the first of their two wordings: narrower levels above do not matter"},
         [](const Sheet& s, std::size_t) -> Number { return count(h_index(s.forest.levels)); }},
        {{"reciprocity", "reciprocity", scope, "share (0 to 1)",
          "Share of the pairs \"one person answers another\" where the other answers too.",
          "Newman, Forrest & Balthrop 2002: unweighted, answers to oneself left out"},
         reciprocity},
        {{"density", "density", scope, "share (0 to 1)",
          "Share of the possible pairs \"one person answers another\" that occur.",
          "edges / (n (n - 1)), directed, answers to oneself left out"},
         density},
        {{"gini_posts", "Gini of posts", scope, "0 to 1",
          "How unequally posts are spread over the people who wrote any: 0 is equal.",
          "Gini coefficient without small-sample correction"},
         gini_of_posts},
        {{"gini_replies", "Gini of replies", scope, "0 to 1",
          "How unequally replies from others are spread over all people: 0 is equal.",
          "Gini coefficient without small-sample correction"},
         gini_of_replies},
        {{"longest_chain", "longest chain", scope, "replies",
          "Replies in the longest chain from a root to a post that nobody answers; equal to the depth.",
          "longest path in the forest of primary replies"},
         [](const Sheet& s, std::size_t) -> Number { return count(s.forest.levels.size() - 1); }},
        {{"chains", "reply chains", scope, "chains",
          "Chains of primary replies from a root to a post that nobody answers; a post without any reply is in none.",
          "leaves of the forest of primary replies, single vertices left out"},
         [](const Sheet& s, std::size_t) -> Number { return count(s.forest.ends); }},
        {{"volleys", "volleys", scope, "volleys",
          "Stretches of chains in which two people answer each other in turn, with at least three posts, each taken as "
          "far as it goes.",
          "maximal alternating runs along the forest of primary replies; two may share their beginning"},
         [](const Sheet& s, std::size_t) -> Number { return count(s.volleys.volleys); }},
        {{"longest_volley", "longest volley", scope, "posts",
          "Most posts that two people wrote in turn along one chain; 2 is an answer that got no answer back.",
          "longest alternating run along the forest of primary replies"},
         [](const Sheet& s, std::size_t) -> Number {
             return s.volleys.longest > 0 ? count(s.volleys.longest) : absent(no_exchange);
         }},
        {{"response_quartile_1", "quick responses", scope, "seconds",
          "A quarter of the replies whose delay is known came at least as fast.", type_7},
         response<1>},
        {{"response_median", "median response", scope, "seconds",
          "Half of the replies whose delay is known came at least as fast.", type_7},
         response<2>},
        {{"response_quartile_3", "slow responses", scope, "seconds",
          "Three quarters of the replies whose delay is known came at least as fast.", type_7},
         response<3>},
        {{"motif_reciprocity", "answers back", scope, "occurrences",
          "A reply to a reply to a post of one's own: A, B, A.", motif_source},
         occurrences<&Motifs::reciprocity>},
        {{"motif_external_reciprocity", "answers from others", scope, "occurrences",
          "A reply to a reply to a post of somebody else: A, B, C.", motif_source},
         occurrences<&Motifs::external_reciprocity>},
        {{"motif_dyadic", "mutual pairs", scope, "pairs", "Two people who answer each other.", motif_source},
         occurrences<&Motifs::dyadic>},
        {{"motif_incoming_triads", "incoming triads", scope, "occurrences", "Two people who answer the same person.",
          motif_source},
         occurrences<&Motifs::incoming_triads>},
        {{"motif_outgoing_triads", "outgoing triads", scope, "occurrences", "One person who answers two people.",
          motif_source},
         occurrences<&Motifs::outgoing_triads>},
        {{"quoted_share", "quoting posts", scope, "share (0 to 1)", "Share of the posts that quote.", "count"},
         [](const Sheet& s, std::size_t) -> Number {
             return ratio(s.quotes.quoting_posts, s.forest.spoken_posts, no_posts);
         }},
        {{"residual_quote_share", "residual quotes", scope, "share (0 to 1)",
          "Share of the quotes, nested ones too, whose source the thread does not hold.",
          "quotes whose source is a ghost / all quotes"},
         [](const Sheet& s, std::size_t) -> Number {
             return ratio(s.quotes.residual, s.quotes.quotes, "no post quotes");
         }},
    };
}

}  // namespace rejoinder::detail
