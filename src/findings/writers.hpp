// Who wrote what, as indices into Measures::people.
#pragma once

#include <cstdint>
#include <vector>

#include "measure/post_graph.hpp"
#include "rejoinder/measure.hpp"

namespace rejoinder::detail {

struct Writers {
    std::vector<std::uint32_t> of_post;   // by post index: Measures::people index, or `none` for an unknown writer
    std::vector<std::uint32_t> of_ghost;  // the same by ghost index

    std::uint32_t of(Ref ref) const { return (ref.kind == Ref::Kind::post ? of_post : of_ghost)[ref.index]; }
};

Writers writers_of(const Measures& measures, const Resolution& resolution);

}  // namespace rejoinder::detail
