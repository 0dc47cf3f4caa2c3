#include "findings/moderation.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/sentences.hpp"
#include "base/unicode.hpp"
#include "findings/notices.hpp"
#include "findings/records.hpp"

namespace rejoinder::detail {
namespace {

std::string find_warning(const Sentences& sentences, const PhraseBooks& books, Searcher& searcher) {
    PatternMatch match;
    for (const std::string_view sentence : sentences) {
        for (const auto& book : books) {
            for (const Pattern& warning : book->warnings) {
                if (searcher.find(warning, sentence, match)) return std::string(sentence);
            }
        }
    }
    return {};
}

/// `sentence` is a view into `text`.
bool has_its_own_line(std::string_view text, std::string_view sentence) {
    const auto begin = static_cast<std::size_t>(sentence.data() - text.data());
    const std::size_t end = begin + sentence.size();
    return (begin == 0 || text[begin - 1] == '\n') && (end == text.size() || text[end] == '\n');
}

constexpr std::size_t most_explained = 32;

/// The ghosts nearest above the notice, where the act can have taken posts out of the thread. Those that are known to
/// have been deleted by their authors are left out.
std::vector<std::uint32_t> ghosts_before(std::uint32_t post, ModerationKind kind, const std::vector<Ghost>& ghosts,
                                         const std::vector<std::uint32_t>& withdrawn) {
    std::vector<std::uint32_t> before;
    if (kind != ModerationKind::removal && kind != ModerationKind::split && kind != ModerationKind::move) return before;
    const auto end = std::partition_point(ghosts.begin(), ghosts.end(), [&](const Ghost& ghost) {
        return ghost.quoted_by.empty() || ghost.quoted_by.front() < post;
    });
    for (auto ghost = static_cast<std::uint32_t>(end - ghosts.begin());
         ghost-- > 0 && before.size() < most_explained;) {
        const bool is_withdrawn = std::binary_search(withdrawn.begin(), withdrawn.end(), ghost);
        if (!ghosts[ghost].quoted_by.empty() && !is_withdrawn) before.push_back(ghost);
    }
    std::reverse(before.begin(), before.end());
    return before;
}

/// From the forum's id of a ghost to its index; empty if no notice stands in the place of a post.
std::unordered_map<std::string_view, std::uint32_t> ghosts_by_key(const Thread& thread, const Resolution& resolution) {
    std::unordered_map<std::string_view, std::uint32_t> of_key;
    if (thread.deleted.empty()) return of_key;
    for (std::uint32_t ghost = 0; ghost < resolution.ghosts.size(); ++ghost) {
        const std::string& key = resolution.ghosts[ghost].key;
        if (!key.empty()) of_key.emplace(key, ghost);
    }
    return of_key;
}

Staff staff_of(const Thread& thread) {
    Staff staff;
    for (const Post& post : thread.posts) {
        if (!post.author.empty() && is_staff(post.role)) staff.insert(post.author);
    }
    return staff;
}

void read_post(const Thread& thread, const Resolution& resolution, std::uint32_t post, const PhraseBooks& books,
               Diagnostics& diagnostics, std::vector<ModerationEvent>& events) {
    const ResolvedPost& resolved = resolution.posts[post];
    Searcher searcher(thread, post, diagnostics);
    const PhraseBooks asked = books_to_ask(resolved.text, books, searcher);
    if (asked.empty()) return;
    const Sentences sentences = split_sentences(resolved.text);
    const bool speaks_for_forum = is_staff(thread.posts[post].role);
    const std::size_t first_event = events.size();
    bool all_notices = true;  // up to here
    for (const std::string_view sentence : sentences) {
        const bool counts =
            speaks_for_forum || all_notices || (resolved.quotes.empty() && has_its_own_line(resolved.text, sentence));
        std::optional<ModerationEvent> event;
        if (counts && sentence.back() != '?')
            event = read_notice(sentence, possible_notices(sentence), asked, searcher);
        all_notices = all_notices && event;
        if (!event) continue;
        event->post = post;
        events.push_back(std::move(*event));
    }
    if (events.size() == first_event) return;
    const std::string warning = find_warning(sentences, books, searcher);
    for (std::size_t at = first_event; at < events.size(); ++at) events[at].warning = warning;
}

}  // namespace

bool is_staff(std::string_view role) {
    if (role.empty()) return false;
    const std::string folded = fold(role);
    constexpr std::array<std::string_view, 4> words = {"moderator", "admin", "staff", "mods"};
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return folded.find(word) != std::string::npos; });
}

std::vector<ModerationEvent> find_moderation(const Thread& thread, const Resolution& resolution,
                                             const PhraseBooks& books, bool others_edit, Diagnostics& diagnostics) {
    std::vector<ModerationEvent> events;
    std::vector<std::uint32_t> withdrawn;  // ghosts that were deleted by their authors
    const auto of_key = ghosts_by_key(thread, resolution);
    const Staff staff = staff_of(thread);
    std::size_t line = 0;
    std::size_t placeholder = 0;
    const auto read_above = [&](std::size_t post) {
        for (; placeholder < thread.deleted.size() && thread.deleted[placeholder].before <= post; ++placeholder) {
            auto event = read_placeholder(thread, placeholder, books, staff, diagnostics);
            if (!event) continue;
            const auto ghost = of_key.find(thread.deleted[placeholder].key);
            if (ghost != of_key.end()) event->hit = ghost_ref(ghost->second);
            if (event->kind == ModerationKind::deletion && event->hit) withdrawn.push_back(event->hit->index);
            events.push_back(std::move(*event));
        }
        for (; line < thread.events.size() && thread.events[line].before <= post; ++line) {
            auto event = read_line(thread, line, books, diagnostics);
            if (event) events.push_back(std::move(*event));
        }
    };
    for (std::uint32_t post = 0; post < resolution.posts.size(); ++post) {
        read_above(post);
        if (thread.posts[post].kind == PostKind::pingback) continue;
        read_acts(thread, post, others_edit, staff, events);
        read_post(thread, resolution, post, books, diagnostics, events);
    }
    read_above(resolution.posts.size());
    std::sort(withdrawn.begin(), withdrawn.end());
    for (ModerationEvent& event : events) {
        if (event.recorded && !event.event) continue;  // the source says which post it hit
        event.may_explain = ghosts_before(event.post, event.kind, resolution.ghosts, withdrawn);
    }
    return events;
}

}  // namespace rejoinder::detail
