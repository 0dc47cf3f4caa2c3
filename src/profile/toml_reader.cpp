#include "profile/toml_reader.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>
#include <algorithm>
#include <fstream>
#include <sstream>
#include <tuple>

#include "base/similarity.hpp"

namespace rejoinder {

namespace {

std::string_view kind_name(TomlValue::Kind kind) {
    switch (kind) {
        case TomlValue::Kind::string:
            return "a string";
        case TomlValue::Kind::integer:
            return "a whole number";
        case TomlValue::Kind::boolean:
            return "true or false";
        case TomlValue::Kind::array:
            return "a list";
        case TomlValue::Kind::table:
            return "a table";
        case TomlValue::Kind::other:
            return "a value of another kind";
    }
    return "";
}

TomlPlace place_of(const toml::source_region& region, const std::shared_ptr<const TomlSource>& source) {
    return {source, std::max<std::size_t>(region.begin.line, 1), std::max<std::size_t>(region.begin.column, 1)};
}

TomlValue value_of(const toml::node& node, const std::shared_ptr<const TomlSource>& source) {
    TomlValue value;
    value.place = place_of(node.source(), source);
    if (const auto* string = node.as_string()) {
        value.kind = TomlValue::Kind::string;
        value.string = string->get();
    } else if (const auto* integer = node.as_integer()) {
        value.kind = TomlValue::Kind::integer;
        value.integer = integer->get();
    } else if (const auto* boolean = node.as_boolean()) {
        value.kind = TomlValue::Kind::boolean;
        value.boolean = boolean->get();
    } else if (const auto* array = node.as_array()) {
        value.kind = TomlValue::Kind::array;
        for (const toml::node& element : *array) value.elements.push_back(value_of(element, source));
    } else if (const auto* table = node.as_table()) {
        value.kind = TomlValue::Kind::table;
        for (const auto& [key, entry] : *table) {
            value.entries.emplace(std::string(key.str()),
                                  TomlEntry{place_of(key.source(), source), value_of(entry, source)});
        }
    }
    return value;
}

std::string_view line_at(std::string_view text, std::size_t line) {
    std::size_t begin = 0;
    for (; line > 1; --line) {
        const std::size_t end = text.find('\n', begin);
        if (end == std::string_view::npos) return {};
        begin = end + 1;
    }
    std::string_view found = text.substr(begin, text.find('\n', begin) - begin);
    if (found.ends_with('\r')) found.remove_suffix(1);
    return found;
}

bool starts_character(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

}  // namespace

std::string toml_message(const TomlPlace& place, std::string_view message) {
    const std::string_view line = line_at(place.source->text, place.line);
    // Tabs are kept, so that the caret stands below its place however wide a tab is shown.
    std::string indent;
    std::size_t column = 0;
    for (const char c : line) {
        if (!starts_character(c)) continue;
        if (++column >= place.column) break;
        indent += c == '\t' ? '\t' : ' ';
    }
    if (column < place.column) indent.append(place.column - column - 1, ' ');
    return fmt::format("{}:{}:{}: {}\n{}\n{}^", place.source->path, place.line, place.column, message, line, indent);
}

Result<TomlValue> parse_toml(std::string text, std::string path) {
    auto source = std::make_shared<const TomlSource>(TomlSource{std::move(path), std::move(text)});
    try {
        return value_of(toml::parse(std::string_view(source->text), source->path), source);
    } catch (const toml::parse_error& wrong) {
        return fail(ErrorCode::bad_config, toml_message(place_of(wrong.source(), source), wrong.description()));
    }
}

Result<TomlValue> read_toml(const std::filesystem::path& file) {
    std::error_code error;
    if (!std::filesystem::exists(file, error)) {
        return fail(ErrorCode::not_found, fmt::format("{}: there is no such file; check the path", file.string()));
    }
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream text;
    if (!std::filesystem::is_regular_file(file, error) || !stream ||
        !(text << stream.rdbuf() || stream.peek() == EOF)) {
        return fail(ErrorCode::unreadable,
                    fmt::format("{}: cannot be read; check that it is a file and that you may read it", file.string()));
    }
    return parse_toml(std::move(text).str(), file.string());
}

void TomlProblems::add(const TomlPlace& place, std::string message) {
    problems_.push_back({place, std::move(message)});
}

Error TomlProblems::first() const {
    const auto first = std::min_element(problems_.begin(), problems_.end(), [](const Problem& a, const Problem& b) {
        return std::tie(a.place.source->path, a.place.line, a.place.column) <
               std::tie(b.place.source->path, b.place.line, b.place.column);
    });
    return {ErrorCode::bad_config, toml_message(first->place, first->message)};
}

const TomlValue* TomlTable::find(std::string_view key) {
    known_.emplace_back(key);
    const auto at = table_->entries.find(key);
    return at == table_->entries.end() ? nullptr : &at->second.value;
}

std::optional<TomlTable> TomlTable::table(std::string_view key) {
    const TomlValue* value = find(key);
    if (value == nullptr) return std::nullopt;
    if (value->kind != TomlValue::Kind::table) {
        problems_->add(value->place, fmt::format("\"{}\" must be a table, and is {}", key, kind_name(value->kind)));
        return std::nullopt;
    }
    return TomlTable(*value, *problems_);
}

std::string TomlTable::string(std::string_view key) {
    const TomlValue* value = find(key);
    if (value == nullptr) return {};
    if (value->kind != TomlValue::Kind::string) {
        problems_->add(value->place, fmt::format("\"{}\" must be a string, and is {}", key, kind_name(value->kind)));
    }
    return value->string;
}

bool TomlTable::boolean(std::string_view key) {
    const TomlValue* value = find(key);
    if (value == nullptr) return false;
    if (value->kind != TomlValue::Kind::boolean) {
        problems_->add(value->place,
                       fmt::format("\"{}\" must be true or false, and is {}", key, kind_name(value->kind)));
    }
    return value->boolean;
}

std::vector<const TomlValue*> TomlTable::strings(std::string_view key) {
    const TomlValue* value = find(key);
    return value == nullptr ? std::vector<const TomlValue*>{} : strings_of(*value, key, *problems_);
}

std::string TomlTable::required_string(std::string_view key) {
    std::string value = string(key);
    const auto at = table_->entries.find(key);
    if (at == table_->entries.end()) {
        problems_->add(table_->place, fmt::format("the key \"{}\" is missing", key));
    } else if (at->second.value.kind == TomlValue::Kind::string && value.empty()) {
        problems_->add(at->second.value.place, fmt::format("\"{}\" must not be empty", key));
    }
    return value;
}

void TomlTable::reject_unknown_keys() {
    for (const auto& [key, entry] : table_->entries) {
        if (std::find(known_.begin(), known_.end(), key) != known_.end()) continue;
        problems_->add(entry.key_place, fmt::format("unknown key \"{}\"{}", key, did_you_mean(key, known_)));
    }
}

std::vector<const TomlValue*> strings_of(const TomlValue& value, std::string_view name, TomlProblems& problems) {
    if (value.kind == TomlValue::Kind::string) return {&value};
    std::vector<const TomlValue*> strings;
    if (value.kind != TomlValue::Kind::array) {
        problems.add(value.place, fmt::format("\"{}\" must be a string or a list of strings, and is {}", name,
                                              kind_name(value.kind)));
        return strings;
    }
    for (const TomlValue& element : value.elements) {
        if (element.kind == TomlValue::Kind::string)
            strings.push_back(&element);
        else
            problems.add(element.place,
                         fmt::format("\"{}\" must hold strings only, and this is {}", name, kind_name(element.kind)));
    }
    return strings;
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates) {
    const std::string nearest = nearest_name(word, candidates);
    return nearest.empty() ? "" : fmt::format("; did you mean \"{}\"?", nearest);
}

}  // namespace rejoinder
