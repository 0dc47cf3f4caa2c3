#include "measure/table.hpp"

#include <algorithm>
#include <numeric>

#include "measure/statistics.hpp"

namespace rejoinder::detail {
namespace {

constexpr std::string_view no_posts = "the thread has no posts";
constexpr std::string_view no_replies = "no post answers another";
constexpr std::string_view no_exchange = "no known person answers another";
constexpr std::string_view one_person = "fewer than two people are known";

constexpr MeasureScope per_thread = MeasureScope::thread;
constexpr MeasureScope per_post = MeasureScope::post;
constexpr MeasureScope per_person = MeasureScope::person;

Number absent(std::string_view reason) {
    return {0, reason};
}

Number count(std::size_t number) {
    return {static_cast<double>(number), {}};
}

/// part / whole, or the reason if there is no whole.
Number ratio(double part, double whole, std::string_view reason) {
    return whole > 0 ? Number{part / whole, {}} : absent(reason);
}

const PostVertex& vertex(const Sheet& sheet, std::size_t index) {
    return sheet.posts.vertices[index];
}

Number mean_depth(const Sheet& sheet, std::size_t /*index*/) {
    double sum = 0;
    for (std::size_t depth = 0; depth < sheet.posts.levels.size(); ++depth) {
        sum += static_cast<double>(depth) * sheet.posts.levels[depth];
    }
    return ratio(sum, sheet.posts.spoken_posts, no_posts);
}

Number branching(const Sheet& sheet, std::size_t /*index*/) {
    std::uint64_t answers = 0;
    std::uint64_t answered = 0;
    for (const PostVertex& at : sheet.posts.vertices) {
        answers += at.answers;
        if (at.answers > 0) ++answered;
    }
    return ratio(static_cast<double>(answers), static_cast<double>(answered), no_replies);
}

Number structural_virality(const Sheet& sheet, std::size_t /*index*/) {
    if (sheet.posts.largest_tree == none) return absent(no_replies);
    const double size = vertex(sheet, sheet.posts.largest_tree).subtree;
    return {static_cast<double>(sheet.posts.wiener) / (size * (size - 1) / 2), {}};
}

Number wiener_index(const Sheet& sheet, std::size_t /*index*/) {
    if (sheet.posts.largest_tree == none) return absent(no_replies);
    return {static_cast<double>(sheet.posts.wiener), {}};
}

Number reciprocity(const Sheet& sheet, std::size_t /*index*/) {
    const std::vector<PeopleEdge>& edges = sheet.people.edges;  // sorted, so that the way back is found by halving
    const auto before = [](const PeopleEdge& a, const PeopleEdge& b) {
        return a.from != b.from ? a.from < b.from : a.to < b.to;
    };
    std::size_t returned = 0;
    for (const PeopleEdge& edge : edges) {
        if (std::binary_search(edges.begin(), edges.end(), PeopleEdge{edge.to, edge.from, 0}, before)) ++returned;
    }
    return ratio(static_cast<double>(returned), static_cast<double>(edges.size()), no_exchange);
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
    return {gini(std::move(written)), {}};
}

Number gini_of_replies(const Sheet& sheet, std::size_t /*index*/) {
    const std::vector<std::uint32_t>& received = sheet.people.received;
    if (received.size() < 2) return absent(one_person);
    if (std::all_of(received.begin(), received.end(), [](std::uint32_t n) { return n == 0; })) {
        return absent("nobody known is answered");
    }
    return {gini(received), {}};
}

Number delay(const Sheet& sheet, std::size_t index) {
    const std::uint32_t parent = vertex(sheet, index).parent;
    if (parent == none) return absent("it answers nobody");
    const Timeline& timeline = sheet.resolution.timeline;
    const std::size_t posts = sheet.posts.posts;
    if (index >= timeline.posts.size() || (parent >= posts && parent - posts >= timeline.ghosts.size())) {
        return absent("no times are known");
    }
    const TimeBounds& own = timeline.posts[index];
    const TimeBounds& answered = parent < posts ? timeline.posts[parent] : timeline.ghosts[parent - posts];
    if (!own.earliest || own.earliest != own.latest) return absent("its exact time is not known");
    if (!answered.earliest || answered.earliest != answered.latest) {
        return absent("the exact time of the post it answers is not known");
    }
    const double seconds = static_cast<double>(*own.earliest) - static_cast<double>(*answered.earliest);
    if (seconds < 0) return absent("its time is before that of the post it answers");
    return {seconds, {}};
}

Number page_rank(const Sheet& sheet, std::size_t index) {
    if (sheet.centrality.page_rank.empty()) return absent(no_exchange);
    return {sheet.centrality.page_rank[index], {}};
}

Number betweenness(const Sheet& sheet, std::size_t index) {
    const std::size_t people = sheet.cast.people.size();
    if (people < 3) return absent("fewer than three people are known");
    if (people > most_people_for_betweenness) return absent("it is not computed for more than 2,000 people");
    if (sheet.centrality.betweenness.empty()) return absent(no_exchange);
    return {sheet.centrality.betweenness[index], {}};
}

Number words_written(const Sheet& sheet, std::size_t index) {
    std::size_t words = 0;
    for (const std::uint32_t written : sheet.cast.people[index].posts) words += sheet.resolution.posts[written].words;
    return count(words);
}

}  // namespace

QuoteCounts count_quotes(const Thread& thread, const Resolution& resolution) {
    QuoteCounts counts;
    counts.drawn.assign(resolution.posts.size(), 0);
    for (std::size_t index = 0; index < resolution.posts.size(); ++index) {
        const std::vector<ResolvedQuote>& quotes = resolution.posts[index].quotes;
        counts.quotes += static_cast<std::uint32_t>(quotes.size());
        if (!quotes.empty() && thread.posts[index].kind != PostKind::pingback) ++counts.quoting_posts;
        for (const ResolvedQuote& quote : quotes) {
            if (!quote.source) continue;
            if (quote.source->kind == Ref::Kind::ghost) {
                ++counts.residual;
            } else {
                ++counts.drawn[quote.source->index];
            }
        }
    }
    return counts;
}

const std::vector<Row>& rows() {
    static const std::vector<Row> table = {
        {{"posts", "posts", per_thread, "posts", "Posts that the thread holds; pingbacks are none.", "count"},
         [](const Sheet& s, std::size_t) -> Number { return count(s.posts.spoken_posts); }},
        {{"ghosts", "ghosts", per_thread, "posts", "Posts that the thread quotes but does not hold.", "count"},
         [](const Sheet& s, std::size_t) -> Number { return count(s.resolution.ghosts.size()); }},
        {{"people", "people", per_thread, "people", "Known authors of posts and ghosts, told apart by exact name.",
          "count"},
         [](const Sheet& s, std::size_t) -> Number { return count(s.cast.people.size()); }},
        {{"reply_edges", "replies", per_thread, "replies", "Pairs of a post and a post or ghost that it answers.",
          "count"},
         [](const Sheet& s, std::size_t) -> Number { return count(s.posts.edges); }},
        {{"roots", "roots", per_thread, "posts", "Posts and ghosts that answer nobody.", "count"},
         [](const Sheet& s, std::size_t) -> Number { return count(s.posts.roots); }},
        {{"components", "components", per_thread, "components",
          "Groups of posts and ghosts that replies hold together; a post without any reply is in none.",
          "connected components of the undirected post graph, single vertices left out"},
         [](const Sheet& s, std::size_t) -> Number { return count(s.posts.components); }},
        {{"max_depth", "depth", per_thread, "replies",
          "Most replies between a post and the root of its tree; a root has depth 0.",
          "height of the forest of primary replies"},
         [](const Sheet& s, std::size_t) -> Number { return count(s.posts.levels.size() - 1); }},
        {{"width", "width", per_thread, "posts", "Largest number of posts at one depth; ghosts are not counted.",
          "width of the forest of primary replies"},
         [](const Sheet& s, std::size_t) -> Number {
             return count(*std::max_element(s.posts.levels.begin(), s.posts.levels.end()));
         }},
        {{"mean_depth", "mean depth", per_thread, "replies",
          "Mean over the posts of the replies between a post and its root.", "mean over posts, ghosts left out"},
         mean_depth},
        {{"branching", "branching", per_thread, "replies",
          "Mean number of primary replies to the posts and ghosts that have any.",
          "mean out-degree of the inner vertices of the forest"},
         branching},
        {{"structural_virality", "structural virality", per_thread, "replies",
          "Mean distance between all pairs of posts in the largest tree: 2 or less for answers to one post, more for "
          "long exchanges.",
          "Goel, Anderson, Hofman & Watts 2016; the largest tree of primary replies, with a ghost as its possible "
          "root"},
         structural_virality},
        {{"wiener_index", "Wiener index", per_thread, "replies",
          "Sum of the distances between all pairs of posts in the largest tree.", "Wiener 1947; each pair once"},
         wiener_index},
        {{"h_index", "discussion h-index", per_thread, "levels",
          "Largest h such that at least h posts stand at depth h.",
          "Gómez, Kaltenbrunner & López 2008, the first of their two wordings: narrower levels above do not matter"},
         [](const Sheet& s, std::size_t) -> Number { return count(h_index(s.posts.levels)); }},
        {{"reciprocity", "reciprocity", per_thread, "share (0 to 1)",
          "Share of the pairs \"one person answers another\" where the other answers too.",
          "Newman, Forrest & Balthrop 2002: unweighted, answers to oneself left out"},
         reciprocity},
        {{"density", "density", per_thread, "share (0 to 1)",
          "Share of the possible pairs \"one person answers another\" that occur.",
          "edges / (n (n - 1)), directed, answers to oneself left out"},
         density},
        {{"gini_posts", "Gini of posts", per_thread, "0 to 1",
          "How unequally posts are spread over the people who wrote any: 0 is equal.",
          "Gini coefficient without small-sample correction"},
         gini_of_posts},
        {{"gini_replies", "Gini of replies", per_thread, "0 to 1",
          "How unequally replies from others are spread over all people: 0 is equal.",
          "Gini coefficient without small-sample correction"},
         gini_of_replies},
        {{"longest_chain", "longest chain", per_thread, "replies",
          "Replies in the longest chain from a root to a post that nobody answers; equal to the depth.",
          "longest path in the forest of primary replies"},
         [](const Sheet& s, std::size_t) -> Number { return count(s.posts.levels.size() - 1); }},
        {{"quoted_share", "quoting posts", per_thread, "share (0 to 1)", "Share of the posts that quote.", "count"},
         [](const Sheet& s, std::size_t) -> Number {
             return ratio(s.quotes.quoting_posts, s.posts.spoken_posts, no_posts);
         }},
        {{"residual_quote_share", "residual quotes", per_thread, "share (0 to 1)",
          "Share of the quotes, nested ones too, whose source the thread does not hold.",
          "quotes whose source is a ghost / all quotes"},
         [](const Sheet& s, std::size_t) -> Number {
             return ratio(s.quotes.residual, s.quotes.quotes, "no post quotes");
         }},
        {{"depth", "depth", per_post, "replies",
          "Primary replies between the post and the root of its tree; a root has depth 0.",
          "depth in the forest of primary replies"},
         [](const Sheet& s, std::size_t index) -> Number { return count(vertex(s, index).depth); }},
        {{"subtree_size", "subtree", per_post, "posts",
          "The post and all posts that answer it, directly or through others.",
          "vertices of the subtree of primary replies"},
         [](const Sheet& s, std::size_t index) -> Number { return count(vertex(s, index).subtree); }},
        {{"replies", "replies", per_post, "replies",
          "Posts that answer it, whether or not it is what they answer first.", "in-degree in the post graph"},
         [](const Sheet& s, std::size_t index) -> Number { return count(vertex(s, index).replies); }},
        {{"quotes_drawn", "quotes drawn", per_post, "quotes", "Quotes of it, nested ones too.", "count"},
         [](const Sheet& s, std::size_t index) -> Number { return count(s.quotes.drawn[index]); }},
        {{"delay", "delay", per_post, "seconds", "Time between the post and the post that it answers first.",
          "difference of the times, where both are known to the second"},
         delay},
        {{"posts_written", "posts", per_person, "posts",
          "Posts of the thread that this person is known to have written.", "count"},
         [](const Sheet& s, std::size_t index) -> Number { return count(s.cast.people[index].posts.size()); }},
        {{"replies_sent", "replies sent", per_person, "replies",
          "Replies to posts of anybody else, unknown writers included.",
          "out-degree weighted by replies, answers to oneself left out"},
         [](const Sheet& s, std::size_t index) -> Number { return count(s.people.sent[index]); }},
        {{"replies_received", "replies received", per_person, "replies",
          "Replies from anybody else, unknown writers included, to posts and ghosts.",
          "in-degree weighted by replies, answers to oneself left out"},
         [](const Sheet& s, std::size_t index) -> Number { return count(s.people.received[index]); }},
        {{"page_rank", "PageRank", per_person, "share (0 to 1)",
          "Share of the attention that replies pass on, from those who answer to those who are answered.",
          "Brin & Page 1998: damping 0.85, weighted by replies, what people who answer nobody hold is spread evenly; "
          "sums to 1"},
         page_rank},
        {{"betweenness", "betweenness", per_person, "share (0 to 1)",
          "Share of the shortest ways from one other person to another, by who answers whom, that lead through this "
          "one.",
          "Freeman 1977 by Brandes 2001: directed, unweighted, divided by (n - 1)(n - 2); left out above 2,000 people"},
         betweenness},
        {{"post_share", "share of posts", per_person, "share (0 to 1)",
          "Share of the posts of the thread that this person is known to have written.",
          "posts of the person / posts of the thread"},
         [](const Sheet& s, std::size_t index) -> Number {
             return ratio(static_cast<double>(s.cast.people[index].posts.size()), s.posts.spoken_posts, no_posts);
         }},
        {{"words_written", "words", per_person, "words", "Own words in those posts, quotes left out.", "count"},
         words_written},
    };
    return table;
}

}  // namespace rejoinder::detail
