#include "thread/merge.hpp"

#include <algorithm>

#include "base/unicode.hpp"

namespace rejoinder {

namespace {

std::int64_t edited_at(const Post& post) {
    return post.edit && post.edit->time.at ? post.edit->time.at->at_least : 0;
}

std::string first_text(const Post& post) {
    for (const Block& block : post.body) {
        if (block.text() != nullptr) return one_line(*block.text());
    }
    return {};
}

/// A notice has the key of the post itself, which another capture may still hold: they are told apart.
std::string entry_key(const Post& post) {
    if (post.kind == PostKind::deleted && !post.key.empty()) return "deleted " + post.key;
    if (post.kind != PostKind::event) return post.key;
    // Two captures print one event alike, and most of them print no key.
    return "event " + post.key + '\n' + post.author + '\n' + post.time.text + '\n' + first_text(post);
}

std::optional<ModerationKind> first_act(const Post& post) {
    return post.acts.empty() ? std::nullopt : std::optional(post.acts.front().kind);
}

DeletedPost deleted_post(Post post, std::size_t before) {
    return {std::move(post.key), std::move(post.author), std::move(post.author_id), first_text(post), before,
            first_act(post)};
}

ThreadEvent thread_event(Post post, std::size_t before) {
    return {first_act(post), std::move(post.author), std::move(post.time), first_text(post), before};
}

bool same_text(const Post& a, const Post& b) {
    return a.body == b.body;
}

}  // namespace

/// Whether `a` is the later state of the post: captured later, edited (later), else given later.
bool PostMerger::newer(const Version& a, const Version& b) {
    if (a.post.captured_at && b.post.captured_at && a.post.captured_at != b.post.captured_at)
        return *a.post.captured_at > *b.post.captured_at;
    if (a.post.edit.has_value() != b.post.edit.has_value()) return a.post.edit.has_value();
    if (edited_at(a.post) != edited_at(b.post)) return edited_at(a.post) > edited_at(b.post);
    return a.given > b.given;
}

Post PostMerger::newest(Entry entry) {
    std::vector<Version>& versions = entry.versions;
    std::stable_sort(versions.begin(), versions.end(), [](const Version& a, const Version& b) { return newer(b, a); });
    Post post = std::move(versions.back().post);
    for (std::size_t i = 0; i + 1 < versions.size(); ++i) {
        // Of captures with one text the first says since when it stood there.
        const auto& earlier = post.earlier_texts;
        const bool known = same_text(versions[i].post, post) ||
                           std::any_of(earlier.begin(), earlier.end(),
                                       [&](const EarlierText& text) { return text.body == versions[i].post.body; });
        if (known) continue;
        post.earlier_texts.push_back(
            {std::move(versions[i].post.body), versions[i].post.captured_at, std::move(versions[i].origin)});
    }
    return post;
}

std::size_t PostMerger::add(Page page, std::size_t given) {
    // A post that only this capture holds belongs above the next one that an earlier capture of the page holds too.
    std::vector<std::list<Entry>::iterator> places(page.posts.size(), entries_.end());
    for (std::size_t i = page.posts.size(); i-- > 0;) {
        const Post& post = page.posts[i];
        const auto seen = by_key_.find(entry_key(post));
        const bool known = !post.key.empty() && seen != by_key_.end() && seen->second->page == page.number;
        places[i] = known ? seen->second : i + 1 < places.size() ? places[i + 1] : entries_.end();
    }
    std::size_t repeated = 0;
    for (std::size_t i = 0; i < page.posts.size(); ++i) {
        Post& post = page.posts[i];
        if (post.kind == PostKind::pingback) continue;
        post.captured_at = page.captured_at;
        std::string key = entry_key(post);
        const bool counts = post.kind == PostKind::post;
        Version version{std::move(post), page.origin, given};
        if (const auto seen = by_key_.find(key); !key.empty() && seen != by_key_.end()) {
            Entry& entry = *seen->second;
            entry.versions.push_back(std::move(version));
            repeated += counts && entry.page != page.number ? 1 : 0;
            continue;
        }
        Entry entry;
        entry.page = page.number;
        entry.versions.push_back(std::move(version));
        const auto at = entries_.insert(places[i], std::move(entry));
        if (!key.empty()) by_key_.emplace(std::move(key), at);
    }
    return repeated;
}

void PostMerger::take(Thread& thread) {
    std::vector<Post>& posts = thread.posts;
    posts.reserve(entries_.size());
    for (Entry& entry : entries_) {
        Post post = newest(std::move(entry));
        if (post.kind == PostKind::deleted) {
            thread.deleted.push_back(deleted_post(std::move(post), posts.size()));
        } else if (post.kind == PostKind::event) {
            thread.events.push_back(thread_event(std::move(post), posts.size()));
        } else {
            posts.push_back(std::move(post));
        }
    }
    entries_.clear();
    by_key_.clear();
}

}  // namespace rejoinder
