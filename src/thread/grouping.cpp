#include "thread/grouping.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>

namespace rejoinder {

namespace {

bool is_digits(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

std::string lower(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return out;
}

/// "https://www.Forum.example/topic/5" → "forum.example"; empty if there is no host.
std::string host_of(std::string_view url) {
    const std::size_t begin = url.find("//");
    if (begin == std::string_view::npos) return {};
    url.remove_prefix(begin + 2);
    std::string host = lower(url.substr(0, url.find_first_of("/?#:")));
    if (host.starts_with("www.")) host.erase(0, 4);
    return host;
}

/// Whether a piece of a path names a page of a thread: "page-2", "comment-page-3", "p4".
bool names_page(std::string_view piece) {
    constexpr std::array<std::string_view, 4> words{"comment-page-", "page-", "page", "p"};
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
        return piece.starts_with(word) && is_digits(piece.substr(word.size()));
    });
}

/// Whether a parameter of an address names a page or a visit and not a thread.
bool is_of_page(std::string_view parameter) {
    constexpr std::array<std::string_view, 14> names{"page",      "paged", "cpage", "start",    "st",
                                                     "offset",    "pg",    "view",  "s",        "sid",
                                                     "phpsessid", "sort",  "order", "highlight"};
    const std::string name = lower(parameter.substr(0, parameter.find('=')));
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// The path without what names a page at its end.
std::string_view thread_path(std::string_view path) {
    for (;;) {
        while (path.ends_with('/')) path.remove_suffix(1);
        const std::size_t slash = path.rfind('/');
        if (slash == std::string_view::npos) return path;
        const std::string_view last = path.substr(slash + 1);
        const std::string_view before = path.substr(0, slash);
        if (names_page(last)) {
            path = before;
        } else if (is_digits(last) && before.ends_with("/page")) {
            path = before.substr(0, before.size() - 5);
        } else {
            return path;
        }
    }
}

/// Titles of one thread may differ in what engines add to them: " - Page 2".
bool titles_agree(std::string_view a, std::string_view b) {
    return a.empty() || b.empty() || a.starts_with(b) || b.starts_with(a);
}

/// Sets of pages that are joined step by step.
class Groups {
public:
    explicit Groups(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), std::size_t{0}); }

    std::size_t of(std::size_t page) {
        while (parent_[page] != page) page = parent_[page] = parent_[parent_[page]];
        return page;
    }

    /// The earlier page stays the group's first.
    void join(std::size_t a, std::size_t b) {
        const std::size_t group_a = of(a), group_b = of(b);
        parent_[std::max(group_a, group_b)] = std::min(group_a, group_b);
    }

private:
    std::vector<std::size_t> parent_;
};

/// What a page tells about which thread it is of.
struct Identity {
    std::string claim;  // of pages with the same claim some may be of different threads
    std::string place;  // which of them; empty if the page does not say
};

Identity identity(const Page& page) {
    const std::string sign = page.profile + '\n';
    if (!page.thread_key.empty()) return {"key\n" + sign + page.thread_key, host_of(page.url)};
    if (!page.title.empty()) return {"title\n" + sign + page.forum + '\n' + page.title, thread_address(page.url)};
    const std::string address = thread_address(page.url);
    return {address.empty() ? "page\n" + page.origin : "address\n" + sign + address, address};
}

/// Pages that make the same claim: those of one place belong together. Those of no place belong to the only place that
/// there is, or together, if their titles agree.
void join_claim(const std::vector<Page>& pages, const std::vector<Identity>& identities,
                const std::vector<std::size_t>& members, Groups& groups) {
    std::map<std::string, std::size_t> places;
    std::vector<std::size_t> placeless;
    for (const std::size_t page : members) {
        if (identities[page].place.empty()) {
            placeless.push_back(page);
        } else if (const auto [at, is_new] = places.emplace(identities[page].place, page); !is_new) {
            groups.join(at->second, page);
        }
    }
    // The shortest title first: then every title that goes on from it finds it, in whatever order pages come.
    std::stable_sort(placeless.begin(), placeless.end(),
                     [&](std::size_t a, std::size_t b) { return pages[a].title.size() < pages[b].title.size(); });
    std::vector<std::size_t> heads;
    if (places.size() == 1) heads.push_back(places.begin()->second);
    for (const std::size_t page : placeless) {
        const auto head = std::find_if(heads.begin(), heads.end(), [&](std::size_t other) {
            const bool one_forum =
                pages[page].forum.empty() || pages[other].forum.empty() || pages[page].forum == pages[other].forum;
            return one_forum && titles_agree(pages[other].title, pages[page].title);
        });
        if (head == heads.end()) {
            heads.push_back(page);
        } else {
            groups.join(*head, page);
        }
    }
}

}  // namespace

std::string thread_address(std::string_view url) {
    const std::string host = host_of(url);
    if (host.empty()) return {};
    std::string_view rest = url.substr(url.find("//") + 2);
    rest = rest.substr(0, rest.find('#'));
    rest.remove_prefix(std::min(rest.find_first_of("/?"), rest.size()));
    const std::size_t question = std::min(rest.find('?'), rest.size());
    std::string address(thread_path(rest.substr(0, question)));
    std::string_view query = rest.substr(std::min(question + 1, rest.size()));
    char sign = '?';
    while (!query.empty()) {
        const std::size_t end = std::min(query.find_first_of("&;"), query.size());
        if (const std::string_view parameter = query.substr(0, end); end > 0 && !is_of_page(parameter)) {
            address += sign;
            address += parameter;
            sign = '&';
        }
        query.remove_prefix(std::min(end + 1, query.size()));
    }
    return address.empty() ? std::string() : host + address;
}

std::vector<std::vector<Page>> group_by_thread(std::vector<Page> pages) {
    Groups groups(pages.size());
    std::vector<Identity> identities;
    std::map<std::string, std::vector<std::size_t>> claims;
    std::map<std::string, std::size_t> addresses;  // of pages without a key
    for (std::size_t i = 0; i < pages.size(); ++i) {
        identities.push_back(identity(pages[i]));
        claims[identities[i].claim].push_back(i);
        if (!pages[i].thread_key.empty()) continue;
        const std::string address = thread_address(pages[i].url);
        if (address.empty()) continue;
        const auto [at, is_new] = addresses.emplace(pages[i].profile + '\n' + address, i);
        if (!is_new) groups.join(at->second, i);
    }
    for (const auto& [claim, members] : claims) join_claim(pages, identities, members, groups);
    std::vector<std::vector<Page>> threads;
    std::map<std::size_t, std::size_t> place;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const auto [at, is_new] = place.emplace(groups.of(i), threads.size());
        if (is_new) threads.emplace_back();
        threads[at->second].push_back(std::move(pages[i]));
    }
    return threads;
}

}  // namespace rejoinder
