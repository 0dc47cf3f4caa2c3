// A ConvoKit corpus: utterances.jsonl, speakers.json, conversations.json, corpus.json, index.json. docs/formats.md says
// what Rejoinder adds so that ConvoKit can walk every conversation as one tree.
#pragma once

#include <vector>

#include "rejoinder/report.hpp"

namespace rejoinder::report {

std::vector<ReportFile> write_convokit(const std::vector<Analysis>& threads);

}  // namespace rejoinder::report
