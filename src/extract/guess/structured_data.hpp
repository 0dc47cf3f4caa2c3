// What a page says about itself for machines: schema.org's posts, questions, answers and comments in JSON-LD.
#pragma once

#include <vector>

#include "dom/dom.hpp"
#include "profile/profile.hpp"
#include "rejoinder/post.hpp"

namespace rejoinder {

struct StructuredThread {
    std::string title;
    std::vector<Post> posts;  // each before those that answer it
    bool is_article = false;  // the page is an Article, NewsArticle or BlogPosting, which is no post; its comments are
};

/// The thread that the page's JSON-LD holds; without posts if it holds none. JSON that cannot be read is passed over.
StructuredThread read_json_ld(const dom::Document& document, const Profile& languages);

}  // namespace rejoinder
