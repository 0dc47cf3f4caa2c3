#include "resolve/replies.hpp"

#include <algorithm>
#include <cassert>
#include <string_view>
#include <unordered_map>

#include "resolve/confidence.hpp"
#include "resolve/mentions.hpp"
#include "resolve/parts.hpp"

namespace rejoinder {

namespace {

constexpr double of_parent_id = 0.99;

/// An estimate, not a measured share: no truth file says whom a post without a quote answers.
double trust(EvidenceKind kind) {
    switch (kind) {
        case EvidenceKind::linked_post:
            return 0.85;
        // A name stands for the nearest post of its bearer, and may mean an earlier one.
        case EvidenceKind::mentioned_name:
        case EvidenceKind::addressed_name:
            return 0.7;
        case EvidenceKind::numbered_post:
            return 0.6;
        default:
            return 0.5;
    }
}

/// Of a reply that rests on the forum's word, on quotes, or on both.
double confidence(const Reply& reply, const FactsFinder& facts) {
    std::vector<std::uint32_t> quotes;
    double doubt = 1;
    for (const Evidence& evidence : reply.evidence) {
        if (evidence.kind == EvidenceKind::parent_id) {
            doubt = 1 - of_parent_id;
        } else if (std::find(quotes.begin(), quotes.end(), evidence.quote) == quotes.end()) {
            quotes.push_back(evidence.quote);
        }
    }
    if (!quotes.empty()) doubt *= 1 - confidence_of(facts.of(reply.from, reply.to, quotes));
    return std::min(1 - doubt, 0.999);
}

void add_evidence(Reply& reply, const ResolvedQuote& quote, std::uint32_t number, const std::vector<Ghost>& ghosts) {
    const auto words = static_cast<std::uint32_t>(quote.agreement * quote.words + 0.5);
    const auto add = [&](EvidenceKind kind, std::uint32_t n) { reply.evidence.push_back({kind, number, n}); };
    if (!quote.source_key.empty()) add(EvidenceKind::quoted_post_id, 0);
    if (quote.source->kind == Ref::Kind::post) {
        if (words > 0) add(EvidenceKind::quoted_text, words);
    } else if (ghosts[quote.source->index].quoted_by.size() > 1 && words > 0) {
        add(EvidenceKind::shared_quote, words);
    }
    if (!quote.author.empty()) add(EvidenceKind::attributed_author, 0);
}

/// By post: the earlier post that the forum says it answers, or `none`.
std::vector<std::uint32_t> printed_parents(const Thread& thread) {
    std::vector<std::uint32_t> parents(thread.posts.size(), none);
    const auto has_parent = [](const Post& post) { return !post.parent_key.empty() || post.parent_line != 0; };
    if (std::none_of(thread.posts.begin(), thread.posts.end(), has_parent)) return parents;
    std::unordered_map<std::string_view, std::uint32_t> by_key;
    std::unordered_map<std::size_t, std::uint32_t> by_line;  // of the page that the post stands on
    std::size_t last_line = 0;
    for (std::uint32_t post = 0; post < thread.posts.size(); ++post) {
        if (!thread.posts[post].parent_key.empty()) {
            if (const auto at = by_key.find(thread.posts[post].parent_key); at != by_key.end())
                parents[post] = at->second;
        }
        if (!thread.posts[post].key.empty()) by_key.emplace(thread.posts[post].key, post);
        const std::size_t line = thread.posts[post].line;
        if (line <= last_line) by_line.clear();  // another page begins
        if (thread.posts[post].parent_line != 0) {
            if (const auto at = by_line.find(thread.posts[post].parent_line); at != by_line.end())
                parents[post] = at->second;
        }
        if (line != 0) by_line.emplace(line, post);
        last_line = line;
    }
    return parents;
}

/// Who is answered by a quote, or by the forum's word, is not answered again by being named.
void add_mentions(std::vector<Reply>& replies, std::uint32_t post, const std::vector<Mention>& mentions,
                  const std::vector<ResolvedPost>& posts, const std::vector<Ghost>& ghosts) {
    const auto name_of = [&](Ref ref) -> const std::string& {
        return ref.kind == Ref::Kind::post ? posts[ref.index].author.name : ghosts[ref.index].author;
    };
    const std::size_t printed = replies.size();
    for (const Mention& mention : mentions) {
        const Ref to = post_ref(mention.to);
        const bool by_name = mention.kind >= EvidenceKind::mentioned_name;
        const bool known = std::any_of(
            replies.begin(), replies.begin() + static_cast<std::ptrdiff_t>(printed),
            [&](const Reply& reply) { return reply.to == to || (by_name && name_of(reply.to) == name_of(to)); });
        if (!known) replies.push_back({post, to, {{mention.kind, 0, 0}}, trust(mention.kind), false});
    }
}

std::vector<Reply> replies_of(std::uint32_t post, std::uint32_t parent, const std::vector<Mention>& mentions,
                              const std::vector<ResolvedPost>& posts, const std::vector<Ghost>& ghosts,
                              const FactsFinder& facts) {
    const ResolvedPost& resolved = posts[post];
    std::vector<Reply> replies;
    if (parent != none) replies.push_back({post, post_ref(parent), {{EvidenceKind::parent_id, 0, 0}}, 0, false});
    for (std::uint32_t number = 0; number < resolved.quotes.size(); ++number) {
        const ResolvedQuote& quote = resolved.quotes[number];
        if (quote.depth != 1 || !quote.source) continue;
        auto at = std::find_if(replies.begin(), replies.end(), [&](const Reply& r) { return r.to == *quote.source; });
        if (at == replies.end()) at = replies.insert(replies.end(), Reply{post, *quote.source, {}, 0, false});
        add_evidence(*at, quote, number, ghosts);
    }
    for (Reply& reply : replies) {
        assert(reply.to.kind == Ref::Kind::ghost || reply.to.index < post);
        std::stable_sort(reply.evidence.begin(), reply.evidence.end(),
                         [](const Evidence& a, const Evidence& b) { return a.kind < b.kind; });
        reply.confidence = confidence(reply, facts);
    }
    // Of those that are about as sure, to a tenth, the one that repeats more words.
    const auto tenth = [](const Reply& reply) { return static_cast<int>(reply.confidence * 10); };
    const auto words = [](const Reply& reply) {
        std::uint32_t most = 0;
        for (const Evidence& evidence : reply.evidence) most = std::max(most, evidence.words);
        return most;
    };
    std::stable_sort(replies.begin(), replies.end(), [&](const Reply& a, const Reply& b) {
        if (tenth(a) != tenth(b)) return tenth(a) > tenth(b);
        return words(a) != words(b) ? words(a) > words(b) : a.confidence > b.confidence;
    });
    // Behind the others: a name is never the first parent of a post that quotes.
    const auto quoted = static_cast<std::ptrdiff_t>(replies.size());
    add_mentions(replies, post, mentions, posts, ghosts);
    std::stable_sort(replies.begin() + quoted, replies.end(),
                     [](const Reply& a, const Reply& b) { return a.confidence > b.confidence; });
    if (replies.empty()) return replies;
    replies.front().primary = true;
    std::sort(replies.begin() + 1, replies.end(), [](const Reply& a, const Reply& b) { return a.to < b.to; });
    return replies;
}

}  // namespace

std::vector<Reply> find_replies(const Thread& thread, const std::vector<ResolvedPost>& posts,
                                const std::vector<Ghost>& ghosts) {
    const auto parents = printed_parents(thread);
    const auto mentions = find_mentions(thread, posts);
    const FactsFinder facts(thread, posts, ghosts);
    std::vector<Reply> replies;
    for (std::uint32_t post = 0; post < posts.size(); ++post) {
        auto of_post = replies_of(post, parents[post], mentions[post], posts, ghosts, facts);
        replies.insert(replies.end(), std::make_move_iterator(of_post.begin()), std::make_move_iterator(of_post.end()));
    }
    return replies;
}

}  // namespace rejoinder
