// The Markdown report: what a moderator reads. It opens with the answer and ends with the evidence.
//
// Every section is one function that appends to the report. What Rejoinder concluded is marked *inferred*; the rest is
// printed on the page.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "rejoinder/analyze.hpp"

namespace rejoinder::report {

std::string write_markdown(const Analysis& analysis);

/// The replies as a tree, made once and read by several sections.
struct ReplyTree {
    std::vector<const Reply*> parent;                        // by post index: the primary reply, or nullptr
    std::vector<std::vector<std::uint32_t>> post_children;   // by post index: posts whose primary parent it is
    std::vector<std::vector<std::uint32_t>> ghost_children;  // by ghost index
    std::vector<Ref> order;                          // posts in page order, each ghost before the first that quotes it
    std::vector<const ModerationEvent*> moderation;  // by post index: the first event that it states, or nullptr
};

ReplyTree reply_tree(const Analysis& analysis);

void append_summary(std::string& out, const Analysis& analysis);
void append_tree(std::string& out, const Analysis& analysis, const ReplyTree& tree);
void append_posts_table(std::string& out, const Analysis& analysis, const ReplyTree& tree);
void append_ghosts(std::string& out, const Analysis& analysis);
void append_people(std::string& out, const Analysis& analysis);
void append_timeline(std::string& out, const Analysis& analysis, const ReplyTree& tree);
void append_measures(std::string& out, const Analysis& analysis);
void append_evidence_section(std::string& out, const Analysis& analysis);
void append_notes(std::string& out, const Analysis& analysis);

}  // namespace rejoinder::report
