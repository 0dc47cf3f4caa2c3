#include "extract/json/json_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "base/unicode.hpp"
#include "extract/detect.hpp"
#include "extract/json/json.hpp"
#include "extract/json/json_own.hpp"
#include "json/json.hpp"
#include "source/lines.hpp"

namespace rejoinder {

namespace {

constexpr std::size_t bytes_per_line = std::size_t{16} << 20;
constexpr std::size_t named_lines = 10;

/// Reads the documents of one capture: one, or one a line.
class FileReader {
public:
    FileReader(const Capture& capture, const ProfileSet& profiles, const Profile* chosen, const ExtractOptions& options,
               Diagnostics& diagnostics)
        : capture_(capture),
          profiles_(profiles),
          profile_(chosen),
          options_(options),
          diagnostics_(diagnostics),
          is_chosen_(chosen != nullptr),
          parser_(options.nesting) {
        if (profile_ != nullptr && profile_->json) reader_.emplace(*profile_, options.nesting);
    }

    Result<std::vector<Page>> read();

private:
    bool is_lines();
    void read_line(std::string_view line, std::size_t number);
    Result<bool> add(json::Value document);
    void note_line(std::size_t number, std::string_view what);
    Error nothing_found(const std::string& wrong) const;
    bool is_companion() const;

    const Capture& capture_;
    const ProfileSet& profiles_;
    const Profile* profile_;
    const ExtractOptions& options_;
    Diagnostics& diagnostics_;
    bool is_chosen_;
    json::Parser parser_;
    std::optional<JsonReader> reader_;
    std::vector<Page> own_pages_;
    std::size_t mended_ = 0, wrong_ = 0, unknown_ = 0;
    std::string first_wrong_;
    std::optional<Error> error_;  // of the configuration: reading ends
};

/// A file is JSON lines if it has several and one of the first is an object by itself.
bool FileReader::is_lines() {
    if (capture_.lines_in_file) return true;
    std::size_t lines = 0;
    bool whole = false, opens = false;
    const auto look = [&](std::string_view line, std::size_t) {
        if (++lines == 1) opens = line.starts_with('{');
        std::size_t ignored = 0;
        const auto value = opens && line.ends_with('}') ? parser_.parse(line, ignored) : json::Value();
        whole = whole || (value && value->is_object());
        return opens && lines < 3;
    };
    static_cast<void>(each_line(capture_, bytes_per_line, look));
    const std::filesystem::path path(capture_.origin);
    return (lines > 1 && whole) || path.extension() == ".jsonl" || path.extension() == ".ndjson";
}

void FileReader::note_line(std::size_t number, std::string_view what) {
    if (wrong_ == 0) first_wrong_ = fmt::format("line {} {}", number, what);
    if (++wrong_ <= named_lines)
        diagnostics_.push_back({capture_.origin, fmt::format("Line {} {}; it was skipped.", number, what)});
}

/// False: no profile knows what the document is.
Result<bool> FileReader::add(json::Value document) {
    if (is_own_line(document)) {
        add_own_line(document, own_pages_, diagnostics_);
        return true;
    }
    if (!is_chosen_ && reader_ && !fits_json(*profile_, document)) return false;
    if (!is_chosen_ && !reader_) {
        const auto found = detect_json(document, profiles_, capture_.origin);
        if (!found) return tl::unexpected(found.error());
        if (*found == nullptr) return false;
        profile_ = *found;
        reader_.emplace(*profile_, options_.nesting);
    }
    if (!reader_) return false;
    if (auto added = reader_->add(document); !added) return tl::unexpected(added.error());
    return true;
}

void FileReader::read_line(std::string_view line, std::size_t number) {
    if (line.size() >= bytes_per_line) return note_line(number, "has more than 16 MiB");
    const auto document = parser_.parse(line, mended_);
    if (!document) return note_line(number, document.error().message);
    const auto known = add(*document);
    if (!known) {
        error_ = known.error();
    } else if (!*known) {
        ++unknown_;
    }
}

bool FileReader::is_companion() const {
    const std::string name = std::filesystem::path(capture_.origin).filename().string();
    return std::any_of(profiles_.profiles().begin(), profiles_.profiles().end(), [&](const auto& profile) {
        return profile->json && std::find(profile->json->companions.begin(), profile->json->companions.end(), name) !=
                                    profile->json->companions.end();
    });
}

Error FileReader::nothing_found(const std::string& wrong) const {
    if (!wrong.empty()) {
        return {ErrorCode::unreadable,
                fmt::format("{} is not JSON that can be read: {}; save it again.", capture_.origin, wrong)};
    }
    if (profile_ != nullptr) {
        return {ErrorCode::no_thread, fmt::format("{}, read with the profile {}, holds no posts: there is no thread to "
                                                  "analyse.",
                                                  capture_.origin, profile_->name)};
    }
    return {ErrorCode::no_thread,
            fmt::format("{} holds JSON of a shape that no profile knows; describe it in a profile with [json], or name "
                        "its profile with --forum.",
                        capture_.origin)};
}

Result<std::vector<Page>> FileReader::read() {
    std::string wrong;
    if (is_lines()) {
        const auto use = [&](std::string_view line, std::size_t number) {
            read_line(line, number);
            return !error_;
        };
        if (auto read = each_line(capture_, bytes_per_line, use); !read) return tl::unexpected(read.error());
        if (wrong_ > named_lines) {
            diagnostics_.push_back(
                {capture_.origin, fmt::format("{} more lines cannot be read and were skipped.", wrong_ - named_lines)});
        }
        wrong = first_wrong_;
    } else {
        const auto mark = capture_.bytes.starts_with("\xEF\xBB\xBF") ? std::size_t{3} : std::size_t{0};
        const auto document = parser_.parse(std::string_view(capture_.bytes).substr(mark), mended_);
        if (!document) return tl::unexpected(nothing_found("it " + document.error().message));
        if (auto known = add(*document); !known) error_ = known.error();
    }
    if (error_) return tl::unexpected(*error_);
    auto pages = std::move(own_pages_);
    if (reader_) {
        auto found = reader_->take(capture_.origin, diagnostics_);
        pages.insert(pages.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
    }
    if (pages.empty()) {
        if (wrong.empty() && profile_ == nullptr && is_companion()) return pages;
        return tl::unexpected(nothing_found(unknown_ > 0 || reader_ ? std::string() : wrong));
    }
    if (unknown_ > 0) {
        diagnostics_.push_back(
            {capture_.origin, fmt::format("{} line{} of a shape that no profile knows; {} skipped.", unknown_,
                                          unknown_ == 1 ? " is" : "s are", unknown_ == 1 ? "it was" : "they were")});
    }
    if (mended_ > 0) {
        diagnostics_.push_back(
            {capture_.origin,
             fmt::format("{} half{} of a surrogate pair stand{} alone and {} shown as \uFFFD.", mended_,
                         mended_ == 1 ? "" : "s", mended_ == 1 ? "s" : "", mended_ == 1 ? "is" : "are")});
    }
    return pages;
}

}  // namespace

bool looks_like_json(const Capture& capture) {
    if (capture.media_type == MediaType::json) return true;
    if (capture.media_type == MediaType::html) return false;
    std::string_view text = std::string_view(capture.bytes).substr(0, 1024);
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    const auto next = [&] {
        const std::size_t at = text.find_first_not_of(" \t\r\n");
        text.remove_prefix(std::min(at, text.size()));
        const char found = text.empty() ? '\0' : text.front();
        text.remove_prefix(text.empty() ? 0 : 1);
        return found;
    };
    const char first = next();
    return (first == '{' && next() == '"') || (first == '[' && next() == '{' && next() == '"');
}

Result<std::vector<Page>> extract_json(const Capture& capture, const ProfileSet& profiles, const Profile* chosen,
                                       const ExtractOptions& options, Diagnostics& diagnostics) {
    return FileReader(capture, profiles, chosen, options, diagnostics).read();
}

}  // namespace rejoinder
