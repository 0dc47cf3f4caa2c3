// The truth file: JSON about one thread.
#include <fmt/format.h>

#include <fstream>
#include <iterator>
#include <unordered_map>

#include "json/json.hpp"
#include "rejoinder/evaluate.hpp"

namespace rejoinder {
namespace {

constexpr std::size_t nesting = 64;
using Names = std::unordered_map<std::string, TrueSource>;

/// "4" and the key "880" name posts, "g1" a ghost.
Names names_of(const Truth& truth) {
    Names names;
    for (std::uint32_t i = 0; i < truth.ghosts.size(); ++i) {
        names.emplace(truth.ghosts[i].id, TrueSource{TrueSource::Kind::ghost, i});
    }
    for (std::uint32_t i = 0; i < truth.posts.size(); ++i) {
        if (!truth.posts[i].key.empty()) names.emplace(truth.posts[i].key, TrueSource{TrueSource::Kind::post, i});
    }
    return names;
}

class TruthReader {
public:
    explicit TruthReader(const std::filesystem::path& path) : path_(path) { truth_.origin = path.string(); }

    Result<Truth> read(json::Value root) {
        if (!root.is_object()) return wrong("is no JSON object");
        truth_.kind = root.member("kind").string();
        truth_.forum = root.member("forum").string();
        for (const json::Value page : root.member("pages").elements()) {
            truth_.pages.push_back((path_.parent_path() / page.string()).string());
        }
        if (truth_.pages.empty()) return wrong("names no page; \"pages\" is the list of their paths");
        for (const json::Value ghost : root.member("ghosts").elements()) {
            truth_.ghosts.push_back({ghost.member("id").text(), ghost.member("author").text()});
        }
        const auto posts = root.member("posts").elements();
        if (posts.empty()) return wrong("names no post; \"posts\" is the list of them");
        for (const json::Value post : posts) {
            truth_.posts.push_back(
                {post.member("key").text(), post.member("author").text(), post.member("text").text(), {}});
        }
        const Names names = names_of(truth_);
        for (std::size_t i = 0; i < posts.size(); ++i) {
            for (const json::Value quote : posts[i].member("quotes").elements()) {
                if (auto read = add_quote(quote, i, names); !read) return tl::unexpected(read.error());
            }
        }
        return std::move(truth_);
    }

private:
    tl::unexpected<Error> wrong(std::string_view what) const {
        return fail(ErrorCode::unreadable, fmt::format("{}: the truth file {}", truth_.origin, what));
    }

    Result<void> add_quote(json::Value value, std::size_t post, const Names& names) {
        TrueQuote quote;
        quote.depth = static_cast<std::uint32_t>(value.member("depth").integer().value_or(1));
        quote.author = value.member("author").text();
        quote.text = value.member("text").text();
        const json::Value source = value.member("source");
        if (const auto number = source.integer()) {
            if (*number < 1 || *number > static_cast<std::int64_t>(truth_.posts.size())) {
                return wrong(fmt::format("has no post {}, which post {} quotes", *number, post + 1));
            }
            quote.source = {TrueSource::Kind::post, static_cast<std::uint32_t>(*number - 1)};
        } else if (source.kind() == json::Kind::string) {
            const auto named = names.find(std::string(source.string()));
            if (named == names.end()) {
                return wrong(
                    fmt::format("has no post or ghost \"{}\", which post {} quotes", source.string(), post + 1));
            }
            quote.source = named->second;
        }
        truth_.posts[post].quotes.push_back(std::move(quote));
        return {};
    }

    std::filesystem::path path_;
    Truth truth_;
};

}  // namespace

Result<Truth> read_truth(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        return fail(ErrorCode::not_found,
                    fmt::format("{} does not exist or cannot be opened; check the path.", path.string()));
    }
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    json::Parser parser(nesting);
    std::size_t mended = 0;
    const auto root = parser.parse(bytes, mended);
    if (!root) {
        return fail(ErrorCode::unreadable, fmt::format("{}: the truth file {}", path.string(), root.error().message));
    }
    return TruthReader(path).read(*root);
}

}  // namespace rejoinder
