// The measures of a person.
#include "measure/table.hpp"

namespace rejoinder::detail {
namespace {

constexpr MeasureScope scope = MeasureScope::person;
constexpr std::string_view only_ghosts = "the thread holds no post of theirs";

Number reciprocity(const Sheet& sheet, std::size_t index) {
    const double ties = sheet.people.answered(index) + static_cast<double>(sheet.people.answerers[index]);
    return ratio(2.0 * sheet.people.mutual[index], ties, "they answer no known person, and none answers them");
}

Number page_rank(const Sheet& sheet, std::size_t index) {
    return sheet.page_rank.empty() ? absent(no_exchange) : Number{sheet.page_rank[index], {}, 0};
}

Number betweenness(const Sheet& sheet, std::size_t index) {
    const Betweenness& all = sheet.betweenness;
    if (sheet.cast.people.size() < 3) return absent("fewer than three people are known");
    if (all.values.empty()) return absent(no_exchange);
    return {all.values[index], {}, all.errors.empty() ? 0 : all.errors[index]};
}

Number words_written(const Sheet& sheet, std::size_t index) {
    std::size_t words = 0;
    for (const std::uint32_t written : sheet.cast.people[index].posts) words += sheet.resolution.posts[written].words;
    return count(words);
}

}  // namespace

std::vector<Row> person_rows() {
    return {
        {{"posts_written", "posts", scope, "posts", "Posts of the thread that this person is known to have written.",
          "count"},
         [](const Sheet& s, std::size_t index) -> Number { return count(s.cast.people[index].posts.size()); }},
        {{"replies_sent", "replies sent", scope, "replies",
          "Replies to posts of anybody else, unknown writers included.",
          "out-degree weighted by replies, answers to oneself left out"},
         [](const Sheet& s, std::size_t index) -> Number { return count(s.people.sent[index]); }},
        {{"replies_received", "replies received", scope, "replies",
          "Replies from anybody else, unknown writers included, to posts and ghosts.",
          "in-degree weighted by replies, answers to oneself left out"},
         [](const Sheet& s, std::size_t index) -> Number { return count(s.people.received[index]); }},
        {{"people_answered", "people answered", scope, "people", "Known other people whom this person answers.",
          "out-degree in the people graph"},
         [](const Sheet& s, std::size_t index) -> Number { return count(s.people.answered(index)); }},
        {{"people_answering", "answered by", scope, "people", "Known other people who answer this person.",
          "in-degree in the people graph"},
         [](const Sheet& s, std::size_t index) -> Number { return count(s.people.answerers[index]); }},
        {{"person_reciprocity", "reciprocity", scope, "share (0 to 1)",
          "Share of this person's ties, to those they answer and from those who answer them, that go both ways.",
          "2 x people tied both ways / (people answered + people answering)"},
         reciprocity},
        {{"page_rank", "PageRank", scope, "share (0 to 1)",
          "Share of the attention that replies pass on, from those who answer to those who are answered.",
          "Brin & Page 1998: damping 0.85, weighted by replies, what people who answer nobody hold is spread evenly; "
          "sums to 1"},
         page_rank},
        {{"betweenness", "betweenness", scope, "share (0 to 1)",
          "Share of the shortest ways from one other person to another, by who answers whom, that lead through this "
          "one.",
          "Freeman 1977 by Brandes 2001: directed, unweighted, divided by (n - 1)(n - 2). Exact while people x (people "
          "+ "
          "pairs) is at most 100 million; else estimated from a sample of people (Brandes & Pich 2007), with an error "
          "that "
          "holds for all people at once with 95 % certainty (the smaller of Hoeffding's and the empirical Bernstein "
          "bound)"},
         betweenness},
        {{"post_share", "share of posts", scope, "share (0 to 1)",
          "Share of the posts of the thread that this person is known to have written.",
          "posts of the person / posts of the thread"},
         [](const Sheet& s, std::size_t index) -> Number {
             return ratio(static_cast<double>(s.cast.people[index].posts.size()), s.forest.spoken_posts, no_posts);
         }},
        {{"words_written", "words", scope, "words", "Own words in those posts, quotes left out.", "count"},
         words_written},
        {{"entry", "entry", scope, "post number", "Number of the first post that this person is known to have written.",
          "count from 1, in page order"},
         [](const Sheet& s, std::size_t index) -> Number {
             const auto& posts = s.cast.people[index].posts;
             return posts.empty() ? absent(only_ghosts) : count(posts.front() + std::uint64_t{1});
         }},
        {{"exit", "exit", scope, "post number", "Number of the last post that this person is known to have written.",
          "count from 1, in page order"},
         [](const Sheet& s, std::size_t index) -> Number {
             const auto& posts = s.cast.people[index].posts;
             return posts.empty() ? absent(only_ghosts) : count(posts.back() + std::uint64_t{1});
         }},
    };
}

}  // namespace rejoinder::detail
