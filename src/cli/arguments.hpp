// What the command line asks for, as plain values. Reading it opens no files.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace rejoinder::cli {

struct Arguments {
    std::string config;              // --config DIR; empty: the default folder
    std::vector<std::string> paths;  // pages, folders, or "-"; of `evaluate` truth files, of `compare` the two captures
    std::vector<std::string> infer;  // --infer NAME, as often as given
    std::string forum;               // --forum NAME; empty: detection chooses
    std::string format;              // --format NAME; empty: text for a terminal, else Markdown
    std::string post_format;         // --format NAME of `extract`; empty: the first of the table
    std::string evaluation_format;   // --format NAME of `evaluate`; empty: the first of the table
    std::string plain_format = "text";  // --format NAME of `split` and `compare`
    std::string manual_format;          // --format NAME of `manual`; empty: man
    std::string output;                 // -o DIR; empty: standard output
    bool strict = false;                // --strict
    bool quiet = false;                 // --quiet
    std::string pseudonyms;             // --pseudonyms KIND; empty: names stay
    std::string key;                    // --key FILE; empty: the environment's
    std::string audit;                  // --audit DIR; empty: no bundle
    std::size_t post = 0;               // --post N, 1-based
    std::string file;                   // RUN.toml, the FILE of `profile check`, the DIR of `audit verify`
    std::string name;                   // the NAME of `profile show`, the SHELL of `completions`
};

}  // namespace rejoinder::cli
