// What the command line asks for, as plain values. Reading it opens no files.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace rejoinder::cli {

struct Arguments {
    std::string config;              // --config DIR; empty: the default folder
    std::vector<std::string> paths;  // pages, folders, or "-"; of `evaluate` truth files, of `compare` the two captures
    std::string forum;               // --forum NAME; empty: detection chooses
    std::string format = "markdown";    // --format NAME
    std::string post_format;            // --format NAME of `extract`; empty: the first of the table
    std::string evaluation_format;      // --format NAME of `evaluate`; empty: the first of the table
    std::string plain_format = "text";  // --format NAME of `split` and `compare`
    std::string output;                 // -o DIR; empty: standard output
    bool strict = false;                // --strict
    std::size_t post = 0;               // --post N, 1-based
    std::string file;                   // RUN.toml, or the FILE of `profile check`
    std::string name;                   // the NAME of `profile show`
};

}  // namespace rejoinder::cli
