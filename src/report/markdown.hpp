// The Markdown report: what a moderator reads. It opens with the answer and ends with the evidence.
//
// Every section is one function that appends to the report. What Rejoinder concluded is marked *inferred*; the rest is
// printed on the page.
#pragma once

#include <string>

#include "rejoinder/analyze.hpp"
#include "report/reply_tree.hpp"

namespace rejoinder::report {

std::string write_markdown(const Analysis& analysis);

void append_summary(std::string& out, const Analysis& analysis);
void append_moderation(std::string& out, const Analysis& analysis);
void append_tree(std::string& out, const Analysis& analysis, const ReplyTree& tree);
void append_posts_table(std::string& out, const Analysis& analysis, const ReplyTree& tree);
void append_ghosts(std::string& out, const Analysis& analysis);
void append_people(std::string& out, const Analysis& analysis);
void append_timeline(std::string& out, const Analysis& analysis, const ReplyTree& tree);
void append_measures(std::string& out, const Analysis& analysis);
void append_evidence_section(std::string& out, const Analysis& analysis);
void append_notes(std::string& out, const Analysis& analysis);

}  // namespace rejoinder::report
