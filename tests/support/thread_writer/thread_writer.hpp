// Writes random threads whose truth is known, and renders them as pages of forum engines and as plain-text extractions.
// The same plan gives the same bytes on every machine.
#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "rejoinder/evaluate.hpp"

namespace rejoinder::test {

/// How a thread is made. Shares run from 0 to 1.
struct ThreadPlan {
    std::uint32_t seed = 1;
    std::size_t posts = 200;  // written, the deleted ones included
    double deleted = 0.2;     // of the posts that are quoted; their quotes overlap
    double altered = 0.1;     // of quotes: one word in twenty is changed
    double nested = 0.25;     // of quotes that repeat a whole post which quotes
    bool foreign = true;      // some posts are Thai, some are written from right to left
};

using Paragraph = std::vector<std::string>;  // its sentences

struct WrittenPiece {
    bool is_quote = false;
    std::vector<Paragraph> paragraphs;  // own words of the post, or of the quoted one
    std::size_t source = 0;             // of a quote: index in WrittenThread::posts
    std::vector<WrittenPiece> nested;   // of a quote: quotes that stand before its paragraphs
};

struct WrittenPost {
    std::uint32_t author = 0;  // in WrittenThread::people
    std::int64_t time = 0;
    bool deleted = false;  // no page shows it
    bool quoted = false;
    std::vector<WrittenPiece> body;
};

struct WrittenPerson {
    std::string name;
    std::string signature;      // empty: none
    int paragraph_gap = 2;      // newlines between paragraphs in plain text; 3 is a hollow paragraph between them
    std::size_t sentences = 4;  // in a paragraph, at most
};

struct WrittenThread {
    std::uint32_t number = 1;  // its key at the forum: the seed of its plan
    std::string title;
    int seam_gap = 2;  // newlines between a quote and its answer in plain text
    std::vector<WrittenPerson> people;
    std::vector<WrittenPost> posts;
};

WrittenThread write_thread(const ThreadPlan& plan);

enum class Rendering : std::uint8_t { invision, phpbb, vbulletin3, vbulletin4, xenforo, smf, invision_text };

struct RenderingInfo {
    Rendering rendering;
    std::string_view profile;  // that reads it
    std::string_view ending;   // of its pages' names
};
const std::vector<RenderingInfo>& renderings();

/// Pages of the thread. Without `ids` a quote names its author and nothing else. Plain text is always one page.
std::vector<std::string> render(const WrittenThread& thread, Rendering rendering, bool ids,
                                std::size_t posts_per_page = 50);

/// The truth about what the pages show; `pages` and `forum` are left empty. With `kind` "HTML with ids" and so on.
Truth truth_of(const WrittenThread& thread, Rendering rendering, bool ids);

/// The truth as a file, naming these pages.
std::string truth_json(const Truth& truth, const std::vector<std::string>& pages);

/// Random numbers that do not depend on the standard library.
class Dice {
public:
    explicit Dice(std::uint32_t seed) : engine_(seed) {}
    std::size_t below(std::size_t n) { return static_cast<std::size_t>(engine_()) % n; }
    bool chance(double share) { return static_cast<double>(engine_()) < share * 4294967296.0; }
    double unit() { return static_cast<double>(engine_()) / 4294967296.0; }

private:
    std::mt19937 engine_;
};

enum class Tongue : std::uint8_t { latin, thai, arabic };

/// Words whose frequencies fall as their rank grows, and sentences made of them.
class Vocabulary {
public:
    Vocabulary();
    std::string word(Dice& dice) const;
    std::string sentence(Dice& dice, Tongue tongue) const;

private:
    std::vector<std::string> words_;
    std::vector<double> sums_;  // of the frequencies up to each word
};

}  // namespace rejoinder::test
