#include "findings/post_matching.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "base/similarity.hpp"
#include "base/unicode.hpp"
#include "base/words.hpp"
#include "measure/post_graph.hpp"

namespace rejoinder::detail {
namespace {

constexpr std::size_t nearest_posts = 50;
constexpr double least_share = 0.5;

std::vector<std::string> texts_of(const Thread& thread) {
    std::vector<std::string> texts;
    texts.reserve(thread.posts.size());
    for (const Post& post : thread.posts) texts.push_back(body_text(post.body));
    return texts;
}

std::vector<std::uint32_t> hashes_of(std::string_view text) {
    std::vector<std::uint32_t> hashes;
    for (const Word& word : split_words(text)) hashes.push_back(word.hash);
    return hashes;
}

/// A post by its writer and words.
std::uint32_t signature(const Post& post, const std::string& text) {
    std::uint32_t hash = 2'166'136'261U;
    const auto mix = [&](std::uint32_t word) { hash = (hash ^ word) * 16'777'619U; };
    for (const std::uint32_t word : hashes_of(post.author)) mix(word);
    mix(0);
    for (const std::uint32_t word : hashes_of(text)) mix(word);
    return hash;
}

/// Words that two texts have in common, in order, through the words of the longer.
double common_share(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
    const std::size_t longer = std::max(a.size(), b.size());
    if (longer == 0) return 1;
    std::size_t common = 0;
    for (const CommonRun& run : common_runs(a, b)) common += run.length;
    return static_cast<double>(common) / static_cast<double>(longer);
}

bool has_keyless(const Thread& thread) {
    return std::any_of(thread.posts.begin(), thread.posts.end(), [](const Post& post) { return post.key.empty(); });
}

class Matcher {
public:
    Matcher(const Thread& first, const Thread& second) : first_(first), second_(second) {
        matches_.second_of.assign(first.posts.size(), none);
        matches_.first_of.assign(second.posts.size(), none);
        matches_.first_text = texts_of(first);
        matches_.second_text = texts_of(second);
    }

    PostMatches match() {
        by_key();
        by_signature();
        by_words();
        return std::move(matches_);
    }

private:
    void pair(std::uint32_t a, std::uint32_t b) {
        matches_.second_of[a] = b;
        matches_.first_of[b] = a;
    }

    /// Two posts with keys are the same only by their keys.
    bool may_match(std::uint32_t a, std::uint32_t b) const {
        return matches_.second_of[a] == none && matches_.first_of[b] == none &&
               (first_.posts[a].key.empty() || second_.posts[b].key.empty());
    }

    void by_key() {
        std::unordered_map<std::string_view, std::uint32_t> of_key;
        for (std::uint32_t b = 0; b < second_.posts.size(); ++b) {
            if (!second_.posts[b].key.empty()) of_key.emplace(second_.posts[b].key, b);
        }
        for (std::uint32_t a = 0; a < first_.posts.size(); ++a) {
            const auto same = first_.posts[a].key.empty() ? of_key.end() : of_key.find(first_.posts[a].key);
            if (same != of_key.end() && matches_.first_of[same->second] == none) pair(a, same->second);
        }
    }

    struct OpenPosts {
        std::vector<std::uint32_t> posts;
        std::vector<std::uint32_t> signatures;
    };

    /// The posts of a thread that have no partner yet; those with keys only if posts of the other thread have none.
    static OpenPosts open_posts(const Thread& thread, const std::vector<std::uint32_t>& partner,
                                const std::vector<std::string>& texts, bool keyed_too) {
        OpenPosts open;
        for (std::uint32_t post = 0; post < thread.posts.size(); ++post) {
            if (partner[post] != none || (!keyed_too && !thread.posts[post].key.empty())) continue;
            open.posts.push_back(post);
            open.signatures.push_back(signature(thread.posts[post], texts[post]));
        }
        return open;
    }

    void by_signature() {
        const OpenPosts a = open_posts(first_, matches_.second_of, matches_.first_text, has_keyless(second_));
        const OpenPosts b = open_posts(second_, matches_.first_of, matches_.second_text, has_keyless(first_));
        if (a.posts.empty() || b.posts.empty()) return;
        for (const CommonRun& run : common_runs(a.signatures, b.signatures)) {
            for (std::size_t at = 0; at < run.length; ++at) {
                if (may_match(a.posts[run.a + at], b.posts[run.b + at])) pair(a.posts[run.a + at], b.posts[run.b + at]);
            }
        }
    }

    /// Posts between two that are matched, each with the most similar near it.
    void by_words() {
        std::uint32_t from_b = 0;
        for (std::uint32_t a = 0; a < first_.posts.size(); ++a) {
            if (matches_.second_of[a] != none) {
                from_b = matches_.second_of[a] + 1;
                continue;
            }
            const std::vector<std::uint32_t> words = hashes_of(matches_.first_text[a]);
            double best = least_share;
            std::uint32_t same = none;
            std::size_t looked_at = 0;
            for (std::uint32_t b = from_b; b < second_.posts.size() && looked_at < nearest_posts; ++b, ++looked_at) {
                if (matches_.first_of[b] != none) break;
                if (!may_match(a, b) || fold(first_.posts[a].author) != fold(second_.posts[b].author)) continue;
                const double share = common_share(words, hashes_of(matches_.second_text[b]));
                if (share < best || (same != none && share == best)) continue;
                best = share;
                same = b;
            }
            if (same == none) continue;
            pair(a, same);
            from_b = same + 1;
        }
    }

    const Thread& first_;
    const Thread& second_;
    PostMatches matches_;
};

}  // namespace

std::string body_text(const std::vector<Block>& body) {
    std::string text;
    const auto add = [&](std::string_view words) {
        if (words.empty()) return;
        if (!text.empty()) text += "\n\n";
        text += words;
    };
    for (const Block& block : body) {
        if (const std::string* own = block.text()) {
            add(*own);
            continue;
        }
        const Quote& quote = *block.quote();
        if (!quote.author.empty()) add(quote.author + ":");
        add(body_text(quote.body));
    }
    return text;
}

PostMatches match_posts(const Thread& first, const Thread& second) {
    return Matcher(first, second).match();
}

}  // namespace rejoinder::detail
