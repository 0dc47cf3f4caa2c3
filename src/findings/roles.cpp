#include "findings/roles.hpp"

#include <string>
#include <string_view>
#include <unordered_map>

#include "findings/moderation.hpp"
#include "profile/phrase_book.hpp"

namespace rejoinder::detail {
namespace {

/// "a removal", "an edit".
std::string with_article(ModerationKind kind) {
    const std::string_view name = moderation_kind_name(kind);
    const bool vowel = !name.empty() && std::string_view("aeiou").find(name.front()) != std::string_view::npos;
    return std::string(vowel ? "an " : "a ").append(name);
}

/// Why somebody is a moderator, by their name as printed with their posts.
using Moderators = std::unordered_map<std::string_view, Role>;

/// Those whom lines between the posts, notices in deleted posts' places and edit notes name. Who locks or moves a
/// thread that they opened themselves need not be one: some forums let members do that.
void add_named(const Thread& thread, const std::vector<ModerationEvent>& events, Moderators& moderators) {
    for (const ModerationEvent& event : events) {
        if (event.by.empty() || event.kind == ModerationKind::deletion) continue;
        if (!event.event && !event.deleted && event.kind != ModerationKind::edit) continue;  // its post prints the role
        if (event.event && !thread.posts.empty() && event.by == thread.posts.front().author) continue;
        const std::string_view where = event.event     ? "a line between the posts"
                                       : event.deleted ? "the notice of a deleted post"
                                                       : "the note of an edited post";
        moderators.try_emplace(event.by, Role{"moderator", NameSource::inferred,
                                              std::string("is by a member whom ")
                                                  .append(where)
                                                  .append(" names for ")
                                                  .append(with_article(event.kind))});
    }
}

/// Those who have a badge or a role of staff with another of their posts.
void add_badged(const Thread& thread, Moderators& moderators) {
    for (std::size_t post = 0; post < thread.posts.size(); ++post) {
        const Post& printed = thread.posts[post];
        if (printed.role.empty() || printed.author.empty() || !is_staff(printed.role)) continue;
        moderators.try_emplace(printed.author,
                               Role{printed.role, NameSource::inferred,
                                    "is by a member whose post " + std::to_string(post + 1) + " prints that role"});
    }
}

}  // namespace

std::vector<Role> find_roles(const Thread& thread, const std::vector<ModerationEvent>& events) {
    std::vector<Role> roles(thread.posts.size());
    Moderators moderators;
    add_badged(thread, moderators);
    add_named(thread, events, moderators);
    for (std::size_t post = 0; post < roles.size(); ++post) {
        const Post& printed = thread.posts[post];
        if (!printed.role.empty()) {
            roles[post] = {printed.role, NameSource::printed, "printed with the post"};
        } else if (const auto known = moderators.find(printed.author); known != moderators.end()) {
            roles[post] = known->second;
        }
    }
    for (const ModerationEvent& event : events) {
        if (event.recorded) continue;  // no post states it
        Role& role = roles[event.post];
        if (role.source == NameSource::unknown)
            role = {"moderator", NameSource::inferred, "states " + with_article(event.kind)};
    }
    return roles;
}

}  // namespace rejoinder::detail
