#include "dom/selectors.hpp"

#include <fmt/format.h>
#include <algorithm>

#include "dom/selector_program.hpp"

namespace rejoinder::dom {

SelectorSet::SelectorSet() : program_(std::make_shared<Program>()) {}

std::size_t SelectorSet::size() const {
    return program_->sources.size();
}

const std::string& SelectorSet::source(std::size_t bit) const {
    return program_->sources[bit];
}

tl::expected<int, std::string> SelectorSet::add(std::string_view selector) {
    Program& program = *program_;
    const auto known = std::find(program.sources.begin(), program.sources.end(), selector);
    const auto bit = static_cast<int>(known - program.sources.begin());
    if (known != program.sources.end()) return bit;
    if (program.sources.size() == capacity) {
        return tl::unexpected(fmt::format("more than {} selectors in one profile", capacity));
    }
    struct Deleter {
        void operator()(lxb_css_parser_t* parser) const { lxb_css_parser_destroy(parser, true); }
    };
    const std::unique_ptr<lxb_css_parser_t, Deleter> parser(lxb_css_parser_create());
    if (lxb_css_parser_init(parser.get(), nullptr) != LXB_STATUS_OK) {
        return tl::unexpected(std::string("there is not enough memory"));
    }
    lxb_css_selector_list_t* list =
        lxb_css_selectors_parse(parser.get(), reinterpret_cast<const lxb_char_t*>(selector.data()), selector.size());
    if (list == nullptr || parser->status != LXB_STATUS_OK) {
        return tl::unexpected(fmt::format("\"{}\" is not a CSS selector", selector));
    }
    program.lists.push_back(list);
    if (program.links + links_of(list) > CompoundBits::capacity) {
        return tl::unexpected(
            fmt::format("more than {} ancestors in the selectors of one profile", CompoundBits::capacity));
    }
    for (const lxb_css_selector_list_t* one = list; one != nullptr; one = one->next) program.add_alternative(one, bit);
    program.sources.emplace_back(selector);
    return bit;
}

}  // namespace rejoinder::dom
