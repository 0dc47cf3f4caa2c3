// Threads for tests, written in a few lines.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "rejoinder/thread.hpp"

namespace rejoinder::test {

inline Block text(std::string words) {
    return {std::move(words)};
}

/// A quote as HTML prints it.
inline Block quote(std::string author, std::string words, std::string source_key = {}) {
    Quote quote;
    quote.author = std::move(author);
    quote.source_key = std::move(source_key);
    quote.body.push_back(text(std::move(words)));
    return {std::move(quote)};
}

/// A quote's header as a plain-text extraction prints it, with the age in seconds (0: none).
inline Block header(std::string author, std::int64_t age = 0, std::int64_t unit = 3600) {
    Quote quote;
    quote.author = std::move(author);
    quote.end_is_printed = false;
    if (age > 0) quote.time.age = SecondsRange{age, age + unit};
    return {std::move(quote)};
}

inline Post post(std::string author, std::vector<Block> body, std::string key = {}) {
    Post post;
    post.author = std::move(author);
    post.key = std::move(key);
    post.body = std::move(body);
    return post;
}

inline Thread thread(std::vector<Post> posts) {
    Thread thread;
    thread.title = "A thread";
    thread.origins = {"page"};
    thread.posts = std::move(posts);
    return thread;
}

}  // namespace rejoinder::test
