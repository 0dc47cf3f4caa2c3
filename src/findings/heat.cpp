#include "findings/heat.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "findings/cues.hpp"

namespace rejoinder::detail {
namespace {

constexpr std::uint32_t fewest_posts = 10;
constexpr std::uint32_t fewest_answers = 5;

/// An answer from one known person to another.
struct Answer {
    std::uint32_t low = 0;  // of the two people
    std::uint32_t high = 0;
    std::uint32_t post = 0;
    bool upward = false;  // from the lower to the higher

    auto operator<=>(const Answer&) const = default;
};

std::vector<Answer> answers_between_known(const Resolution& resolution, const Writers& writers) {
    std::vector<Answer> answers;
    for (const Reply& reply : resolution.replies) {
        const std::uint32_t from = writers.of_post[reply.from];
        const std::uint32_t to = writers.of(reply.to);
        if (from == none || to == none || from == to) continue;
        answers.push_back({std::min(from, to), std::max(from, to), reply.from, from < to});
    }
    return answers;
}

/// Answers to somebody who had answered their writer before, in page order.
std::uint32_t back_and_forth(std::vector<Answer> answers) {
    std::sort(answers.begin(), answers.end());
    std::uint32_t found = 0;
    bool seen[2] = {false, false};
    for (std::size_t at = 0; at < answers.size(); ++at) {
        const bool same_pair =
            at > 0 && answers[at].low == answers[at - 1].low && answers[at].high == answers[at - 1].high;
        if (!same_pair) seen[0] = seen[1] = false;
        if (seen[answers[at].upward ? 0 : 1]) ++found;
        seen[answers[at].upward ? 1 : 0] = true;
    }
    return found;
}

std::uint32_t count_answering_posts(const Resolution& resolution, const Writers& writers) {
    std::uint32_t posts = 0;
    std::uint32_t last = none;
    for (const Reply& reply : resolution.replies) {
        const std::uint32_t from = writers.of_post[reply.from];
        if (reply.from == last || (from != none && from == writers.of(reply.to))) continue;
        last = reply.from;
        ++posts;
    }
    return posts;
}

bool is_capital(std::string_view text, std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) return byte >= 'A' && byte <= 'Z';
    if (at + 1 == text.size()) return false;
    const auto next = static_cast<unsigned char>(text[at + 1]);
    return (byte == 0xC3 && next >= 0x80 && next <= 0x9E) || (byte == 0xD0 && next >= 0x90 && next <= 0xAF);
}

bool is_small(std::string_view text, std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    return byte >= 'a' && byte <= 'z' ? true : byte >= 0x80 && (byte & 0xC0U) != 0x80 && !is_capital(text, at);
}

/// Three words in a row, of two letters or more, without a small letter.
bool has_capital_words(std::string_view text) {
    int words = 0;
    int capitals = 0;
    bool small = false;
    for (std::size_t at = 0; at <= text.size(); ++at) {
        const bool space = at == text.size() || text[at] == ' ' || text[at] == '\n';
        if (!space) {
            capitals += is_capital(text, at) ? 1 : 0;
            small = small || is_small(text, at);
            continue;
        }
        if (small) words = 0;
        if (!small && capitals >= 2 && ++words == 3) return true;
        capitals = 0;
        small = false;
    }
    return false;
}

/// "!!", "?!", or words in capitals.
bool shouts(std::string_view text) {
    for (std::size_t at = text.find('!'); at != std::string_view::npos; at = text.find('!', at + 1)) {
        const char before = at > 0 ? text[at - 1] : ' ';
        const char after = at + 1 < text.size() ? text[at + 1] : ' ';
        if (before == '?' || after == '!' || after == '?') return true;
    }
    return has_capital_words(text);
}

/// What the own words of the posts hold.
struct Tone {
    std::uint32_t posts = 0;  // pingbacks apart
    std::uint32_t words = 0;
    std::uint32_t address = 0;  // words of the second person
    std::uint32_t shouting = 0;
    bool knows_address = false;
};

Tone tone_of(const Thread& thread, const Resolution& resolution, const PhraseBooks& books) {
    Tone tone;
    CueFinder second_person;
    for (const auto& book : books) second_person.add(book->second_person);
    tone.knows_address = !second_person.empty();
    Words words;
    for (std::size_t post = 0; post < resolution.posts.size(); ++post) {
        if (thread.posts[post].kind == PostKind::pingback) continue;
        const std::string& text = resolution.posts[post].text;
        ++tone.posts;
        if (shouts(text)) ++tone.shouting;
        if (!tone.knows_address) continue;
        words.clear();
        append_words(text, words);
        tone.words += static_cast<std::uint32_t>(words.size());
        tone.address += static_cast<std::uint32_t>(second_person.count(words));
    }
    return tone;
}

std::uint32_t strict_acts(const std::vector<ModerationEvent>& moderation) {
    return static_cast<std::uint32_t>(std::count_if(moderation.begin(), moderation.end(), [](const auto& event) {
        return event.kind == ModerationKind::removal || event.kind == ModerationKind::warning ||
               event.kind == ModerationKind::ban || event.kind == ModerationKind::lock;
    }));
}

void add_term(Heat& heat, HeatTerm term) {
    term.value = term.of == 0 ? 0 : std::min(1.0, static_cast<double>(term.count) / term.of / term.full);
    heat.terms.push_back(term);
}

void add_up(Heat& heat) {
    double weights = 0;
    for (const HeatTerm& term : heat.terms) weights += term.weight;
    double sum = 0;
    for (HeatTerm& term : heat.terms) {
        term.weight /= weights;
        sum += term.weight * term.value;
    }
    heat.value = 100 * sum;
}

}  // namespace

Heat measure_heat(const Thread& thread, const Resolution& resolution, const Writers& writers,
                  const std::vector<ModerationEvent>& moderation, const PhraseBooks& books) {
    Heat heat;
    std::vector<Answer> answers = answers_between_known(resolution, writers);
    const auto known = static_cast<std::uint32_t>(answers.size());
    if (resolution.posts.size() < fewest_posts) {
        heat.absent_because = "the thread has fewer than 10 posts";
        return heat;
    }
    if (known < fewest_answers) {
        heat.absent_because = "fewer than 5 answers go from one known person to another";
        return heat;
    }
    const Tone tone = tone_of(thread, resolution, books);
    add_term(heat, {"back_and_forth",
                    "answers to somebody who had answered their writer before, of the answers between known people",
                    0.3, back_and_forth(std::move(answers)), known, 0.5});
    add_term(heat, {"answers", "posts that answer somebody else's, of the posts", 0.15,
                    count_answering_posts(resolution, writers), tone.posts, 1});
    if (tone.knows_address) {
        add_term(heat, {"second_person", "words that address somebody (\"you\"), of the posts' own words", 0.1,
                        tone.address, tone.words, 0.04});
    }
    add_term(heat, {"shouting", "posts with \"!!\", \"?!\" or three words in a row in capitals, of the posts", 0.1,
                    tone.shouting, tone.posts, 0.2});
    add_term(heat, {"moderation", "removals, locks, warnings and bans, for each post", 0.1, strict_acts(moderation),
                    tone.posts, 0.05});
    add_up(heat);
    return heat;
}

}  // namespace rejoinder::detail
