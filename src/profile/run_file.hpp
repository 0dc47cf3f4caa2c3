// A run file: what to read, how, and where the reports go, so that a run can be repeated by name.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "rejoinder/result.hpp"

namespace rejoinder {

struct RunFile {
    std::vector<std::string> inputs;  // paths as read_captures takes them; "-" is standard input
    std::string forum;  // name of a profile; empty lets detection choose. Whether there is one is not checked here
    std::vector<std::string> formats;  // names of report formats; empty if the file names none. Not checked here either
    std::string output;                // a folder; empty if the file names none
    std::vector<std::string> infer;    // names of inferences beyond what the pages prove. Not checked here
    bool site = false;                 // write a site over all threads into that folder

    bool operator==(const RunFile&) const = default;
};

/// Reads a run file. Its relative paths count from the folder that holds it. Errors: not_found, unreadable, bad_config.
Result<RunFile> read_run_file(const std::filesystem::path& file);

}  // namespace rejoinder
