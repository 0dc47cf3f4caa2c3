#include "rejoinder/extract.hpp"

#include <fmt/format.h>
#include <algorithm>

#include "base/unicode.hpp"
#include "dom/dom.hpp"
#include "extract/charset.hpp"
#include "extract/detect.hpp"
#include "extract/guess/infer.hpp"
#include "extract/guess/shape.hpp"
#include "extract/html/html.hpp"
#include "extract/json/json_file.hpp"
#include "extract/page_kind.hpp"
#include "extract/text.hpp"
#include "extract/time/times.hpp"
#include "profile/profile.hpp"

namespace rejoinder {

namespace {

Result<const Profile*> chosen_profile(const ProfileSet& profiles, const ExtractOptions& options) {
    if (options.forum.empty()) return nullptr;
    if (const Profile* profile = profiles.find(options.forum)) return profile;
    const std::string near = profiles.nearest(options.forum);
    return fail(ErrorCode::bad_argument,
                fmt::format("There is no profile named \"{}\"{}; 'rejoinder profile list' names them all.",
                            options.forum, near.empty() ? "" : fmt::format(" (did you mean \"{}\"?)", near)));
}

bool has_comment_form(std::string_view text, const ProfileSet& profiles) {
    for (const auto& book : profiles.phrase_books()) {
        for (const Pattern& pattern : book->comment_forms) {
            if (pattern.matches(text)) return true;
        }
    }
    return false;
}

std::string count(std::size_t n, std::string_view one, std::string_view many) {
    return n == 1 ? fmt::format("1 {}", one) : fmt::format("{} {}", n, many);
}

/// One sentence that says what a page is that holds no thread.
/// `kind` is what an HTML page looks like (see describe_page).
Error no_thread(const Capture& capture, const Profile* profile, std::size_t pingbacks, std::string_view text,
                const std::string& kind, const ProfileSet& profiles) {
    const auto error = [&](std::string message) { return Error{ErrorCode::no_thread, std::move(message)}; };
    if (pingbacks > 0) {
        return error(
            fmt::format("{} is an article whose {} comment section holds {} and no comment by a person: there is "
                        "no thread to analyse.",
                        capture.origin, profile->engine, count(pingbacks, "pingback", "pingbacks")));
    }
    if (has_comment_form(text, profiles)) {
        return error(fmt::format("{} is a page with a comment section that is empty: there is no thread to analyse.",
                                 capture.origin));
    }
    if (!kind.empty()) return error(fmt::format("{} {}", capture.origin, kind));
    if (profile != nullptr) {
        return error(fmt::format("{}, read with the profile {}, holds no posts: there is no thread to analyse.",
                                 capture.origin, profile->name));
    }
    return error(
        fmt::format("{} holds no forum thread that a profile knows; if it is one, name its profile with --forum "
                    "('rejoinder profile list' names them all).",
                    capture.origin));
}

/// A pattern that gives up does not know on which page.
Error about(const Capture& capture, Error error) {
    if (error.message.find(capture.origin) == std::string::npos) {
        error.message = fmt::format("{} cannot be read: {}", capture.origin, error.message);
    }
    return error;
}

std::size_t named_in(const Page& page) {
    return static_cast<std::size_t>(
        std::count_if(page.posts.begin(), page.posts.end(), [](const Post& post) { return !post.author.empty(); }));
}

struct Extracted {
    Page page;
    const Profile* profile = nullptr;  // nullptr: none fits
    std::string language;              // that an HTML page states: "de", "pt-BR"
    std::string kind;                  // of an HTML page without posts: what it looks like
    PageClock clock;                   // that an HTML page prints
};

/// Whether a profile found hardly any author: a theme may print an engine's posts in markup of its own.
bool reads_poorly(const Page& page) {
    return named_in(page) * 4 < page.posts.size() && page.posts.size() > 1;
}

/// Whether the guessed posts say more than the profile's.
bool reads_better(const Page& guessed, const Page& page) {
    return guessed.posts.size() >= page.posts.size() && named_in(guessed) * 4 > guessed.posts.size() * 3;
}

/// Reads a page that no profile could read, or only poorly, from what repeats on it.
Result<void> guess_layout(const dom::Document& document, const Capture& capture, const ProfileSet& profiles,
                          Extracted& extracted, Diagnostics& diagnostics) {
    const Profile languages = languages_of(document, profiles);
    const Outline outline = outline_of(document, languages);
    auto inferred = is_search_page(document, outline, languages)
                        ? Result<std::optional<InferredPage>>(std::nullopt)
                        : infer_page(document, outline, profiles, languages, "inferred");
    if (!inferred) return tl::unexpected(inferred.error());
    if (!*inferred) {
        if (!extracted.page.posts.empty()) return {};
        extracted.kind = describe_page(document, outline, languages);
        return {};
    }
    const Profile* poor = extracted.page.posts.empty() ? nullptr : extracted.profile;
    if (poor != nullptr && !reads_better((*inferred)->page, extracted.page)) return {};
    extracted.page = std::move((*inferred)->page);
    extracted.profile = nullptr;
    extracted.page.origin = capture.origin;
    extracted.page.captured_at = capture.captured_at;
    settle_times(extracted.page, languages, document.root().attribute("lang").value_or(""), diagnostics);
    diagnostics.push_back(
        {capture.origin,
         fmt::format(
             "{} this page: its {} were found by its {}, with a confidence of {:.2f}; check them, or draft a profile "
             "with 'rejoinder profile infer'.",
             poor == nullptr ? std::string("No profile knows")
                             : fmt::format("The profile {} finds hardly any author on", poor->name),
             count(extracted.page.posts.size(), "post", "posts"),
             extracted.page.layout->source == "schema.org" ? "schema.org markup" : extracted.page.layout->source,
             extracted.page.layout->confidence)});
    return {};
}

Result<Extracted> extract_from_html(std::string_view html, const Capture& capture, const ProfileSet& profiles,
                                    const ExtractOptions& options, const Profile* chosen, std::string& visible,
                                    Diagnostics& diagnostics) {
    const auto document = dom::Document::parse(html, options.nesting);
    if (!document) {
        return fail(document.error().code,
                    fmt::format("{} cannot be parsed: {}.", capture.origin, document.error().message));
    }
    auto profile =
        chosen != nullptr ? Result<const Profile*>(chosen) : detect_html(*document, profiles, capture.origin);
    if (!profile) return tl::unexpected(profile.error());
    Extracted extracted{{}, *profile, {}, {}, {}};
    if (*profile != nullptr && (*profile)->html) {
        auto page = extract_html(*document, **profile, extracted.clock);
        if (!page) return tl::unexpected(page.error());
        extracted.page = std::move(*page);
        extracted.language = document->root().attribute("lang").value_or("");
    }
    if (chosen == nullptr && (extracted.page.posts.empty() || reads_poorly(extracted.page))) {
        if (auto guessed = guess_layout(*document, capture, profiles, extracted, diagnostics); !guessed)
            return tl::unexpected(guessed.error());
    }
    if (extracted.page.posts.empty()) visible = shown_text(document->root());
    return extracted;
}

Result<Extracted> extract_from_text(std::string_view text, const Capture& capture, const ProfileSet& profiles,
                                    const Profile* chosen) {
    auto profile = chosen != nullptr ? Result<const Profile*>(chosen) : detect_text(text, profiles, capture.origin);
    if (!profile) return tl::unexpected(profile.error());
    Extracted extracted{{}, *profile, {}, {}, {}};
    if (*profile != nullptr && (*profile)->text) {
        auto page = extract_text(text, **profile);
        if (!page) return tl::unexpected(page.error());
        extracted.page = std::move(*page);
    }
    return extracted;
}

Result<Page> extract_page(const Capture& capture, const ProfileSet& profiles, const ExtractOptions& options,
                          const Profile* chosen, Diagnostics& diagnostics) {
    std::string storage;
    const auto decoded = decode_capture(capture, storage, diagnostics);
    if (!decoded) return tl::unexpected(decoded.error());
    const bool html = looks_like_html(capture, *decoded);
    std::string visible;
    if (!html) visible = unix_lines(*decoded);
    auto extracted = html ? extract_from_html(*decoded, capture, profiles, options, chosen, visible, diagnostics)
                          : extract_from_text(visible, capture, profiles, chosen);
    if (!extracted) return tl::unexpected(about(capture, std::move(extracted.error())));
    Page& page = extracted->page;
    const Profile* profile = extracted->profile;
    const auto pingbacks = static_cast<std::size_t>(std::count_if(
        page.posts.begin(), page.posts.end(), [](const Post& post) { return post.kind == PostKind::pingback; }));
    if (std::none_of(page.posts.begin(), page.posts.end(),
                     [](const Post& post) { return post.kind == PostKind::post; })) {
        return tl::unexpected(no_thread(capture, profile, pingbacks, visible, extracted->kind, profiles));
    }
    page.origin = capture.origin;
    page.captured_at = capture.captured_at;
    if (page.url.empty()) page.url = capture.url;
    if (profile == nullptr) return std::move(page);
    page.profile = profile->name;
    page.engine = profile->engine;
    if (!profile->forum.empty()) page.forum = profile->forum;
    settle_times(page, *profile, extracted->language, diagnostics, extracted->clock);
    return std::move(page);
}

}  // namespace

Result<std::vector<Page>> extract_pages(const Capture& capture, const ProfileSet& profiles,
                                        const ExtractOptions& options, Diagnostics& diagnostics) {
    const auto chosen = chosen_profile(profiles, options);
    if (!chosen) return tl::unexpected(chosen.error());
    if (looks_like_json(capture)) {
        auto pages = extract_json(capture, profiles, *chosen, options, diagnostics);
        if (!pages) return tl::unexpected(about(capture, std::move(pages.error())));
        return pages;
    }
    auto page = extract_page(capture, profiles, options, *chosen, diagnostics);
    if (!page) return tl::unexpected(page.error());
    std::vector<Page> pages;
    pages.push_back(std::move(*page));
    return pages;
}

Result<Page> extract(const Capture& capture, const ProfileSet& profiles, const ExtractOptions& options,
                     Diagnostics& diagnostics) {
    auto pages = extract_pages(capture, profiles, options, diagnostics);
    if (!pages) return tl::unexpected(pages.error());
    if (!pages->empty()) return std::move(pages->front());
    return fail(ErrorCode::no_thread,
                fmt::format("{} goes with other files of its folder and holds no posts itself; give the folder.",
                            capture.origin));
}

}  // namespace rejoinder
