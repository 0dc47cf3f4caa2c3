// What the members of an object in embedded state mean, told by their names: the text, the author and the time of a
// post.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "extract/guess/embedded_json.hpp"
#include "json/json.hpp"

namespace rejoinder {

/// One value of embedded state, in which references stand for objects: {"__ref": "User:5"} in Apollo's cache, numbers
/// in the flat arrays of Nuxt 3 and React Router, "$1f" in React's stream. The value and `texts` must outlive it.
class StateDocument {
public:
    StateDocument(json::Value root, const std::map<std::string, std::string>& texts);

    /// All values where posts may stand: the root, or each of a flat array.
    std::vector<json::Value> roots() const;

    /// The members of an object, with what references stand for.
    std::vector<std::pair<std::string_view, json::Value>> members(json::Value object) const;

    /// The elements of an array, likewise.
    std::vector<json::Value> elements(json::Value array) const;

    bool is_flat() const { return !flat_.empty(); }

    /// A string, or the long text that it stands for.
    std::string_view string(json::Value value) const;

private:
    json::Value followed(json::Value value) const;
    void collect_entities(json::Value value, int depth);

    json::Value root_;
    const std::map<std::string, std::string>* texts_;
    std::vector<json::Value> flat_;                     // empty: no flat array
    std::map<std::string_view, json::Value> entities_;  // of Apollo's cache, by key
};

/// The three that make an object a post, and what else is known of it.
struct StateFields {
    std::string kind;  // the names of the three members
    std::string text, author, time, title, key, parent;
};

/// Reads an object; `text`, `author` or `time` is empty if it has none.
StateFields read_state_fields(const StateDocument& document, json::Value object);

/// A member's name without case, "_" and "-".
std::string plain_key(std::string_view key);

}  // namespace rejoinder
