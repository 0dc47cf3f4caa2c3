#include "resolve/mentions.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/unicode.hpp"
#include "resolve/parts.hpp"

namespace rejoinder {

namespace {

constexpr std::size_t longest_name = 48;  // bytes
constexpr std::size_t shortest_name = 3;
constexpr std::size_t shortest_cut_name = 4;
constexpr std::size_t shortest_key = 3;    // shorter numbers in an address may mean anything
constexpr std::size_t most_mentions = 16;  // of one post

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// A sign of ASCII that no word holds. Bytes of other scripts count as letters.
bool is_sign(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x80 && !is_digit(c) && (byte < 'A' || byte > 'Z') && (byte < 'a' || byte > 'z') && c != '_';
}

/// Bytes with which some name may begin, in either case.
using FirstBytes = std::array<bool, 256>;

class MentionFinder {
public:
    MentionFinder(const Thread& thread, const std::vector<ResolvedPost>& posts) : thread_(thread), posts_(posts) {}

    std::vector<std::vector<Mention>> run();

private:
    using People = std::map<std::string, std::vector<std::uint32_t>, std::less<>>;  // folded name, posts ascending

    void index();
    void index_first_bytes();
    void disown_words();
    void add(std::uint32_t post, std::uint32_t to, EvidenceKind kind);
    void add_person(std::uint32_t post, People::const_iterator person, EvidenceKind kind);
    void find_links(std::uint32_t post);
    void find_signs(std::uint32_t post);
    void find_addressed(std::uint32_t post);
    void read_at(std::uint32_t post, std::string_view rest);
    void read_number(std::uint32_t post, std::string_view rest);
    People::const_iterator short_for(const std::string& name) const;

    const Thread& thread_;
    const std::vector<ResolvedPost>& posts_;
    People people_;
    FirstBytes first_bytes_{};                  // of the names in people_
    std::set<std::string, std::less<>> words_;  // names that sentences begin with as with any word
    std::unordered_map<std::string_view, std::uint32_t> by_address_;
    std::unordered_map<std::string_view, std::uint32_t> by_key_;
    std::vector<std::vector<Mention>> mentions_;
};

/// Where a line or sentence begins behind `at`; the text's size if none does.
std::size_t next_beginning(std::string_view text, std::size_t at) {
    static constexpr auto ends = [] {
        std::array<bool, 256> signs{};
        for (const char c : {'\n', '.', '!', '?'}) signs[static_cast<unsigned char>(c)] = true;
        return signs;
    }();
    for (;; ++at) {
        while (at < text.size() && !ends[static_cast<unsigned char>(text[at])]) ++at;
        if (at == text.size()) return at;
        if (text[at] == '\n' || (at + 1 < text.size() && text[at + 1] == ' ')) break;
    }
    return std::min(text.find_first_not_of(" \n", at + 1), text.size());
}

/// Calls `use` with each beginning of a line or sentence up to the sign that ends a form of address, if a name may
/// begin so.
template <class Use>
void for_each_address(std::string_view text, const FirstBytes& first, Use use) {
    for (std::size_t at = std::min(text.find_first_not_of(" \n"), text.size()); at < text.size();
         at = next_beginning(text, at)) {
        if (!first[static_cast<unsigned char>(text[at])]) continue;
        const std::string_view rest = text.substr(at, longest_name + 1);
        const auto end = std::find_if(rest.begin(), rest.end(),
                                      [](char c) { return c == ',' || c == ':' || c == '!' || c == '\n'; });
        const auto length = static_cast<std::size_t>(end - rest.begin());
        if (end != rest.end() && length >= shortest_name && *end != '\n') use(rest.substr(0, length));
    }
}

void MentionFinder::index() {
    mentions_.resize(posts_.size());
    for (std::uint32_t post = 0; post < posts_.size(); ++post) {
        const std::string& name = posts_[post].author.name;
        if (name.size() >= shortest_name && name.size() <= longest_name) people_[fold(name)].push_back(post);
        const Post& printed = thread_.posts[post];
        if (!printed.permalink.empty()) by_address_.emplace(printed.permalink, post);
        if (printed.key.size() >= shortest_key) by_key_.emplace(printed.key, post);
    }
}

/// Letters beyond ASCII may have their cases under different bytes.
void MentionFinder::index_first_bytes() {
    std::fill(first_bytes_.begin() + 0x80, first_bytes_.end(), true);
    for (const auto& [name, own] : people_) {
        const auto byte = static_cast<unsigned char>(name.front());
        first_bytes_[byte] = true;
        if (byte >= 'a' && byte <= 'z') first_bytes_[byte - 'a' + 'A'] = true;
    }
}

/// Nobody calls himself, nor one who has not spoken yet: a name that is used so is a word ("Well, …").
void MentionFinder::disown_words() {
    for (std::uint32_t post = 0; post < posts_.size(); ++post) {
        for_each_address(posts_[post].text, first_bytes_, [&](std::string_view words) {
            const std::string name = fold(words);
            People::const_iterator person = people_.find(name);
            if (person == people_.end()) person = short_for(name);
            if (person == people_.end()) return;
            const auto& own = person->second;
            if (own.front() >= post || std::binary_search(own.begin(), own.end(), post)) words_.insert(name);
        });
    }
}

void MentionFinder::add(std::uint32_t post, std::uint32_t to, EvidenceKind kind) {
    auto& known = mentions_[post];
    const bool again = std::any_of(known.begin(), known.end(), [&](const Mention& m) { return m.to == to; });
    if (to < post && !again && known.size() < most_mentions) known.push_back({to, kind});
}

void MentionFinder::add_person(std::uint32_t post, People::const_iterator person, EvidenceKind kind) {
    const auto& own = person->second;
    const auto behind = std::lower_bound(own.begin(), own.end(), post);
    if (behind == own.begin() || (behind != own.end() && *behind == post)) return;
    add(post, *(behind - 1), kind);
}

/// An address of a post, or one whose fragment ends in the key of a post.
void MentionFinder::find_links(std::uint32_t post) {
    for (const Link& link : thread_.posts[post].links) {
        const std::string_view url = link.url;
        auto at = by_address_.find(url);
        if (at != by_address_.end()) {
            add(post, at->second, EvidenceKind::linked_post);
            continue;
        }
        const std::size_t fragment = url.find('#');
        if (fragment == std::string_view::npos) continue;
        std::size_t digits = url.size();
        while (digits > fragment && is_digit(url[digits - 1])) --digits;
        at = by_key_.find(url.substr(digits));
        if (at != by_key_.end()) add(post, at->second, EvidenceKind::linked_post);
    }
}

/// The longest name that follows "@".
void MentionFinder::read_at(std::uint32_t post, std::string_view rest) {
    rest = rest.substr(0, std::min(rest.find('\n'), longest_name));
    for (std::size_t end = rest.size(); end >= shortest_name; --end) {
        if (is_sign(rest[end - 1]) || (end < rest.size() && !is_sign(rest[end]))) continue;
        const auto person = people_.find(fold(rest.substr(0, end)));
        if (person == people_.end()) continue;
        add_person(post, person, EvidenceKind::mentioned_name);
        return;
    }
}

/// "#12": numbers are those of the thread, if all its pages are there. "#1" says "the best" as often as not.
void MentionFinder::read_number(std::uint32_t post, std::string_view rest) {
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + std::min<std::size_t>(rest.size(), 7), number);
    const auto length = static_cast<std::size_t>(end - rest.data());
    if (error != std::errc() || number < 2 || !thread_.missing_pages.empty()) return;
    if (length < rest.size() && !is_sign(rest[length])) return;
    add(post, number - 1, EvidenceKind::numbered_post);
}

void MentionFinder::find_signs(std::uint32_t post) {
    const std::string_view text = posts_[post].text;
    for (const char sign : {'@', '#'}) {
        for (std::size_t at = text.find(sign); at != std::string_view::npos; at = text.find(sign, at + 1)) {
            if (at > 0 && text[at - 1] != ' ' && text[at - 1] != '\n' && text[at - 1] != '(') continue;
            const std::string_view rest = text.substr(at + 1);
            sign == '@' ? read_at(post, rest) : read_number(post, rest);
        }
    }
}

/// The only person whose name begins with `name`.
MentionFinder::People::const_iterator MentionFinder::short_for(const std::string& name) const {
    if (name.size() < shortest_cut_name || name.find(' ') != std::string::npos) return people_.end();
    const auto first = people_.lower_bound(name);
    if (first == people_.end() || !first->first.starts_with(name)) return people_.end();
    const auto second = std::next(first);
    return second != people_.end() && second->first.starts_with(name) ? people_.end() : first;
}

void MentionFinder::find_addressed(std::uint32_t post) {
    for_each_address(posts_[post].text, first_bytes_, [&](std::string_view words) {
        const std::string name = fold(words);
        if (words_.contains(name)) return;
        if (const auto person = people_.find(name); person != people_.end()) {
            add_person(post, person, EvidenceKind::addressed_name);
        } else if (const auto meant = short_for(name); meant != people_.end() && !words_.contains(meant->first)) {
            add_person(post, meant, EvidenceKind::short_name);
        }
    });
}

std::vector<std::vector<Mention>> MentionFinder::run() {
    index();
    index_first_bytes();
    disown_words();
    for (std::uint32_t post = 0; post < posts_.size(); ++post) {
        find_links(post);
        find_signs(post);
        find_addressed(post);
    }
    return std::move(mentions_);
}

}  // namespace

std::vector<std::vector<Mention>> find_mentions(const Thread& thread, const std::vector<ResolvedPost>& posts) {
    return MentionFinder(thread, posts).run();
}

}  // namespace rejoinder
