#include <fmt/format.h>
#include <algorithm>
#include <map>

#include "base/similarity.hpp"
#include "profile/detect_index.hpp"
#include "profile/load_phrase_book.hpp"
#include "profile/load_profile.hpp"
#include "profile/profile.hpp"
#include "profile/toml_reader.hpp"
#include "rejoinder/profile.hpp"

namespace rejoinder {

namespace {

using Profiles = std::vector<std::shared_ptr<const Profile>>;
using PhraseBooks = std::vector<std::shared_ptr<const PhraseBook>>;

/// The .toml files of a folder, by name.
Result<std::vector<std::filesystem::path>> toml_files(const std::filesystem::path& dir) {
    std::vector<std::filesystem::path> files;
    std::error_code error;
    for (std::filesystem::directory_iterator at(dir, error), end; !error && at != end; at.increment(error)) {
        if (at->path().extension() == ".toml") files.push_back(at->path());
    }
    if (error) {
        return fail(ErrorCode::not_found,
                    fmt::format("{}: there is no such folder of configuration; name the folder that holds "
                                "forums/ and phrases/, or set REJOINDER_CONFIG to it",
                                dir.string()));
    }
    std::sort(files.begin(), files.end());
    return files;
}

/// A string key of a table that is not yet checked; nullptr if there is none.
const TomlValue* string_at(const TomlValue& table, std::string_view key) {
    const auto at = table.entries.find(key);
    return at != table.entries.end() && at->second.value.kind == TomlValue::Kind::string ? &at->second.value : nullptr;
}

tl::unexpected<Error> bad_value(const TomlValue& value, std::string_view message) {
    return fail(ErrorCode::bad_config, toml_message(value.place, message));
}

/// Loads profiles that extend each other, each parent before its children.
class Loader {
public:
    explicit Loader(const PhraseBooks& books) : books_(books) {}

    Result<void> add(const std::filesystem::path& file) {
        auto keys = read_toml(file);
        if (!keys) return tl::unexpected<Error>(keys.error());
        const TomlValue* name = string_at(*keys, "name");
        const std::string known_as = name == nullptr ? file.string() : name->string;
        if (const auto same = unread_.find(known_as); same != unread_.end()) {
            return bad_value(*name,
                             fmt::format("the name \"{}\" is taken by {}", known_as, same->second.place.source->path));
        }
        names_.push_back(known_as);
        unread_.emplace(known_as, std::move(*keys));
        return {};
    }

    Result<Profiles> load() {
        for (const std::string& name : names_) {
            if (auto loaded = load(name); !loaded) return tl::unexpected<Error>(loaded.error());
        }
        Profiles profiles;
        for (auto& [name, profile] : loaded_) profiles.push_back(profile);
        return profiles;
    }

private:
    Result<const Profile*> load(const std::string& name) {
        if (const auto at = loaded_.find(name); at != loaded_.end()) return at->second.get();
        const TomlValue& keys = unread_.at(name);
        const Profile* parent = nullptr;
        under_way_.push_back(name);
        if (const TomlValue* extends = string_at(keys, "extends")) {
            auto found = parent_of(*extends);
            if (!found) return found;
            parent = *found;
        }
        under_way_.pop_back();
        auto profile = load_profile(keys, parent, books_);
        if (!profile) return tl::unexpected<Error>(profile.error());
        return loaded_.emplace(name, *profile).first->second.get();
    }

    Result<const Profile*> parent_of(const TomlValue& extends) {
        if (!unread_.contains(extends.string)) {
            return bad_value(
                extends, fmt::format("unknown profile \"{}\"{}", extends.string, did_you_mean(extends.string, names_)));
        }
        const auto first = std::find(under_way_.begin(), under_way_.end(), extends.string);
        if (first != under_way_.end()) {
            return bad_value(extends, fmt::format("profiles extend each other in a circle: {}, {}",
                                                  fmt::join(first, under_way_.end(), ", "), extends.string));
        }
        return load(extends.string);
    }

    const PhraseBooks& books_;
    std::vector<std::string> names_;
    std::map<std::string, TomlValue> unread_;
    std::map<std::string, std::shared_ptr<const Profile>> loaded_;
    std::vector<std::string> under_way_;
};

}  // namespace

Result<ProfileSet> ProfileSet::load(const std::filesystem::path& dir) {
    const auto phrase_files = toml_files(dir / "phrases");
    if (!phrase_files) return tl::unexpected<Error>(phrase_files.error());
    const auto profile_files = toml_files(dir / "forums");
    if (!profile_files) return tl::unexpected<Error>(profile_files.error());
    ProfileSet set;
    for (const auto& file : *phrase_files) {
        auto book = load_phrase_book(file);
        if (!book) return tl::unexpected<Error>(book.error());
        set.phrase_books_.push_back(std::move(*book));
    }
    std::sort(set.phrase_books_.begin(), set.phrase_books_.end(),
              [](const auto& a, const auto& b) { return a->language < b->language; });
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> stop_words;
    for (std::uint32_t book = 0; book < set.phrase_books_.size(); ++book) {
        for (const std::uint32_t word : set.phrase_books_[book]->stop_words) stop_words[word].push_back(book);
    }
    set.stop_words_ = std::make_shared<decltype(stop_words)>(std::move(stop_words));
    Loader loader(set.phrase_books_);
    for (const auto& file : *profile_files) {
        if (auto added = loader.add(file); !added) return tl::unexpected<Error>(added.error());
    }
    auto profiles = loader.load();
    if (!profiles) return tl::unexpected<Error>(profiles.error());
    set.profiles_ = std::move(*profiles);
    set.detect_index_ = std::make_shared<DetectIndex>(set.profiles_);
    return set;
}

Result<std::string> ProfileSet::add(const std::filesystem::path& file) {
    auto keys = read_toml(file);
    if (!keys) return tl::unexpected<Error>(keys.error());
    const Profile* parent = nullptr;
    if (const TomlValue* extends = string_at(*keys, "extends")) {
        const TomlValue* name = string_at(*keys, "name");
        if (name != nullptr && name->string == extends->string)
            return bad_value(*extends, "a profile cannot extend itself");
        parent = find(extends->string);
        if (parent == nullptr) {
            return bad_value(*extends, fmt::format("unknown profile \"{}\"{}", extends->string,
                                                   did_you_mean(extends->string, names())));
        }
    }
    auto profile = load_profile(std::move(*keys), parent, phrase_books_);
    if (!profile) return tl::unexpected<Error>(profile.error());
    const std::string name = (*profile)->name;
    const auto at = std::lower_bound(profiles_.begin(), profiles_.end(), name,
                                     [](const auto& known, const std::string& wanted) { return known->name < wanted; });
    if (at != profiles_.end() && (*at)->name == name)
        *at = std::move(*profile);
    else
        profiles_.insert(at, std::move(*profile));
    detect_index_ = std::make_shared<DetectIndex>(profiles_);
    return name;
}

const Profile* ProfileSet::find(std::string_view name) const {
    const auto at =
        std::find_if(profiles_.begin(), profiles_.end(), [&](const auto& profile) { return profile->name == name; });
    return at == profiles_.end() ? nullptr : at->get();
}

std::vector<std::string> ProfileSet::names() const {
    std::vector<std::string> names;
    for (const auto& profile : profiles_) names.push_back(profile->name);
    return names;
}

std::string ProfileSet::nearest(std::string_view name) const {
    return nearest_name(name, names());
}

}  // namespace rejoinder
