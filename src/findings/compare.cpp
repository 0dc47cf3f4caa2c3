#include "rejoinder/compare.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "base/unicode.hpp"
#include "base/word_diff.hpp"
#include "findings/post_matching.hpp"
#include "measure/post_graph.hpp"

namespace rejoinder {
namespace {

using detail::none;

ChangeTime between(std::optional<UnixTime> first, std::optional<UnixTime> second) {
    if (first && second && *second < *first) std::swap(first, second);
    return {first, second, false};
}

/// What stands in the place of a post that was taken away; empty for any other post.
std::string placeholder_of(const Post& post, const std::string& text) {
    const auto act = std::find_if(post.acts.begin(), post.acts.end(), [](const PrintedAct& one) {
        return one.kind == ModerationKind::removal || one.kind == ModerationKind::deletion;
    });
    if (act == post.acts.end() || !trim(text).empty()) return {};
    return act->text.empty() ? "a placeholder" : act->text;
}

std::map<std::string_view, std::int64_t> counts_of(const Post& post) {
    std::map<std::string_view, std::int64_t> counts;
    for (const Reaction& reaction : post.reactions) counts[reaction.name] += reaction.count;
    return counts;
}

std::vector<ReactionChange> reaction_changes(const Post& first, const Post& second) {
    std::map<std::string_view, ReactionChange> changes;
    for (const auto& [name, count] : counts_of(first)) changes[name].before = count;
    for (const auto& [name, count] : counts_of(second)) changes[name].after = count;
    std::vector<ReactionChange> changed;
    for (auto& [name, change] : changes) {
        if (change.before == change.after) continue;
        change.name = name;
        changed.push_back(std::move(change));
    }
    return changed;
}

/// A narrow printed time is worth more than the captures' times.
void narrow(ChangeTime& time, const PrintedTime& printed) {
    if (!printed.at) return;
    if (time.before && printed.at->at_least > *time.before) return;  // clocks that contradict each other
    time = {printed.at->at_least, printed.at->below, true};
}

class Comparer {
public:
    Comparer(const Thread& first, const Thread& second)
        : first_(first), second_(second), matches_(detail::match_posts(first, second)) {}

    Comparison compare() {
        result_.first_at = first_.captured_at;
        result_.second_at = second_.captured_at;
        result_.swapped = result_.first_at && result_.second_at && *result_.second_at < *result_.first_at;
        compare_threads();
        for (std::size_t at = 0; at < second_.deleted.size(); ++at) {
            if (!second_.deleted[at].key.empty()) notices_.emplace(second_.deleted[at].key, at);
        }
        find_edges();
        walk();
        return std::move(result_);
    }

private:
    void compare_threads() {
        if (first_.locked != second_.locked) {
            result_.locked = second_.locked;
            result_.locked_time = between(first_.captured_at, second_.captured_at);
        }
        if (one_line(first_.title) != one_line(second_.title)) result_.title = second_.title;
        std::vector<std::pair<std::string_view, std::string_view>> known;
        for (const ThreadEvent& event : first_.events) known.emplace_back(event.author, event.text);
        std::sort(known.begin(), known.end());
        for (std::size_t at = 0; at < second_.events.size(); ++at) {
            const std::pair<std::string_view, std::string_view> event{second_.events[at].author,
                                                                      second_.events[at].text};
            if (!std::binary_search(known.begin(), known.end(), event)) result_.events.push_back(at);
        }
    }

    /// The first and the last post of each thread that stands in both.
    void find_edges() {
        for (std::uint32_t a = 0; a < first_.posts.size(); ++a) {
            const std::uint32_t b = matches_.second_of[a];
            if (b == none) continue;
            if (result_.matched++ == 0) first_a_ = a;
            last_a_ = a;
            first_b_ = std::min(first_b_, b);
        }
    }

    ChangeTime time_of(std::uint32_t a, std::uint32_t b) const {
        const auto at = [](const Thread& thread, std::uint32_t post) {
            return post != none && thread.posts[post].captured_at ? thread.posts[post].captured_at : thread.captured_at;
        };
        return between(at(first_, a), at(second_, b));
    }

    void walk() {
        std::uint32_t a = 0;
        for (std::uint32_t b = 0; b < second_.posts.size(); ++b) {
            const std::uint32_t partner = matches_.first_of[b];
            if (partner == none) {
                add_added(b);
                continue;
            }
            for (; a < partner; ++a) add_deleted(a);
            a = std::max(a, partner + 1);
            compare_posts(partner, b);
        }
        for (; a < first_.posts.size(); ++a) add_deleted(a);
    }

    void add_added(std::uint32_t b) {
        if (second_.posts[b].kind != PostKind::post) return;
        PostChange change;
        change.kind = PostChangeKind::added;
        change.second = b;
        change.time = time_of(none, b);
        narrow(change.time, second_.posts[b].time);
        // New posts come last; one that stands above a known post was hidden, or is older than the first capture shows.
        change.certain = result_.matched > 0 && b > first_b_;
        result_.changes.push_back(std::move(change));
    }

    void add_deleted(std::uint32_t a) {
        if (matches_.second_of[a] != none || first_.posts[a].kind != PostKind::post) return;
        PostChange change;
        change.kind = PostChangeKind::deleted;
        change.first = a;
        change.time = time_of(a, none);
        change.certain = result_.matched > 0 && a > first_a_ && a < last_a_;
        if (const auto notice = notices_.find(first_.posts[a].key); notice != notices_.end()) {
            change.deleted = notice->second;
            change.notice = second_.deleted[notice->second].notice;
            change.certain = true;
        }
        result_.changes.push_back(std::move(change));
    }

    void compare_posts(std::uint32_t a, std::uint32_t b) {
        const std::string& before = matches_.first_text[a];
        const std::string& after = matches_.second_text[b];
        PostChange change;
        change.first = a;
        change.second = b;
        change.time = time_of(a, b);
        change.reactions = reaction_changes(first_.posts[a], second_.posts[b]);
        const std::string notice = placeholder_of(second_.posts[b], after);
        if (!notice.empty() && placeholder_of(first_.posts[a], before).empty()) {
            change.kind = PostChangeKind::deleted;
            change.notice = notice;
        } else if (one_line(before) != one_line(after)) {
            change.kind = PostChangeKind::edited;
            change.before = before;
            change.after = after;
            change.only_signs = !differs(word_diff(before, after));
            if (const auto& edit = second_.posts[b].edit; edit && edit != first_.posts[a].edit)
                narrow(change.time, edit->time);
        } else if (!change.reactions.empty()) {
            change.kind = PostChangeKind::reactions;
        } else {
            return;
        }
        result_.changes.push_back(std::move(change));
    }

    const Thread& first_;
    const Thread& second_;
    detail::PostMatches matches_;
    std::unordered_map<std::string_view, std::size_t> notices_;  // of the second thread, by the deleted post's key
    std::uint32_t first_a_ = none;
    std::uint32_t last_a_ = none;
    std::uint32_t first_b_ = none;
    Comparison result_;
};

}  // namespace

Comparison compare(const Thread& first, const Thread& second) {
    return Comparer(first, second).compare();
}

}  // namespace rejoinder
