#include "findings/records.hpp"

#include <string_view>

#include "base/sentences.hpp"
#include "base/unicode.hpp"
#include "findings/moderation.hpp"
#include "findings/notices.hpp"

namespace rejoinder::detail {
namespace {

/// An edit by somebody else than the post's author, whose name is known.
bool edited_by_moderator(const Post& post, bool others_edit, const Staff& staff) {
    if (!post.edit || post.edit->by.empty()) return false;
    if (is_staff(post.edit->by)) return true;
    if (post.author.empty() || fold(post.edit->by) == fold(post.author)) return false;
    return !others_edit || staff.contains(post.edit->by);
}

/// Acts that are done to a thread. A post without words whose record says one is a line between the others in disguise:
/// its author did it.
bool is_of_thread(ModerationKind kind) {
    return kind == ModerationKind::lock || kind == ModerationKind::unlock || kind == ModerationKind::pin ||
           kind == ModerationKind::move || kind == ModerationKind::split || kind == ModerationKind::merge;
}

}  // namespace

void read_acts(const Thread& thread, std::uint32_t post, bool others_edit, const Staff& staff,
               std::vector<ModerationEvent>& events) {
    const Post& printed = thread.posts[post];
    const auto add = [&](ModerationKind kind, const std::string& sentence) -> ModerationEvent& {
        ModerationEvent& event = events.emplace_back();
        event.kind = kind;
        event.post = post;
        event.sentence = sentence;
        event.recorded = true;
        event.hit = post_ref(post);
        return event;
    };
    for (const PrintedAct& act : printed.acts) {
        ModerationEvent& event = add(act.kind, act.text);
        if (!is_of_thread(act.kind) || !printed.body.empty()) continue;
        event.hit.reset();
        event.by = printed.author;
    }
    if (!edited_by_moderator(printed, others_edit, staff)) return;
    ModerationEvent& edit = add(ModerationKind::edit, printed.edit->text);
    edit.by = printed.edit->by;
    edit.reason = printed.edit->reason;
}

std::optional<ModerationEvent> read_line(const Thread& thread, std::size_t index, const PhraseBooks& books,
                                         Diagnostics& diagnostics) {
    const ThreadEvent& line = thread.events[index];
    std::optional<ModerationEvent> event;
    if (line.kind) {
        event.emplace().kind = *line.kind;
    } else {
        Searcher searcher(thread, line.before, diagnostics);
        const PhraseBooks asked = books_to_ask(line.text, books, searcher);
        if (asked.empty()) return {};
        for (const std::string_view sentence : split_sentences(line.text)) {
            if (!event) event = read_notice(sentence, possible_acts(sentence), asked, searcher);
        }
        if (!event) return {};
    }
    event->sentence = line.text;
    event->recorded = true;
    event->event = index;
    event->by = line.author;
    event->post = static_cast<std::uint32_t>(line.before);
    return event;
}

std::optional<ModerationEvent> read_placeholder(const Thread& thread, std::size_t index, const PhraseBooks& books,
                                                const Staff& staff, Diagnostics& diagnostics) {
    const DeletedPost& placeholder = thread.deleted[index];
    Searcher searcher(thread, placeholder.before, diagnostics);
    const auto removal = read_removal(placeholder.notice, books, searcher);
    ModerationEvent event;
    if (placeholder.act) {
        event.kind = *placeholder.act;
    } else if (removal && !placeholder.author.empty()) {
        const bool by_author = fold(removal->by) == fold(placeholder.author);
        event.kind = by_author ? ModerationKind::deletion : ModerationKind::removal;
    } else if (removal && (is_staff(removal->by) || staff.contains(removal->by))) {
        event.kind = ModerationKind::removal;
    } else {
        return {};
    }
    if (removal) {
        event.by = removal->by;
        event.reason = removal->reason;
    }
    event.sentence = placeholder.notice;
    event.recorded = true;
    event.deleted = index;
    event.post = static_cast<std::uint32_t>(placeholder.before);
    return event;
}

}  // namespace rejoinder::detail
