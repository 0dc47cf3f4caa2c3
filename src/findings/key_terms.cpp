#include "findings/key_terms.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "base/unicode.hpp"
#include "base/words.hpp"

namespace rejoinder::detail {
namespace {

constexpr std::size_t most_terms = 8;
constexpr std::size_t fewest_letters = 4;

struct Term {
    std::uint32_t hash = 0;
    std::uint32_t posts = 0;
    std::uint32_t uses = 0;
    std::uint32_t last_post = 0;  // plus 1
    std::string_view first;       // spelling of its first use
};

/// The terms in the order of their first use, and where each is by its word's hash. Made for speed, as every word of a
/// thread is looked up: one flat table, in which a term stands at the first free place from its hash on.
class Terms {
public:
    Term& operator[](std::uint32_t hash) {
        if (2 * terms_.size() >= places_.size()) grow();
        std::uint32_t& place = place_of(hash);
        if (place == 0) {
            terms_.emplace_back().hash = hash;
            place = static_cast<std::uint32_t>(terms_.size());
        }
        return terms_[place - 1];
    }
    const std::vector<Term>& all() const { return terms_; }

private:
    std::uint32_t& place_of(std::uint32_t hash) {
        const std::size_t mask = places_.size() - 1;
        std::size_t at = hash & mask;
        while (places_[at] != 0 && terms_[places_[at] - 1].hash != hash) at = (at + 1) & mask;
        return places_[at];
    }

    void grow() {
        places_.assign(std::max<std::size_t>(1024, 2 * places_.size()), 0);
        std::uint32_t place = 0;
        for (const Term& term : terms_) place_of(term.hash) = ++place;
    }

    std::vector<Term> terms_;
    std::vector<std::uint32_t> places_;  // in terms_, plus 1; as many as a power of two
};

bool is_white_space(char c) {
    return c == ' ' || c == '\n' || c == '\t';
}

bool is_sign(char c) {
    return c == '.' || c == '@' || c == '_' || c == '=';
}

bool is_ascii_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// Whether the sign between two words makes them an address: "www.example.org", "image.png".
bool joins(std::string_view text, std::size_t from, std::size_t to) {
    return to == from + 1 && is_sign(text[from]) && is_ascii_letter(text[from - 1]) && is_ascii_letter(text[to]);
}

/// The words from `first` on that no white space parts, which are nobody's in "https://example.org/a" or "image.png".
struct Token {
    std::size_t end = 0;  // one past its last word
    bool is_address = false;
};

Token token_at(std::string_view text, const Words& words, std::size_t first) {
    Token token{first + 1};
    for (;; ++token.end) {
        const std::size_t from = words[token.end - 1].end;
        const std::size_t to = token.end < words.size() ? words[token.end].begin : text.size();
        std::size_t space = from;
        while (space < to && !is_white_space(text[space])) ++space;
        if (space - from >= 3 && text.substr(from, space - from).find("://") != std::string_view::npos)
            token.is_address = true;
        if (space < to || token.end == words.size()) return token;
        token.is_address = token.is_address || joins(text, from, to);
    }
}

/// Words of the text that are long enough, no numbers, and in no address.
Words candidates(std::string_view text) {
    Words words = split_words(text);
    std::size_t kept = 0;
    for (std::size_t at = 0; at < words.size();) {
        const Token token = token_at(text, words, at);
        for (; at < token.end; ++at) {
            const Word word = words[at];
            const bool is_number = text[word.begin] >= '0' && text[word.begin] <= '9';
            if (!token.is_address && !is_number && word.end - word.begin >= fewest_letters) words[kept++] = word;
        }
    }
    words.resize(kept);
    return words;
}

std::size_t letters(std::string_view word) {
    return static_cast<std::size_t>(std::count_if(
        word.begin(), word.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; }));
}

Terms count_terms(const Thread& thread, const Resolution& resolution, std::vector<Words>& words) {
    Terms terms;
    words.resize(resolution.posts.size());
    for (std::uint32_t post = 0; post < resolution.posts.size(); ++post) {
        if (thread.posts[post].kind == PostKind::pingback) continue;
        const std::string& text = resolution.posts[post].text;
        words[post] = candidates(text);
        for (const Word& word : words[post]) {
            Term& term = terms[word.hash];
            if (term.uses++ == 0) term.first = std::string_view(text).substr(word.begin, word.end - word.begin);
            if (term.last_post == post + 1) continue;
            term.last_post = post + 1;
            ++term.posts;
        }
    }
    return terms;
}

/// Those that posts share: most posts first, then most uses, then the first to appear.
std::vector<Term> ranked(const Terms& terms) {
    std::vector<Term> shared;
    std::copy_if(terms.all().begin(), terms.all().end(), std::back_inserter(shared),
                 [](const Term& term) { return term.posts >= 2; });
    std::stable_sort(shared.begin(), shared.end(), [](const Term& a, const Term& b) {
        return a.posts != b.posts ? a.posts > b.posts : a.uses > b.uses;
    });
    return shared;
}

std::unordered_set<std::uint32_t> words_of_names(const std::vector<Person>& people) {
    std::unordered_set<std::uint32_t> hashes;
    for (const Person& person : people) {
        for (const Word& word : split_words(person.name)) hashes.insert(word.hash);
    }
    return hashes;
}

bool is_stop_word(std::uint32_t hash, const PhraseBooks& books) {
    return std::any_of(books.begin(), books.end(), [&](const auto& book) { return book->stop_words.contains(hash); });
}

/// The spelling that the posts use most.
std::string common_spelling(std::uint32_t hash, const Resolution& resolution, const std::vector<Words>& words) {
    struct Spelling {
        std::string_view text;
        std::uint32_t uses = 0;
    };
    std::vector<Spelling> spellings;
    for (std::size_t post = 0; post < words.size(); ++post) {
        for (const Word& word : words[post]) {
            if (word.hash != hash) continue;
            const auto text = std::string_view(resolution.posts[post].text).substr(word.begin, word.end - word.begin);
            auto known =
                std::find_if(spellings.begin(), spellings.end(), [&](const Spelling& s) { return s.text == text; });
            if (known == spellings.end()) known = spellings.insert(known, {text, 0});
            ++known->uses;
        }
    }
    const auto most = std::max_element(spellings.begin(), spellings.end(),
                                       [](const Spelling& a, const Spelling& b) { return a.uses < b.uses; });
    return std::string(most->text);
}

}  // namespace

std::vector<std::string> find_key_terms(const Thread& thread, const Resolution& resolution,
                                        const std::vector<Person>& people, const PhraseBooks& books) {
    std::vector<Words> words;
    const Terms terms = count_terms(thread, resolution, words);
    const std::unordered_set<std::uint32_t> names = words_of_names(people);
    std::vector<std::string> found;
    for (const Term& term : ranked(terms)) {
        if (found.size() == most_terms) break;
        if (letters(term.first) < fewest_letters || names.contains(term.hash)) continue;
        if (is_stop_word(term.hash, books)) continue;
        found.push_back(common_spelling(term.hash, resolution, words));
    }
    return found;
}

PostTerms terms_of_posts(const Thread& thread, const Resolution& resolution, const std::vector<Person>& people,
                         const PhraseBooks& books) {
    const std::unordered_set<std::uint32_t> names = words_of_names(people);
    PostTerms terms;
    terms.of_post.resize(resolution.posts.size());
    std::unordered_map<std::uint32_t, std::uint32_t> number_of;
    std::vector<std::uint32_t> last_post;
    constexpr std::uint32_t no_term = 0xFFFFFFFF;
    for (std::uint32_t post = 0; post < resolution.posts.size(); ++post) {
        if (thread.posts[post].kind == PostKind::pingback) continue;
        const std::string_view text = resolution.posts[post].text;
        for (const Word& word : candidates(text)) {
            const auto [known, added] = number_of.try_emplace(word.hash, no_term);
            if (added) {
                const std::string_view spelling = text.substr(word.begin, word.end - word.begin);
                if (letters(spelling) < fewest_letters || names.contains(word.hash) || is_stop_word(word.hash, books))
                    continue;
                known->second = static_cast<std::uint32_t>(terms.spelling.size());
                terms.spelling.emplace_back(spelling);
                terms.posts.push_back(0);
                last_post.push_back(0);
            }
            if (known->second == no_term) continue;
            terms.of_post[post].push_back(known->second);
            if (last_post[known->second] == post + 1) continue;
            last_post[known->second] = post + 1;
            ++terms.posts[known->second];
        }
    }
    return terms;
}

std::vector<std::string> terms_apart(const PostTerms& terms, const std::vector<std::uint32_t>& posts) {
    constexpr std::size_t most = 6;
    struct Use {
        std::uint32_t inside = 0, all = 0, posts = 0, last_post = 0;
    };
    std::vector<Use> uses(terms.spelling.size());
    double all = 0;
    double inside = 0;
    for (const auto& words : terms.of_post) {
        all += static_cast<double>(words.size());
        for (const std::uint32_t term : words) ++uses[term].all;
    }
    for (const std::uint32_t post : posts) {
        inside += static_cast<double>(terms.of_post[post].size());
        for (const std::uint32_t term : terms.of_post[post]) {
            Use& use = uses[term];
            ++use.inside;
            if (use.last_post != post + 1) ++use.posts;
            use.last_post = post + 1;
        }
    }
    std::vector<std::pair<double, std::uint32_t>> ranked;  // score, negated so that sorting puts the best first
    for (std::uint32_t term = 0; term < uses.size(); ++term) {
        const Use& use = uses[term];
        if (use.posts < 2) continue;
        const double here = (use.inside + 0.5) / (inside + 1);
        const double elsewhere = (use.all - use.inside + 0.5) / (all - inside + 1);
        if (here > 2 * elsewhere)
            ranked.emplace_back(-static_cast<double>(use.inside) * std::log(here / elsewhere), term);
    }
    std::sort(ranked.begin(), ranked.end());
    std::vector<std::string> apart;
    for (const auto& [score, term] : ranked) {
        if (apart.size() == most) break;
        apart.push_back(terms.spelling[term]);
    }
    return apart;
}

}  // namespace rejoinder::detail
