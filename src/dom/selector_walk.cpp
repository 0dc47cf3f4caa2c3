#include <lexbor/selectors/selectors.h>

#include <algorithm>
#include <array>
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

/// Tells most names apart: by their length, their first and their last bytes.
std::size_t rough_hash(std::string_view names) {
    std::uint64_t first = 0;
    std::uint64_t last = 0;
    if (names.size() >= sizeof first) {
        std::memcpy(&first, names.data(), sizeof first);
        std::memcpy(&last, names.data() + names.size() - sizeof last, sizeof last);
    } else {
        for (const char c : names) first = first << 8 | static_cast<unsigned char>(c);
    }
    const std::uint64_t mixed =
        (first * 0xC4CEB9FE1A85EC53U) ^ (last * 0xFF51AFD7ED558CCDU) ^ (names.size() * 0x9E3779B97F4A7C15U);
    return static_cast<std::size_t>(mixed >> 40);
}

}  // namespace

/// One walk down and up a page, by the compounds of one program.
class SelectorWalk {
public:
    explicit SelectorWalk(std::shared_ptr<const SelectorSet::Program> program) : program_(std::move(program)) {}

    static void visit(const Document& document, const SelectorSet& set, Visitor& visitor);

private:
    /// An open element that fits some compound, with what is open inside it and fits none.
    struct Level {
        CompoundBits own;     // what the element fits
        CompoundBits around;  // what it or any element around it fits
        std::uint32_t plain = 0;
    };

    /// Pages repeat the same class attributes over and over.
    struct KnownClasses {
        std::string names;
        Compounds compounds;  // that ask for one of them
        bool filled = false;
    };

    static std::unique_ptr<SelectorWalk> take(const SelectorSet& set);
    static void keep(std::unique_ptr<SelectorWalk> walk);

    void over(lxb_dom_node_t* root, Visitor& visitor);
    std::uint64_t enter(lxb_dom_element_t* element);
    void leave();
    const Compounds& of_classes(std::string_view names);
    const Compounds* of_attribute(lxb_dom_attr_t* attribute);
    template <class Visit>
    void each_candidate(lxb_dom_element_t* element, Visit visit);
    bool fits_compound(const Compound& compound, lxb_dom_element_t* element) const;

    static std::vector<std::unique_ptr<SelectorWalk>>& kept();

    std::shared_ptr<const SelectorSet::Program> program_;
    std::vector<Level> levels_;
    std::array<KnownClasses, 512> known_classes_;
    std::array<std::pair<lxb_dom_attr_id_t, const Compounds*>, 128> known_attributes_{};
};

/// Walks of this thread that are not under way: what they know of class names serves the next page.
std::vector<std::unique_ptr<SelectorWalk>>& SelectorWalk::kept() {
    thread_local std::vector<std::unique_ptr<SelectorWalk>> walks;
    return walks;
}

std::unique_ptr<SelectorWalk> SelectorWalk::take(const SelectorSet& set) {
    auto& walks = kept();
    const auto at = std::find_if(walks.begin(), walks.end(),
                                 [&](const auto& walk) { return walk->program_.get() == set.program_.get(); });
    if (at == walks.end()) return std::make_unique<SelectorWalk>(set.program_);
    auto walk = std::move(*at);
    walks.erase(at);
    return walk;
}

void SelectorWalk::keep(std::unique_ptr<SelectorWalk> walk) {
    constexpr std::size_t most_kept = 4;
    auto& walks = kept();
    if (walks.size() == most_kept) walks.erase(walks.begin());
    walks.push_back(std::move(walk));
}

const Compounds& SelectorWalk::of_classes(std::string_view names) {
    KnownClasses& known = known_classes_[rough_hash(names) % known_classes_.size()];
    if (known.filled && known.names == names) return known.compounds;
    known.names = names;
    known.filled = true;
    known.compounds.clear();
    for (std::size_t at = 0; at < names.size();) {
        std::size_t end = at;
        while (end < names.size() && static_cast<unsigned char>(names[end]) > ' ') ++end;
        if (const Compounds* asking = program_->classes.find(names.substr(at, end - at)))
            known.compounds.insert(known.compounds.end(), asking->begin(), asking->end());
        at = end + 1;
    }
    return known.compounds;
}

const Compounds* SelectorWalk::of_attribute(lxb_dom_attr_t* attribute) {
    const lxb_dom_attr_id_t id = attribute->node.local_name;
    auto& known = known_attributes_[(id ^ (id >> 4)) % known_attributes_.size()];
    if (known.first == id) return known.second;
    std::size_t length = 0;
    const lxb_char_t* name = lxb_dom_attr_local_name(attribute, &length);
    known = {id, program_->attributes.find({reinterpret_cast<const char*>(name), length})};
    return known.second;
}

/// Visits the compounds whose indexed test the element passes. A class named twice brings its compounds twice.
template <class Visit>
void SelectorWalk::each_candidate(lxb_dom_element_t* element, Visit visit) {
    const auto each = [&](const Compounds& asking) {
        for (const std::uint16_t number : asking) visit(program_->compounds[number]);
    };
    each(program_->anything);
    const lxb_tag_id_t tag = element->node.local_name;
    if (tag < program_->tags.size()) each(program_->tags[tag]);
    if (element->attr_class != nullptr) each(of_classes(value_of(element->attr_class)));
    if (element->attr_id != nullptr && !program_->ids.empty()) {
        if (const Compounds* asking = program_->ids.find(value_of(element->attr_id))) each(*asking);
    }
    if (program_->attributes.empty()) return;
    for (lxb_dom_attr_t* attribute = element->first_attr; attribute != nullptr; attribute = attribute->next) {
        if (const Compounds* asking = of_attribute(attribute)) each(*asking);
    }
}

bool SelectorWalk::fits_compound(const Compound& compound, lxb_dom_element_t* element) const {
    if (compound.before >= 0) {
        const auto before = static_cast<std::size_t>(compound.before);
        const Level& outer = levels_.back();
        if (!(compound.child ? outer.plain == 0 && outer.own.test(before) : outer.around.test(before))) return false;
    }
    for (const SimpleTest& test : compound.tests) {
        if (!fits(element, test)) return false;
    }
    return compound.general == nullptr || fits_general(element, compound.general);
}

/// Steps down into an element, whose parent is the element entered last and not left.
std::uint64_t SelectorWalk::enter(lxb_dom_element_t* element) {
    CompoundBits own;
    bool fits_link = false;
    std::uint64_t bits = 0;
    each_candidate(element, [&](const Compound& compound) {
        if (!fits_compound(compound, element)) return;
        if (compound.selector >= 0) {
            bits |= std::uint64_t{1} << compound.selector;
        } else {
            own.set(static_cast<std::size_t>(compound.link));
            fits_link = true;
        }
    });
    Level& outer = levels_.back();
    if (fits_link) {
        CompoundBits around = outer.around;
        around |= own;
        levels_.push_back({own, around, 0});
    } else {
        ++outer.plain;
    }
    return bits;
}

void SelectorWalk::leave() {
    Level& innermost = levels_.back();
    if (innermost.plain > 0) {
        --innermost.plain;
    } else {
        levels_.pop_back();
    }
}

void SelectorWalk::over(lxb_dom_node_t* root, Visitor& visitor) {
    levels_.assign(1, {});
    known_attributes_.fill({});  // names that HTML does not know have other numbers in each document
    for (lxb_dom_node_t* at = root; at != nullptr;) {
        if (at->type == LXB_DOM_NODE_TYPE_ELEMENT) {
            const std::uint64_t bits = enter(lxb_dom_interface_element(at));
            if (visitor.enter(Node(at), bits) && at->first_child != nullptr) {
                at = at->first_child;
                continue;
            }
            leave();
            visitor.leave(Node(at));
        } else if (at->type == LXB_DOM_NODE_TYPE_TEXT) {
            visitor.text(Node(at).text());
        }
        while (at != root && at->next == nullptr) {
            at = at->parent;
            leave();
            visitor.leave(Node(at));
        }
        at = at == root ? nullptr : at->next;
    }
}

void SelectorWalk::visit(const Document& document, const SelectorSet& set, Visitor& visitor) {
    auto walk = take(set);
    walk->over(static_cast<lxb_dom_node_t*>(document.root().node_), visitor);
    keep(std::move(walk));
}

void visit(const Document& document, const SelectorSet& set, Visitor& visitor) {
    SelectorWalk::visit(document, set, visitor);
}

void each_match(const Document& document, const SelectorSet& set,
                const std::function<void(Node element, std::uint64_t bits)>& found) {
    class Matches : public Visitor {
    public:
        explicit Matches(const std::function<void(Node, std::uint64_t)>& found) : found_(found) {}
        bool enter(Node element, std::uint64_t bits) override {
            if (bits != 0) found_(element, bits);
            return true;
        }
        void text(std::string_view) override {}
        void leave(Node) override {}

    private:
        const std::function<void(Node, std::uint64_t)>& found_;
    };
    Matches matches(found);
    visit(document, set, matches);
}

}  // namespace rejoinder::dom
