#include "findings/moderation.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>

#include "base/sentences.hpp"
#include "base/unicode.hpp"
#include "base/words.hpp"

namespace rejoinder::detail {
namespace {

constexpr std::size_t most_words_before_act = 12;
constexpr std::size_t most_label_words = 4;  // "A note from staff:"

using Sentences = std::vector<std::string_view>;

/// Searches, and notes a pattern that gave up.
class Searcher {
public:
    Searcher(const Thread& thread, std::size_t post, Diagnostics& diagnostics)
        : thread_(thread), post_(post), diagnostics_(diagnostics) {}

    bool find(const Pattern& pattern, std::string_view sentence, PatternMatch& match) {
        const Result<bool> found = pattern.find(sentence, 0, match);
        if (found) return *found;
        std::string where = thread_.origins.empty() ? std::string() : thread_.origins.front() + ", ";
        diagnostics_.push_back({where + "post " + std::to_string(post_ + 1), found.error().message});
        return false;
    }

private:
    const Thread& thread_;
    std::size_t post_;
    Diagnostics& diagnostics_;
};

/// Without white space and punctuation at the end: the notice's words as a clause.
std::string clause(const PatternMatch& match, std::size_t group) {
    if (group == 0 || group >= match.groups.size()) return {};
    std::string_view words = trim(match.groups[group]);
    while (!words.empty() && std::string_view(".,;:!").find(words.back()) != std::string_view::npos) {
        words.remove_suffix(1);
    }
    return std::string(words);
}

/// Whether the signs between two words end a label: ": ", "] ", " - ", but not the hyphen in "off-topic".
bool ends_label(std::string_view signs) {
    constexpr std::array<std::string_view, 8> label_ends = {":", "]", ")", "*", "-", "\u2013", "\u2014", "\u2026"};
    return signs.size() > 1 && std::any_of(label_ends.begin(), label_ends.end(), [&](std::string_view end) {
               return signs.find(end) != std::string_view::npos;
           });
}

/// An emoji is a word too, but here it is a sign. Letters that people write with begin with other bytes than symbols do
/// (U+2000 to U+2FFF, and from U+10000 on).
bool is_emoji(std::string_view word) {
    return word.front() == '\xE2' || word.front() == '\xF0';
}

/// The sentence without the signs at its front, and without each label that it may begin with: a notice begins one.
Sentences possible_notices(std::string_view sentence) {
    const Words words = split_words(sentence);
    Sentences possible;
    bool only_emoji = true;  // up to here
    for (std::size_t at = 0; at < words.size() && at <= most_label_words; ++at) {
        const std::size_t before = at == 0 ? 0 : words[at - 1].end;
        if (only_emoji || ends_label(sentence.substr(before, words[at].begin - before))) {
            possible.push_back(sentence.substr(words[at].begin));
        }
        only_emoji = only_emoji && is_emoji(possible.back());
    }
    return possible;
}

/// The sentence from each of its first words on: who did it stands before what was done, in an event.
Sentences possible_acts(std::string_view sentence) {
    Sentences possible;
    for (const Word& word : split_words(sentence)) {
        possible.push_back(sentence.substr(word.begin));
        if (possible.size() == most_words_before_act) break;
    }
    return possible;
}

std::optional<ModerationEvent> read_notice(std::string_view sentence, const Sentences& possible,
                                           const PhraseBooks& books, Searcher& searcher) {
    PatternMatch match;
    for (const auto& book : books) {
        for (const PhraseBook::Notice& notice : book->notices) {
            const bool found = std::any_of(possible.begin(), possible.end(), [&](std::string_view words) {
                return searcher.find(notice.pattern, words, match) && match.begin == 0;
            });
            if (!found) continue;
            ModerationEvent event;
            event.kind = notice.kind;
            event.object = clause(match, notice.pattern.group("object"));
            event.reason = clause(match, notice.pattern.group("reason"));
            event.sentence = sentence;
            return event;
        }
    }
    return {};
}

/// The books that may know a notice in the text: none for most posts, at the price of one search a book.
PhraseBooks books_to_ask(std::string_view text, const PhraseBooks& books, Searcher& searcher) {
    PhraseBooks asked;
    PatternMatch match;
    std::copy_if(books.begin(), books.end(), std::back_inserter(asked), [&](const auto& book) {
        return !book->notices.empty() && (!book->trigger || searcher.find(*book->trigger, text, match));
    });
    return asked;
}

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

/// Ghosts first quoted above the notice, where the act can have taken posts out of the thread.
std::vector<std::uint32_t> ghosts_before(std::uint32_t post, ModerationKind kind, const std::vector<Ghost>& ghosts) {
    std::vector<std::uint32_t> before;
    if (kind != ModerationKind::removal && kind != ModerationKind::split && kind != ModerationKind::move) return before;
    for (std::uint32_t ghost = 0; ghost < ghosts.size(); ++ghost) {
        const std::vector<std::uint32_t>& quoted_by = ghosts[ghost].quoted_by;
        if (!quoted_by.empty() && quoted_by.front() < post) before.push_back(ghost);
    }
    return before;
}

void read_post(const Thread& thread, const Resolution& resolution, std::uint32_t post, const PhraseBooks& books,
               Diagnostics& diagnostics, std::vector<ModerationEvent>& events) {
    const ResolvedPost& resolved = resolution.posts[post];
    Searcher searcher(thread, post, diagnostics);
    const bool speaks_for_forum = is_staff(thread.posts[post].role);
    // Of a member's post that quotes, sentences count only as long as all of them are notices: its first line settles
    // most.
    const std::string_view first_line = std::string_view(resolved.text).substr(0, resolved.text.find('\n'));
    const bool begins_it = !speaks_for_forum && !resolved.quotes.empty();
    if (begins_it && books_to_ask(first_line, books, searcher).empty()) return;
    const PhraseBooks asked = books_to_ask(resolved.text, books, searcher);
    if (asked.empty()) return;
    const Sentences sentences = split_sentences(resolved.text);
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
        event->may_explain = ghosts_before(post, event->kind, resolution.ghosts);
        events.push_back(std::move(*event));
    }
    if (events.size() == first_event) return;
    const std::string warning = find_warning(sentences, books, searcher);
    for (std::size_t at = first_event; at < events.size(); ++at) events[at].warning = warning;
}

/// A line between the posts: its markup says what was done, or its words do.
void read_event(const Thread& thread, const Resolution& resolution, std::size_t index, const PhraseBooks& books,
                Diagnostics& diagnostics, std::vector<ModerationEvent>& events) {
    const ThreadEvent& line = thread.events[index];
    ModerationEvent event;
    if (line.kind) {
        event.kind = *line.kind;
    } else {
        Searcher searcher(thread, line.before, diagnostics);
        const PhraseBooks asked = books_to_ask(line.text, books, searcher);
        if (asked.empty()) return;
        std::optional<ModerationEvent> read;
        for (const std::string_view sentence : split_sentences(line.text)) {
            if (!read) read = read_notice(sentence, possible_acts(sentence), asked, searcher);
        }
        if (!read) return;
        event = std::move(*read);
    }
    event.sentence = line.text;
    event.recorded = true;
    event.event = index;
    event.post = static_cast<std::uint32_t>(line.before);
    event.may_explain = ghosts_before(event.post, event.kind, resolution.ghosts);
    events.push_back(std::move(event));
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
                                             const PhraseBooks& books, Diagnostics& diagnostics) {
    std::vector<ModerationEvent> events;
    std::size_t line = 0;
    const auto read_events_above = [&](std::size_t post) {
        for (; line < thread.events.size() && thread.events[line].before <= post; ++line)
            read_event(thread, resolution, line, books, diagnostics, events);
    };
    for (std::uint32_t post = 0; post < resolution.posts.size(); ++post) {
        read_events_above(post);
        if (thread.posts[post].kind == PostKind::pingback) continue;
        for (const PrintedAct& act : thread.posts[post].acts) {
            ModerationEvent event;
            event.kind = act.kind;
            event.post = post;
            event.sentence = act.text;
            event.recorded = true;
            events.push_back(std::move(event));
        }
        read_post(thread, resolution, post, books, diagnostics, events);
    }
    read_events_above(resolution.posts.size());
    return events;
}

}  // namespace rejoinder::detail
