#include "findings/roles.hpp"

#include <string>
#include <string_view>

#include "profile/phrase_book.hpp"

namespace rejoinder::detail {
namespace {

std::string evidence_of(ModerationKind kind) {
    const std::string_view name = moderation_kind_name(kind);
    const bool vowel = !name.empty() && std::string_view("aeiou").find(name.front()) != std::string_view::npos;
    return std::string(vowel ? "states an " : "states a ").append(name);
}

}  // namespace

std::vector<Role> find_roles(const Thread& thread, const std::vector<ModerationEvent>& events) {
    std::vector<Role> roles(thread.posts.size());
    for (std::size_t post = 0; post < roles.size(); ++post) {
        if (thread.posts[post].role.empty()) continue;
        roles[post] = {thread.posts[post].role, NameSource::printed, "printed with the post"};
    }
    for (const ModerationEvent& event : events) {
        if (event.recorded) continue;  // no post states it
        Role& role = roles[event.post];
        if (role.source == NameSource::unknown) role = {"moderator", NameSource::inferred, evidence_of(event.kind)};
    }
    return roles;
}

}  // namespace rejoinder::detail
