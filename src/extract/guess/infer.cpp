#include "extract/guess/infer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/unicode.hpp"
#include "extract/charset.hpp"
#include "extract/guess/draft.hpp"
#include "extract/guess/embedded_state.hpp"
#include "extract/guess/structured_data.hpp"
#include "extract/html/html.hpp"
#include "profile/load_profile.hpp"
#include "rejoinder/extract.hpp"

namespace rejoinder {

namespace {

constexpr double least_confidence = 0.55;
constexpr std::string_view from_schema = "schema.org";
constexpr std::string_view from_structure = "repeated structure";
constexpr std::string_view from_state = "embedded state";
constexpr std::size_t least_repeated = 80;  // bytes of a text that nobody posts twice on one page
constexpr std::size_t least_posts = 2;      // of a repeated structure
constexpr std::size_t least_text = 25;      // bytes of a post in the mean; less are the counts and dates of a list

bool has_text(const Post& post) {
    return !post.body.empty();
}

/// The words of a post, to tell whether two say the same.
std::string words_of(const std::vector<Block>& body) {
    std::string words;
    for (const Block& block : body) words += block.text() != nullptr ? *block.text() : words_of(block.quote()->body);
    return words;
}

double confidence_in(const std::vector<Post>& posts, bool says_so) {
    std::size_t authors = 0, times = 0, texts = 0;
    std::set<std::string> distinct;
    for (const Post& post : posts) {
        authors += post.author.empty() ? 0 : 1;
        times += post.time.text.empty() ? 0 : 1;
        texts += has_text(post) ? 1 : 0;
        if (has_text(post)) distinct.insert(words_of(post.body));
    }
    const auto count = static_cast<double>(posts.size());
    const double shares = static_cast<double>(authors + times + texts + distinct.size()) / (4.0 * count);
    return shares * count / (count + (says_so ? 0.25 : 1.0));
}

std::size_t text_in(const std::vector<Post>& posts) {
    std::size_t text = 0;
    for (const Post& post : posts) text += words_of(post.body).size();
    return text;
}

/// Some pages print the opening post twice: at the top, and among the others.
void drop_repeated(std::vector<Post>& posts) {
    std::set<std::string> known;
    std::erase_if(posts, [&](const Post& post) {
        const std::string words = words_of(post.body);
        return words.size() >= least_repeated && !known.insert(words).second;
    });
}

/// A name and a time that stand in one element ("Ada · 3 May 2024"): the time is none of the name.
void part_author_from_time(Post& post) {
    std::string_view name = post.author;
    if (post.time.text.empty() || !name.ends_with(post.time.text)) return;
    name.remove_suffix(post.time.text.size());
    while (!name.empty()) {
        const std::string_view left = trim(name);
        name = left;
        for (const std::string_view mark : {"·", "•", "|", "-", "–", "—", ",", "@"}) {
            if (name.ends_with(mark)) name.remove_suffix(mark.size());
        }
        if (name.size() == left.size()) break;
    }
    post.author = std::string(name);
}

/// The page as a profile reads it that was drafted from the page; no posts if nothing repeats.
Result<InferredPage> read_structure(const dom::Document& document, const Outline& outline, const ProfileSet& profiles,
                                    const Profile& languages, std::string_view name) {
    InferredPage inferred;
    const RecordSet set = find_records(outline);
    if (set.records.empty()) return inferred;
    inferred.draft = draft_profile(outline, set, languages, name);
    const auto profile = compile_profile(inferred.draft, "the inferred profile", profiles.phrase_books());
    if (!profile) return tl::unexpected(profile.error());
    PageClock unknown;
    auto page = extract_html(document, **profile, unknown);
    if (!page) return tl::unexpected(page.error());
    inferred.page = std::move(*page);
    auto& posts = inferred.page.posts;
    std::erase_if(posts,
                  [](const Post& post) { return !has_text(post) && (post.author.empty() || post.time.text.empty()); });
    drop_repeated(posts);
    for (Post& post : posts) part_author_from_time(post);
    const double confidence = posts.empty() ? 0.0 : confidence_in(posts, set.from_schema);
    const bool too_few = posts.size() < least_posts || text_in(posts) < least_text * posts.size();
    if (confidence < least_confidence || (too_few && !set.from_schema)) posts.clear();
    inferred.page.layout = GuessedLayout{std::string(set.from_schema ? from_schema : from_structure), confidence};
    return inferred;
}

/// The page's title for others to show, else its own.
std::string title_of(const dom::Document& document) {
    std::string shared, own;
    dom::walk(
        document.root(),
        [&](dom::Node node) {
            if (node.is_element() && node.tag_name() == "title" && own.empty()) own = one_line(dom::text_content(node));
            if (node.attribute("property").value_or("") == "og:title") shared = node.attribute("content").value_or("");
            return shared.empty() && node.known_tag() != dom::Tag::body;
        },
        [](dom::Node) {});
    return shared.empty() ? own : one_line(shared);
}

/// The page as its JSON-LD tells it, if that tells all that its elements do; else the page stays as it is.
void prefer_json_ld(const dom::Document& document, const Profile& languages, InferredPage& inferred) {
    StructuredThread thread = read_json_ld(document, languages);
    Page& page = inferred.page;
    if (thread.posts.empty() || thread.posts.size() < page.posts.size()) return;
    const bool as_much = text_in(thread.posts) * 10 >= text_in(page.posts) * 8;
    const double confidence = confidence_in(thread.posts, true);
    if (!as_much || confidence < least_confidence) return;
    page.posts = std::move(thread.posts);
    page.layout = GuessedLayout{std::string(from_schema), confidence};
    if (page.title.empty()) page.title = std::move(thread.title);
    inferred.draft.clear();
}

/// The page as the state in its scripts tells it, if that tells more than its elements do; else the page stays as it
/// is.
void prefer_state(const dom::Document& document, const Outline& outline, const Profile& languages,
                  InferredPage& inferred) {
    Page& page = inferred.page;
    StructuredThread thread = read_embedded_state(document, outline.is_article, languages);
    if (thread.posts.size() <= page.posts.size() || text_in(thread.posts) * 10 < text_in(page.posts) * 8) return;
    const double confidence = confidence_in(thread.posts, false);
    if (confidence < least_confidence) return;
    page.posts = std::move(thread.posts);
    page.layout = GuessedLayout{std::string(from_state), confidence};
    if (page.title.empty()) page.title = title_of(document);
    inferred.draft.clear();
}

}  // namespace

Profile languages_of(const dom::Document& document, const ProfileSet& profiles) {
    Profile languages;
    languages.name = "inferred";
    std::string_view language = document.root().attribute("lang").value_or("");
    language = language.substr(0, language.find_first_of("-_"));
    const auto add = [&](std::string_view wanted) {
        for (const auto& book : profiles.phrase_books()) {
            if (book->language == wanted) languages.phrases.push_back(book);
        }
    };
    add(language);
    if (language != "en") add("en");
    return languages;
}

Result<std::optional<InferredPage>> infer_page(const dom::Document& document, const Outline& outline,
                                               const ProfileSet& profiles, const Profile& languages,
                                               std::string_view name) {
    auto inferred = read_structure(document, outline, profiles, languages, name);
    if (!inferred) return tl::unexpected(inferred.error());
    prefer_json_ld(document, languages, *inferred);
    prefer_state(document, outline, languages, *inferred);
    if (inferred->page.posts.empty()) return std::nullopt;
    inferred->page.profile = name;
    return std::move(*inferred);
}

Result<DraftedProfile> draft_profile_from(const Capture& capture, const ProfileSet& profiles) {
    std::string storage;
    Diagnostics ignored;
    const auto text = decode_capture(capture, storage, ignored);
    if (!text) return tl::unexpected(text.error());
    if (!looks_like_html(capture, *text))
        return fail(ErrorCode::no_thread,
                    fmt::format("{} is plain text: a profile is drafted from HTML pages only.", capture.origin));
    const auto document = dom::Document::parse(*text, ExtractOptions{}.nesting);
    if (!document)
        return fail(document.error().code,
                    fmt::format("{} cannot be parsed: {}.", capture.origin, document.error().message));
    const Profile languages = languages_of(*document, profiles);
    auto inferred = read_structure(*document, outline_of(*document, languages), profiles, languages, "my-forum");
    if (!inferred) return tl::unexpected(inferred.error());
    if (inferred->page.posts.empty())
        return fail(
            ErrorCode::no_thread,
            fmt::format("{} has no repeated structure that looks like posts: no profile can be drafted from it.",
                        capture.origin));
    return DraftedProfile{std::move(inferred->draft), inferred->page.posts.size()};
}

}  // namespace rejoinder
