#include "extract/guess/state_fields.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace rejoinder {

namespace {

constexpr int deepest_cache = 6;                    // objects around the entities of Apollo's cache
constexpr int deepest_rich_text = 24;               // nodes inside one another in a text that is a tree
constexpr int most_rich_text = 5'000;               // of such nodes
constexpr std::int64_t first_second = 600'000'000;  // 1989; a smaller number is no moment
constexpr std::int64_t last_second = 4'000'000'000;

// The best name first.
constexpr std::array text_keys = {
    "bodyhtml",        "contenthtml",    "texthtml", "messagehtml", "htmlbody",   "htmlcontent", "renderedbody",
    "renderedcontent", "bodyrendered",   "cooked",   "parsedbody",  "html",       "rendered",    "body",
    "content",         "message",        "text",     "posttext",    "postbody",   "postcontent", "commentbody",
    "commenttext",     "commentcontent", "comment",  "rawbody",     "rawcontent", "raw",         "bodymarkdown",
    "markdown",        "markup",         "bodytext", "plaintext",   "selftext",   "value"};
constexpr std::array author_keys = {
    "author",     "user",       "username",   "authorname",  "authorusername", "displayname", "nickname",
    "screenname", "creator",    "createdby",  "createduser", "createdbyuser",  "createuser",  "poster",
    "postedby",   "postername", "postauthor", "owner",       "member",         "commenter",   "commentername",
    "sender",     "by",         "profile",    "userinfo",    "authorinfo",     "userprofile", "account"};
constexpr std::array name_keys = {"displayname", "username", "name",     "nickname",   "nick",
                                  "login",       "handle",   "fullname", "screenname", "user"};
constexpr std::array time_keys = {
    "createdat",     "created",         "createdon",   "createddate", "createdtime", "createdutc",  "createtime",
    "creationdate",  "creationtime",    "datecreated", "postedat",    "postedon",    "postdate",    "posteddate",
    "postedtime",    "posttime",        "dateposted",  "publishedat", "publishedon", "publishdate", "publicationdate",
    "datepublished", "publishtime",     "submittedat", "insertedat",  "timestamp",   "time",        "date",
    "dateline",      "createdtimestamp"};
constexpr std::array title_keys = {"title", "headline", "subject", "threadtitle"};
constexpr std::array key_keys = {"id", "postid", "commentid", "databaseid", "pid", "uuid", "key"};
constexpr std::array parent_keys = {"parentid",    "parentcommentid", "parentpostid", "replytoid",
                                    "inreplytoid", "replyto",         "inreplyto",    "parent"};

using Members = std::vector<std::pair<std::string, json::Value>>;  // by plain key

Members plain_members(const StateDocument& document, json::Value object) {
    Members members;
    for (const auto& [key, value] : document.members(object)) members.emplace_back(plain_key(key), value);
    return members;
}

/// The first value that `read` makes something of, in the order of `names`; `name` becomes the name.
template <class Names, class Read>
std::string first_of(const Members& members, const Names& names, Read read, std::string_view& name) {
    for (const std::string_view wanted : names) {
        for (const auto& [key, value] : members) {
            if (key != wanted) continue;
            std::string found = read(value);
            if (found.empty()) continue;
            name = wanted;
            return found;
        }
    }
    return {};
}

/// The words of a text that is a tree of nodes; lines apart. References may lead in a circle: `nodes` are still looked
/// at.
void collect_words(const StateDocument& document, json::Value value, int depth, int& nodes, std::string& words) {
    if (depth > deepest_rich_text || --nodes < 0) return;
    for (const json::Value element : document.elements(value))
        collect_words(document, element, depth + 1, nodes, words);
    const std::size_t before = words.size();
    bool has_children = false;
    for (const auto& [key, member] : document.members(value)) {
        if (key == "text" || key == "insert") words += document.string(member);
        const bool holds = key == "content" || key == "children" || key == "nodes" || key == "blocks" ||
                           key == "spans" || key == "sections" || key == "paragraphs" || key == "ops" ||
                           key == "document" || key == "root";
        if (!holds || !(member.is_array() || member.is_object())) continue;
        has_children = true;
        collect_words(document, member, depth + 1, nodes, words);
    }
    if (has_children && words.size() > before && words.back() != '\n') words += '\n';
}

std::string text_in(const StateDocument& document, json::Value value) {
    if (!value.is_object() && !value.is_array()) return std::string(document.string(value));
    std::string_view name;
    const auto read = [&](json::Value inner) { return std::string(document.string(inner)); };
    std::string text = first_of(plain_members(document, value), text_keys, read, name);
    int nodes = most_rich_text;
    if (text.empty()) collect_words(document, value, 0, nodes, text);
    return text;
}

std::string name_in(const StateDocument& document, json::Value value, int depth = 0) {
    if (!value.is_object()) return std::string(document.string(value));
    const Members members = plain_members(document, value);
    std::string_view name;
    const auto read = [&](json::Value inner) {
        if (!inner.is_object()) return std::string(document.string(inner));
        return depth == 0 ? name_in(document, inner, 1) : std::string();
    };
    std::string found = first_of(members, name_keys, read, name);
    // {"data": {"attributes": {"name": …}}}
    constexpr std::array wrappers = {"data", "attributes", "profile", "node"};
    if (found.empty() && depth < 3) {
        const auto inside = [&](json::Value inner) {
            return inner.is_object() ? name_in(document, inner, depth + 1) : std::string();
        };
        found = first_of(members, wrappers, inside, name);
    }
    return found;
}

/// A moment as text: a string with a digit, or seconds or milliseconds since 1970 as seconds.
std::string time_in(const StateDocument& document, json::Value value) {
    if (const auto number = value.number()) {
        auto seconds = static_cast<std::int64_t>(*number);
        if (seconds > last_second) seconds /= 1000;
        return seconds > first_second && seconds < last_second ? std::to_string(seconds) : std::string();
    }
    const std::string_view text = document.string(value);
    return text.find_first_of("0123456789") == std::string_view::npos || text.size() > 60 ? std::string()
                                                                                          : std::string(text);
}

bool is_entity_key(std::string_view key) {
    return key.find(':') != std::string_view::npos;
}

}  // namespace

std::string plain_key(std::string_view key) {
    std::string plain;
    for (const char c : key) {
        if (c == '_' || c == '-') continue;
        plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return plain;
}

StateDocument::StateDocument(json::Value root, const std::map<std::string, std::string>& texts)
    : root_(root), texts_(&texts) {
    const auto elements = root.elements();
    // Nuxt 3: [{"data": 1}, {…: 2}, …]; React Router: [{"_1": 2}, "name", …].
    if (elements.size() > 10 && (elements[0].is_object() || elements[0].is_array())) {
        const auto members = elements[0].members();
        const auto within = [&](json::Value value) {
            const auto number = value.integer();
            return number && *number < static_cast<std::int64_t>(elements.size());
        };
        const auto listed = elements[0].elements();
        const bool flat =
            (!members.empty() &&
             std::all_of(members.begin(), members.end(), [&](const auto& member) { return within(member.second); })) ||
            (listed.size() == 2 && !listed[0].string().empty() && within(listed[1]));
        if (flat) flat_ = elements;
    }
    if (flat_.empty()) collect_entities(root, 0);
}

void StateDocument::collect_entities(json::Value value, int depth) {
    if (depth > deepest_cache || !value.is_object()) return;
    for (const auto& [key, member] : value.members()) {
        if (!member.is_object()) continue;
        if (is_entity_key(key)) {
            entities_.try_emplace(key, member);
        } else {
            collect_entities(member, depth + 1);
        }
    }
}

json::Value StateDocument::followed(json::Value value) const {
    if (!flat_.empty()) {
        const auto index = value.integer();
        if (!index || *index < 0 || static_cast<std::size_t>(*index) >= flat_.size()) return {};
        const json::Value found = flat_[static_cast<std::size_t>(*index)];
        // ["Reactive", 7], ["Date", "2024-…"]
        const auto tagged = found.elements();
        if (tagged.size() != 2 || tagged[0].string().empty()) return found;
        return tagged[1].integer()
                   ? flat_[std::min(static_cast<std::size_t>(std::max<std::int64_t>(*tagged[1].integer(), 0)),
                                    flat_.size() - 1)]
                   : tagged[1];
    }
    if (entities_.empty() || !value.is_object()) return value;
    const std::string_view reference = value.member("__ref").string();
    if (reference.empty()) return value;
    const auto entity = entities_.find(reference);
    return entity == entities_.end() ? value : entity->second;
}

std::vector<json::Value> StateDocument::roots() const {
    return flat_.empty() ? std::vector<json::Value>{root_} : flat_;
}

std::vector<std::pair<std::string_view, json::Value>> StateDocument::members(json::Value object) const {
    auto members = object.members();
    for (auto& [key, value] : members) {
        value = followed(value);
        if (!flat_.empty() && key.size() > 1 && key[0] == '_' && key.find_first_not_of("0123456789", 1) == key.npos) {
            std::size_t index = 0;
            for (const char c : key.substr(1, 9)) index = index * 10 + static_cast<std::size_t>(c - '0');
            if (index < flat_.size()) key = flat_[index].string();
        }
    }
    return members;
}

std::vector<json::Value> StateDocument::elements(json::Value array) const {
    auto elements = array.elements();
    for (json::Value& element : elements) element = followed(element);
    return elements;
}

std::string_view StateDocument::string(json::Value value) const {
    const std::string_view text = value.string();
    if (texts_->empty() || !text.starts_with('$')) return text;
    const auto found = texts_->find(std::string(text));
    return found == texts_->end() ? text : std::string_view(found->second);
}

StateFields read_state_fields(const StateDocument& document, json::Value object) {
    const Members members = plain_members(document, object);
    StateFields fields;
    std::string_view time, author, text, other;
    fields.time = first_of(
        members, time_keys, [&](json::Value value) { return time_in(document, value); }, time);
    if (fields.time.empty()) return fields;
    fields.author = first_of(
        members, author_keys, [&](json::Value value) { return name_in(document, value); }, author);
    if (fields.author.empty()) return fields;
    fields.text = first_of(
        members, text_keys, [&](json::Value value) { return text_in(document, value); }, text);
    const auto as_text = [](json::Value value) { return value.text(); };
    fields.title = first_of(members, title_keys, as_text, other);
    fields.key = first_of(members, key_keys, as_text, other);
    fields.parent = first_of(members, parent_keys, as_text, other);
    fields.kind = std::string(text) + ' ' + std::string(author) + ' ' + std::string(time);
    return fields;
}

}  // namespace rejoinder
