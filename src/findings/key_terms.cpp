#include "findings/key_terms.hpp"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "base/unicode.hpp"
#include "base/words.hpp"

namespace rejoinder::detail {
namespace {

constexpr std::size_t most_terms = 8;
constexpr std::size_t fewest_letters = 4;

struct Term {
    std::uint32_t posts = 0;
    std::uint32_t uses = 0;
    std::uint32_t last_post = 0;  // plus 1
    std::uint32_t order = 0;      // of its first use
    std::string_view first;       // spelling of its first use
};

using Terms = std::unordered_map<std::uint32_t, Term>;  // by a word's hash; only ever read in the order of ranked()

constexpr std::string_view white_space = " \n\t";

bool is_sign(char c) {
    return c == '.' || c == '@' || c == '_' || c == '=';
}

bool is_ascii_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// True for "https://example.org/a", "www.example.org", "image.png": words in there are nobody's.
bool is_address(std::string_view token) {
    if (token.find("://") != std::string_view::npos) return true;
    for (std::size_t at = 1; at + 1 < token.size(); ++at) {
        if (is_sign(token[at]) && is_ascii_letter(token[at - 1]) && is_ascii_letter(token[at + 1])) return true;
    }
    return false;
}

/// Words of the text that are long enough, no numbers, and in no address.
Words candidates(std::string_view text) {
    Words words = split_words(text);
    std::size_t token_end = 0;  // of the stretch without white space that was looked at last
    bool in_address = false;
    std::erase_if(words, [&](const Word& word) {
        if (word.begin >= token_end) {
            token_end = std::min(text.find_first_of(white_space, word.begin), text.size());
            in_address = is_address(text.substr(word.begin, token_end - word.begin));
        }
        const bool is_number = text[word.begin] >= '0' && text[word.begin] <= '9';
        return in_address || is_number || word.end - word.begin < fewest_letters;
    });
    return words;
}

std::size_t letters(std::string_view word) {
    return static_cast<std::size_t>(std::count_if(
        word.begin(), word.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; }));
}

Terms count_terms(const Thread& thread, const Resolution& resolution, std::vector<Words>& words) {
    Terms terms;
    std::uint32_t order = 0;
    words.resize(resolution.posts.size());
    for (std::uint32_t post = 0; post < resolution.posts.size(); ++post) {
        if (thread.posts[post].kind == PostKind::pingback) continue;
        const std::string& text = resolution.posts[post].text;
        words[post] = candidates(text);
        for (const Word& word : words[post]) {
            Term& term = terms[word.hash];
            if (term.uses++ == 0) {
                term.order = order++;
                term.first = std::string_view(text).substr(word.begin, word.end - word.begin);
            }
            if (term.last_post == post + 1) continue;
            term.last_post = post + 1;
            ++term.posts;
        }
    }
    return terms;
}

struct Candidate {
    std::uint32_t hash = 0;
    const Term* term = nullptr;
};

std::vector<Candidate> ranked(const Terms& terms) {
    std::vector<Candidate> shared;
    for (const auto& [hash, term] : terms) {
        if (term.posts >= 2) shared.push_back({hash, &term});
    }
    std::sort(shared.begin(), shared.end(), [](const Candidate& a, const Candidate& b) {
        if (a.term->posts != b.term->posts) return a.term->posts > b.term->posts;
        if (a.term->uses != b.term->uses) return a.term->uses > b.term->uses;
        return a.term->order < b.term->order;
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

bool is_stop_word(std::string_view word, const PhraseBooks& books) {
    const std::string folded = fold(word);
    return std::any_of(books.begin(), books.end(), [&](const auto& book) { return book->stop_words.contains(folded); });
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
    for (const Candidate& candidate : ranked(terms)) {
        if (found.size() == most_terms) break;
        const std::string_view spelling = candidate.term->first;
        if (letters(spelling) < fewest_letters || names.contains(candidate.hash)) continue;
        if (is_stop_word(spelling, books)) continue;
        found.push_back(common_spelling(candidate.hash, resolution, words));
    }
    return found;
}

}  // namespace rejoinder::detail
