#include <lexbor/dom/dom.h>
#include <lexbor/html/html.h>

#include <fmt/format.h>
#include <array>

#include "dom/dom.hpp"

namespace rejoinder::dom {

namespace {

lxb_dom_node_t* raw(void* node) {
    return static_cast<lxb_dom_node_t*>(node);
}

std::string_view view(const lxb_char_t* data, std::size_t length) {
    return data == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(data), length);
}

struct ParserDeleter {
    void operator()(lxb_html_parser_t* parser) const { lxb_html_parser_destroy(parser); }
};

/// One parser a thread: its arenas are worth keeping between pages.
lxb_html_parser_t* thread_parser() {
    thread_local std::unique_ptr<lxb_html_parser_t, ParserDeleter> parser;
    if (!parser) {
        parser.reset(lxb_html_parser_create());
        if (lxb_html_parser_init(parser.get()) == LXB_STATUS_OK) {
            // Nobody listens to the tree while it grows.
            lxb_html_parser_dom_opt_set(parser.get(), LXB_DOM_DOCUMENT_OPT_WO_EVENTS);
        } else {
            parser.reset();
        }
    } else {
        lxb_html_parser_clean(parser.get());
    }
    return parser.get();
}

/// lexbor's number of a tag -> ours.
constexpr auto known_tags = [] {
    std::array<Tag, LXB_TAG__LAST_ENTRY> tags{};
    tags[LXB_TAG_A] = Tag::a;
    tags[LXB_TAG_ADDRESS] = Tag::address;
    tags[LXB_TAG_ARTICLE] = Tag::article;
    tags[LXB_TAG_ASIDE] = Tag::aside;
    tags[LXB_TAG_BLOCKQUOTE] = Tag::blockquote;
    tags[LXB_TAG_BODY] = Tag::body;
    tags[LXB_TAG_BR] = Tag::br;
    tags[LXB_TAG_BUTTON] = Tag::button;
    tags[LXB_TAG_DD] = Tag::dd;
    tags[LXB_TAG_DETAILS] = Tag::details;
    tags[LXB_TAG_DIV] = Tag::div;
    tags[LXB_TAG_DL] = Tag::dl;
    tags[LXB_TAG_DT] = Tag::dt;
    tags[LXB_TAG_FIELDSET] = Tag::fieldset;
    tags[LXB_TAG_FIGCAPTION] = Tag::figcaption;
    tags[LXB_TAG_FIGURE] = Tag::figure;
    tags[LXB_TAG_FOOTER] = Tag::footer;
    tags[LXB_TAG_FORM] = Tag::form;
    tags[LXB_TAG_H1] = Tag::h1;
    tags[LXB_TAG_H2] = Tag::h2;
    tags[LXB_TAG_H3] = Tag::h3;
    tags[LXB_TAG_H4] = Tag::h4;
    tags[LXB_TAG_H5] = Tag::h5;
    tags[LXB_TAG_H6] = Tag::h6;
    tags[LXB_TAG_HEAD] = Tag::head;
    tags[LXB_TAG_HEADER] = Tag::header;
    tags[LXB_TAG_HR] = Tag::hr;
    tags[LXB_TAG_IFRAME] = Tag::iframe;
    tags[LXB_TAG_IMG] = Tag::img;
    tags[LXB_TAG_LI] = Tag::li;
    tags[LXB_TAG_MAIN] = Tag::main;
    tags[LXB_TAG_NAV] = Tag::nav;
    tags[LXB_TAG_NOSCRIPT] = Tag::noscript;
    tags[LXB_TAG_OL] = Tag::ol;
    tags[LXB_TAG_P] = Tag::p;
    tags[LXB_TAG_PRE] = Tag::pre;
    tags[LXB_TAG_SCRIPT] = Tag::script;
    tags[LXB_TAG_SECTION] = Tag::section;
    tags[LXB_TAG_SELECT] = Tag::select;
    tags[LXB_TAG_STYLE] = Tag::style;
    tags[LXB_TAG_SUMMARY] = Tag::summary;
    tags[LXB_TAG_SVG] = Tag::svg;
    tags[LXB_TAG_TABLE] = Tag::table;
    tags[LXB_TAG_TD] = Tag::td;
    tags[LXB_TAG_TH] = Tag::th;
    tags[LXB_TAG_TEMPLATE] = Tag::template_;
    tags[LXB_TAG_TEXTAREA] = Tag::textarea;
    tags[LXB_TAG_TR] = Tag::tr;
    tags[LXB_TAG_UL] = Tag::ul;
    return tags;
}();

// The depth of open elements is looked at between pieces of this size. HTML's rules walk the open elements for many
// tags, so that unlimited nesting would cost the square of the page.
constexpr std::size_t piece_bytes = std::size_t{64} << 10;

}  // namespace

Node Node::parent() const {
    return Node(raw(node_)->parent);
}
Node Node::first_child() const {
    return Node(raw(node_)->first_child);
}
Node Node::next() const {
    return Node(raw(node_)->next);
}
bool Node::is_element() const {
    return raw(node_)->type == LXB_DOM_NODE_TYPE_ELEMENT;
}
bool Node::is_text() const {
    return raw(node_)->type == LXB_DOM_NODE_TYPE_TEXT;
}

Tag Node::known_tag() const {
    const lxb_tag_id_t id = raw(node_)->local_name;
    return is_element() && id < known_tags.size() ? known_tags[id] : Tag::other;
}

std::string_view Node::tag_name() const {
    if (!is_element()) return {};
    std::size_t length = 0;
    const lxb_char_t* name = lxb_dom_element_local_name(lxb_dom_interface_element(raw(node_)), &length);
    return view(name, length);
}

std::string_view Node::text() const {
    if (!is_text()) return {};
    const lexbor_str_t& data = lxb_dom_interface_character_data(raw(node_))->data;
    return view(data.data, data.length);
}

std::optional<std::string_view> Node::attribute(std::string_view name) const {
    if (!is_element()) return std::nullopt;
    // An element has few attributes: to look at all of them is cheaper than to hash the name.
    const lxb_dom_element_t* element = lxb_dom_interface_element(raw(node_));
    for (lxb_dom_attr_t* attribute = element->first_attr; attribute != nullptr; attribute = attribute->next) {
        std::size_t length = 0;
        const lxb_char_t* local = lxb_dom_attr_local_name(attribute, &length);
        if (view(local, length) != name) continue;
        const lxb_char_t* value = lxb_dom_attr_value(attribute, &length);
        return view(value, length);
    }
    return std::nullopt;
}

std::string text_content(Node node) {
    std::string text;
    walk(
        node,
        [&](Node at) {
            if (at.is_text()) text += at.text();
            const Tag tag = at.known_tag();
            if (tag == Tag::svg || (tag == Tag::other && at.tag_name() == "i" && !at.first_child())) text += ' ';
            return tag != Tag::script && tag != Tag::style && tag != Tag::svg;
        },
        [](Node) {});
    return text;
}

struct Document::Tree {
    lxb_html_document_t* document = nullptr;

    explicit Tree(lxb_html_document_t* parsed) : document(parsed) {}
    Tree(const Tree&) = delete;
    Tree& operator=(const Tree&) = delete;
    ~Tree() { lxb_html_document_destroy(document); }
};

Result<Document> Document::parse(std::string_view html, std::size_t nesting) {
    lxb_html_parser_t* parser = thread_parser();
    lxb_html_document_t* raw_document = parser == nullptr ? nullptr : lxb_html_parse_chunk_begin(parser);
    if (raw_document == nullptr) return fail(ErrorCode::too_large, "there is not enough memory to parse the page");
    Document document;
    document.tree_ = std::make_shared<Tree>(raw_document);
    lxb_status_t status = LXB_STATUS_OK;
    bool too_deep = false;
    for (std::size_t at = 0; at < html.size() && status == LXB_STATUS_OK && !too_deep; at += piece_bytes) {
        const std::string_view piece = html.substr(at, piece_bytes);
        status = lxb_html_parse_chunk_process(parser, reinterpret_cast<const lxb_char_t*>(piece.data()), piece.size());
        too_deep = lexbor_array_length(lxb_html_parser_tree(parser)->open_elements) > nesting;
    }
    if (status == LXB_STATUS_OK) status = lxb_html_parse_chunk_end(parser);
    if (too_deep) {
        return fail(ErrorCode::too_large,
                    fmt::format("more than {} elements stand inside one another, as no forum writes them", nesting));
    }
    if (status != LXB_STATUS_OK) return fail(ErrorCode::too_large, "there is not enough memory to parse the page");
    return document;
}

Node Document::root() const {
    return Node(lxb_dom_interface_node(lxb_dom_document_element(&tree_->document->dom_document)));
}

}  // namespace rejoinder::dom
