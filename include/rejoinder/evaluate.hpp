// evaluate: an Analysis against the truth about its thread. Counts what is right, wrong and missed; sums over threads.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "rejoinder/analyze.hpp"

namespace rejoinder {

/// What a quote repeats, as the truth knows it.
struct TrueSource {
    enum class Kind : std::uint8_t { unknown, post, ghost };
    Kind kind = Kind::unknown;  // unknown: nobody can tell; the quote is left out of all scores
    std::uint32_t index = 0;    // 0-based, of Truth::posts or Truth::ghosts

    auto operator<=>(const TrueSource&) const = default;
};

struct TrueQuote {
    std::uint32_t depth = 1;  // 1 is directly in the post
    std::string author;       // as the quote names it; empty if it names nobody
    std::string text;         // the quoted words, without quotes inside it
    TrueSource source;
};

struct TruePost {
    std::string key;                // the forum's id; empty: the post is found by its place
    std::string author;             // empty if not known
    std::string text;               // own words
    std::vector<TrueQuote> quotes;  // in order of their beginning; nested ones follow the quote that holds them
};

/// A post that is quoted and absent.
struct TrueGhost {
    std::string id;  // "g1": how quotes of the truth file name it
    std::string author;
};

/// The truth about one thread. docs/formats.md describes the file.
struct Truth {
    std::string origin;              // path of the file
    std::string kind;                // of rendering, to score by: "HTML without ids"; may be empty
    std::string forum;               // profile that reads the pages; empty: detection chooses
    std::vector<std::string> pages;  // paths, ready to be read
    std::vector<TruePost> posts;     // in thread order
    std::vector<TrueGhost> ghosts;
};

/// Reads a truth file. Errors: not_found, unreadable (no JSON, or not of this form: the message names the place).
Result<Truth> read_truth(const std::filesystem::path& path);

/// What was claimed, against what is so.
struct Tally {
    std::size_t right = 0;   // claimed, and so
    std::size_t wrong = 0;   // claimed, and not so
    std::size_t missed = 0;  // so, and not claimed

    double precision() const;  // 1 if nothing was claimed
    double recall() const;     // 1 if nothing is so
    double f1() const;
    Tally& operator+=(const Tally& other);
};

/// Edges of one tenth of confidence, or of one kind of evidence.
struct EdgeShare {
    std::size_t edges = 0;
    std::size_t right = 0;
    double confidence = 0;  // sum over the edges

    EdgeShare& operator+=(const EdgeShare& other);
};

/// Scores of one thread, or the sum of several.
struct Score {
    std::size_t threads = 0;
    std::size_t exact_threads = 0;  // every edge is right and none is missed
    std::size_t posts = 0;
    Tally edges;                    // post → what it quotes directly, each pair once; ghosts included
    Tally edges_to_posts;           // those whose source is a post. A claim counts here by what it claims
    Tally edges_to_ghosts;          // those whose source is a ghost
    Tally nested;                   // quotes within quotes, one by one
    std::size_t unknown_edges = 0;  // claims that rest on quotes of unknown source alone: neither right nor wrong
    Tally ghost_pairs;              // pairs of quotes that belong to one ghost
    std::size_t unnamed_posts = 0;  // pages print no author for them, and the truth knows one
    std::size_t recovered = 0;      // of these, given a name
    std::size_t recovered_right = 0;
    std::size_t words = 0;                          // of all posts, quoted ones included
    std::size_t misplaced_words = 0;                // own words that are taken for quoted ones or lost, and the reverse
    std::array<EdgeShare, 10> by_confidence;        // [n]: confidence from n/10 to (n+1)/10; 1 is in the last
    std::map<EvidenceKind, EdgeShare> by_evidence;  // by an edge's strongest evidence of a quote

    Score& operator+=(const Score& other);
};

/// An edge that is wrong or missed, for people who want to know why.
struct Miss {
    std::string truth;       // the file
    std::uint32_t post = 0;  // 1-based
    std::string expected;    // "4", "g1", "nothing"
    std::string got;         // ids of the truth where the claim is known to it, else "another ghost", "nothing"
    std::string quote;       // the quoted words, cut short
};

/// An edge that was claimed, and whether it is right.
struct JudgedEdge {
    std::uint32_t reply = 0;  // in Resolution::replies
    bool right = false;
};

struct Evaluation {
    Score total;
    std::map<std::string, Score> by_engine;
    std::map<std::string, Score> by_kind;  // of rendering, as the truth files name them
    std::vector<Miss> misses;              // in the order of the threads
    std::vector<JudgedEdge> judged;        // of one thread; sums hold none

    Evaluation& operator+=(const Evaluation& other);
};

/// Holds one thread's analysis against its truth. Never fails: posts that the analysis does not hold are missed.
Evaluation evaluate(const Truth& truth, const Analysis& analysis);

}  // namespace rejoinder
