#include "resolve/authors.hpp"

#include <algorithm>
#include <map>

#include "base/unicode.hpp"

namespace rejoinder {

namespace {

constexpr double least_words = 4;  // that agree; fewer may stand in another person's post by chance

/// A post that quotes another under a name.
struct Witness {
    std::uint32_t post;
    const std::string* name;
};

/// Whether it is sure enough that the quote is of this post to call its writer by the quote's name.
bool is_well_founded(const ResolvedQuote& quote) {
    return !quote.source_key.empty() || quote.agreement * quote.words >= least_words;
}

void name_by_witnesses(const std::vector<Witness>& witnesses, ResolvedAuthor& author) {
    std::map<std::string, std::vector<Witness>> by_name;  // folded
    for (const Witness& witness : witnesses) by_name[fold(*witness.name)].push_back(witness);
    const auto best = std::max_element(by_name.begin(), by_name.end(),
                                       [](const auto& a, const auto& b) { return a.second.size() < b.second.size(); });
    author.name = *best->second.front().name;
    author.source = NameSource::inferred;
    for (const Witness& witness : best->second) {
        if (author.witnesses.empty() || author.witnesses.back() != witness.post)
            author.witnesses.push_back(witness.post);
    }
    for (const auto& [name, others] : by_name) {
        if (name != best->first) author.conflicting.push_back(*others.front().name);
    }
}

}  // namespace

void find_authors(const Thread& thread, std::vector<ResolvedPost>& posts) {
    std::vector<std::vector<Witness>> witnesses(posts.size());
    for (std::uint32_t i = 0; i < posts.size(); ++i) {
        for (const ResolvedQuote& quote : posts[i].quotes) {
            if (!quote.source || quote.source->kind != Ref::Kind::post || quote.author.empty()) continue;
            if (!thread.posts[quote.source->index].author.empty()) continue;
            if (!is_well_founded(quote)) continue;
            witnesses[quote.source->index].push_back({i, &quote.author});
        }
    }
    for (std::uint32_t i = 0; i < posts.size(); ++i) {
        if (!thread.posts[i].author.empty()) {
            posts[i].author = {thread.posts[i].author, NameSource::printed, {}, {}};
        } else if (!witnesses[i].empty()) {
            name_by_witnesses(witnesses[i], posts[i].author);
        }
    }
}

}  // namespace rejoinder
