#include "rejoinder/resolve.hpp"

#include "resolve/adjacency.hpp"
#include "resolve/authors.hpp"
#include "resolve/boundaries.hpp"
#include "resolve/ghosts.hpp"
#include "resolve/nested.hpp"
#include "resolve/parts.hpp"
#include "resolve/replies.hpp"
#include "resolve/sources.hpp"
#include "resolve/timeline.hpp"

namespace rejoinder {

namespace {

void note_doubts(const Thread& thread, Resolution& resolution) {
    const std::string& origin = thread.origins.empty() ? thread.title : thread.origins.front();
    for (std::size_t i = 0; i < resolution.posts.size(); ++i) {
        if (resolution.posts[i].author.conflicting.empty()) continue;
        resolution.diagnostics.push_back(
            {origin + ", post " + std::to_string(i + 1),
             "Posts quote its words under different names; the most frequent one is given."});
    }
    if (!resolution.timeline.contradiction.empty()) {
        resolution.diagnostics.push_back({origin, "The times that the page prints contradict one another; " +
                                                      std::to_string(resolution.timeline.dropped) +
                                                      " of them were left out."});
    }
}

}  // namespace

Resolution resolve(const Thread& thread, const ResolveOptions& options) {
    std::vector<PostParts> parts;
    parts.reserve(thread.posts.size());
    for (const Post& post : thread.posts) parts.push_back(take_apart(post));
    const std::vector<OpenNest> nests = take_open_nests(parts);
    const Manner manner = find_boundaries(parts);
    divide_nests(thread, nests, manner, parts);

    Resolution resolution;
    resolution.posts.resize(parts.size());
    for (std::size_t i = 0; i < parts.size(); ++i) {
        for (const OwnPart& own : parts[i].own) append_paragraphs(resolution.posts[i].text, own.text);
        resolution.posts[i].quotes = std::move(parts[i].quotes);
    }
    find_sources(thread, resolution.posts);
    resolution.ghosts = find_ghosts(resolution.posts);
    find_authors(thread, resolution.posts);
    resolution.replies = find_replies(thread, resolution.posts, resolution.ghosts);
    if (options.adjacency) add_adjacent(resolution.posts, resolution.replies);
    resolution.timeline = solve_timeline(thread, resolution.posts, resolution.ghosts);
    note_doubts(thread, resolution);
    return resolution;
}

}  // namespace rejoinder
