#include "findings/writers.hpp"

namespace rejoinder::detail {

Writers writers_of(const Measures& measures, const Resolution& resolution) {
    Writers writers;
    writers.of_post.assign(resolution.posts.size(), none);
    writers.of_ghost.assign(resolution.ghosts.size(), none);
    for (std::uint32_t person = 0; person < measures.people.size(); ++person) {
        for (const std::uint32_t post : measures.people[person].posts) writers.of_post[post] = person;
        for (const std::uint32_t ghost : measures.people[person].ghosts) writers.of_ghost[ghost] = person;
    }
    return writers;
}

}  // namespace rejoinder::detail
