#include "dom/selectors.hpp"

#include <lexbor/selectors/selectors.h>

#include <fmt/format.h>
#include <algorithm>
#include <cstring>

#include "dom/selector_program.hpp"

namespace rejoinder::dom {

namespace {

/// lexbor's matcher keeps state between calls, so each thread has its own.
lxb_selectors_t* thread_matcher() {
    struct Deleter {
        void operator()(lxb_selectors_t* matcher) const { lxb_selectors_destroy(matcher, true); }
    };
    thread_local std::unique_ptr<lxb_selectors_t, Deleter> matcher = [] {
        std::unique_ptr<lxb_selectors_t, Deleter> made(lxb_selectors_create());
        if (lxb_selectors_init(made.get()) == LXB_STATUS_OK)
            lxb_selectors_opt_set(made.get(), LXB_SELECTORS_OPT_MATCH_FIRST);
        return made;
    }();
    return matcher.get();
}

lxb_status_t note_match(lxb_dom_node_t* /*node*/, lxb_css_selector_specificity_t /*specificity*/, void* found) {
    *static_cast<bool*>(found) = true;
    return LXB_STATUS_STOP;
}

/// What lexbor says of one alternative of a selector list: its siblings in the list are not asked.
bool fits_general(lxb_dom_element_t* element, const lxb_css_selector_list_t* list) {
    lxb_css_selector_list_t alone = *list;
    alone.next = nullptr;
    alone.prev = nullptr;
    bool found = false;
    lxb_selectors_match_node(thread_matcher(), lxb_dom_interface_node(element), &alone, note_match, &found);
    return found;
}

std::string_view value_of(lxb_dom_attr_t* attribute) {
    std::size_t length = 0;
    const lxb_char_t* value = lxb_dom_attr_value(attribute, &length);
    return value == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(value), length);
}

}  // namespace

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
    for (const lxb_css_selector_list_t* one = list; one != nullptr; one = one->next) {
        if (!program.add_alternative(one, bit)) {
            return tl::unexpected(
                fmt::format("more than {} parts in the selectors of one profile", CompoundBits::capacity));
        }
    }
    program.sources.emplace_back(selector);
    return bit;
}

struct SelectorWalk::State {
    /// What an open element fits, and what it or any element around it does.
    struct Level {
        CompoundBits own;
        CompoundBits around;
    };

    /// Pages repeat the same class attributes over and over.
    struct KnownClasses {
        std::string names;
        CompoundBits compounds;
        bool filled = false;
    };

    std::shared_ptr<const SelectorSet::Program> program;
    std::vector<Level> levels;
    std::array<KnownClasses, 256> known_classes;
    std::array<std::pair<lxb_dom_attr_id_t, const CompoundBits*>, 128> known_attributes{};

    const CompoundBits& of_classes(std::string_view names);
    const CompoundBits* of_attribute(lxb_dom_attr_t* attribute);
    CompoundBits candidates(lxb_dom_element_t* element);
    bool fits_compound(std::size_t number, lxb_dom_element_t* element) const;
};

const CompoundBits& SelectorWalk::State::of_classes(std::string_view names) {
    std::uint64_t ends[2] = {names.size(), 0};
    const std::size_t part = std::min<std::size_t>(names.size(), 8);
    std::memcpy(&ends[1], names.data() + names.size() - part, part);
    std::size_t hash = (ends[0] * 0x9E3779B97F4A7C15U) ^ (ends[1] * 0xFF51AFD7ED558CCDU);
    std::memcpy(&ends[1], names.data(), part);
    hash = (hash >> 32) ^ (ends[1] * 0xC4CEB9FE1A85EC53U >> 32);
    KnownClasses& known = known_classes[hash % known_classes.size()];
    if (known.filled && known.names == names) return known.compounds;
    known = {std::string(names), {}, true};
    for (std::size_t at = 0; at < names.size();) {
        std::size_t end = at;
        while (end < names.size() && static_cast<unsigned char>(names[end]) > ' ') ++end;
        if (const CompoundBits* asking = program->classes.find(names.substr(at, end - at))) known.compounds |= *asking;
        at = end + 1;
    }
    return known.compounds;
}

const CompoundBits* SelectorWalk::State::of_attribute(lxb_dom_attr_t* attribute) {
    const lxb_dom_attr_id_t id = attribute->node.local_name;
    auto& known = known_attributes[(id ^ (id >> 4)) % known_attributes.size()];
    if (known.first == id) return known.second;
    std::size_t length = 0;
    const lxb_char_t* name = lxb_dom_attr_local_name(attribute, &length);
    known = {id, program->attributes.find({reinterpret_cast<const char*>(name), length})};
    return known.second;
}

/// Compounds whose indexed test the element passes.
CompoundBits SelectorWalk::State::candidates(lxb_dom_element_t* element) {
    CompoundBits found = program->anything;
    const lxb_tag_id_t tag = element->node.local_name;
    if (tag < program->tags.size()) found |= program->tags[tag];
    if (element->attr_class != nullptr) found |= of_classes(value_of(element->attr_class));
    if (element->attr_id != nullptr && !program->ids.empty()) {
        if (const CompoundBits* asking = program->ids.find(value_of(element->attr_id))) found |= *asking;
    }
    if (program->attributes.empty()) return found;
    for (lxb_dom_attr_t* attribute = element->first_attr; attribute != nullptr; attribute = attribute->next) {
        if (const CompoundBits* asking = of_attribute(attribute)) found |= *asking;
    }
    return found;
}

bool SelectorWalk::State::fits_compound(std::size_t number, lxb_dom_element_t* element) const {
    const Compound& compound = program->compounds[number];
    if (compound.before >= 0) {
        const auto before = static_cast<std::size_t>(compound.before);
        if (!(compound.child ? levels.back().own.test(before) : levels.back().around.test(before))) return false;
    }
    for (const SimpleTest& test : compound.tests) {
        if (!fits(element, test)) return false;
    }
    return compound.general == nullptr || fits_general(element, compound.general);
}

SelectorWalk::SelectorWalk(const SelectorSet& set) : state_(std::make_unique<State>()) {
    state_->program = set.program_;
    state_->levels.emplace_back();
}

SelectorWalk::~SelectorWalk() = default;

std::uint64_t SelectorWalk::enter(Node node) {
    lxb_dom_element_t* element = lxb_dom_interface_element(static_cast<lxb_dom_node_t*>(node.node_));
    State::Level level{{}, state_->levels.back().around};
    std::uint64_t bits = 0;
    state_->candidates(element).each([&](std::size_t number) {
        if (!state_->fits_compound(number, element)) return;
        level.own.set(number);
        const int selector = state_->program->compounds[number].selector;
        if (selector >= 0) bits |= std::uint64_t{1} << selector;
    });
    level.around |= level.own;
    state_->levels.push_back(level);
    return bits;
}

void SelectorWalk::leave() {
    state_->levels.pop_back();
}

void each_match(const Document& document, const SelectorSet& set,
                const std::function<void(Node element, std::uint64_t bits)>& visit) {
    SelectorWalk selectors(set);
    walk(
        document.root(),
        [&](Node node) {
            if (!node.is_element()) return false;
            if (const std::uint64_t bits = selectors.enter(node); bits != 0) visit(node, bits);
            return true;
        },
        [&](Node) { selectors.leave(); });
}

}  // namespace rejoinder::dom
