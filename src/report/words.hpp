// The sentences of the reports: what each conclusion is called and what it rests on, shared by the Markdown report, the
// explanation of one post and the evidence fields of JSON. Posts and people are numbered from 1.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rejoinder/analyze.hpp"
#include "report/text.hpp"

namespace rejoinder::report {

/// Replies below this confidence are called doubtful; measures are given with and without them.
inline constexpr double doubtful_below = 0.8;

/// "three posts": numbers up to twelve in words.
void append_count(std::string& out, std::size_t count, std::string_view one, std::string_view many);

/// "“x”, “y” and “z”".
void append_quoted_words(std::string& out, const std::vector<std::string>& words, Style style);

/// "3, 4 and 7" of 0-based indices. After twelve: "and 30 more".
void append_numbers(std::string& out, std::span<const std::uint32_t> indices, Style style = Style::plain);

/// "post 3", "posts 3, 4 and 7".
void append_posts(std::string& out, std::span<const std::uint32_t> indices, Style style = Style::plain);

/// "Gweiloman", "an unnamed member (post 3)".
void append_writer(std::string& out, const Analysis& analysis, Ref ref, Style style);

/// "Gweiloman" or "an unnamed member".
void append_ghost_writer(std::string& out, const Ghost& ghost, Style style);

/// Why a post has its author: "post 6 quotes its words under that name". Nothing for an unknown author.
void append_author_reason(std::string& out, const Analysis& analysis, std::size_t post, Style style);

/// "it quotes 38 words that stand in post 4".
void append_evidence(std::string& out, const Analysis& analysis, const Reply& reply, const Evidence& evidence,
                     Style style);

/// All evidence of a reply, separated by "; ".
void append_all_evidence(std::string& out, const Analysis& analysis, const Reply& reply, Style style);

/// What a quote repeats: "all own words of post 4", "one unbroken part of g2". Of a quote without a source:
/// "found in no post of the thread".
void append_match(std::string& out, const ResolvedQuote& quote, Style style);

/// Where a quote ends and what decided it: "the quote ends where its words stop agreeing with post 4".
void append_boundary(std::string& out, const ResolvedQuote& quote, Style style = Style::plain);

/// "of Gweiloman, “3 hours ago”, 13 words", or "naming nobody, 13 words": what follows "quote".
void append_quote_header(std::string& out, const ResolvedQuote& quote, Style style);

/// The text blocks of a body, without its quotes.
std::string own_words(const std::vector<Block>& body);

/// The age of a quote as printed, without a closing " ago"; empty if the quote prints no age.
std::string_view printed_age(const PrintedTime& time);

/// "removed a post": what an event is called in a sentence.
std::string_view moderation_words(ModerationKind kind);

/// "12", "12 ± 0.5", or "–" where there is no value.
void append_value(std::string& out, const MeasureValue& measure);

/// The value without doubtful replies, or "–" where none is left; nothing if it is the same.
void append_value_without_doubtful(std::string& out, const MeasureValue& measure);

/// "2024-03-19T21:22:50Z", or "3 h after g2" if the timeline has an anchor.
void append_moment(std::string& out, const Timeline& timeline, std::int64_t moment);

/// "between 3 h and 4 h after g2", "at most 4 h after g2", "at an unknown time".
void append_bounds(std::string& out, const Timeline& timeline, const TimeBounds& bounds);

}  // namespace rejoinder::report
