#include "findings/people_replies.hpp"

namespace rejoinder::detail {

std::vector<std::uint32_t> writers_of_posts(const Resolution& resolution, const std::vector<Person>& people) {
    std::vector<std::uint32_t> writers(resolution.posts.size(), nobody);
    for (std::uint32_t person = 0; person < people.size(); ++person) {
        for (const std::uint32_t post : people[person].posts) writers[post] = person;
    }
    return writers;
}

std::vector<PersonReply> replies_between_people(const Resolution& resolution, const std::vector<Person>& people) {
    const std::vector<std::uint32_t> writers = writers_of_posts(resolution, people);
    std::vector<std::uint32_t> of_ghosts(resolution.ghosts.size(), nobody);
    for (std::uint32_t person = 0; person < people.size(); ++person) {
        for (const std::uint32_t ghost : people[person].ghosts) of_ghosts[ghost] = person;
    }
    std::vector<PersonReply> replies;
    replies.reserve(resolution.replies.size());
    for (const Reply& reply : resolution.replies) {
        const std::uint32_t from = writers[reply.from];
        const std::uint32_t to = (reply.to.kind == Ref::Kind::post ? writers : of_ghosts)[reply.to.index];
        if (from != nobody && to != nobody && from != to) replies.push_back({from, to, reply.from, reply.to});
    }
    return replies;
}

}  // namespace rejoinder::detail
