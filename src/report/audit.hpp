// The texts of an audit bundle (`--audit DIR`). docs/formats.md describes them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "rejoinder/analyze.hpp"

namespace rejoinder::report {

struct AuditFacts {
    struct Input {
        std::string origin;
        std::string url;
        std::optional<UnixTime> captured_at;
        std::optional<std::uint64_t> bytes;
        std::string sha256;
        std::string skipped_because;
    };
    struct File {
        std::string name;
        std::string sha256;
    };
    std::string version;
    std::string forum;
    bool strict = false;
    bool pseudonyms = false;
    std::vector<Input> inputs;
    std::vector<File> configuration;
    std::vector<std::string> reports;  // by thread
};

/// Version, options, configuration, inputs with their digests, threads, and acts of moderation counted by kind.
std::string write_audit_facts(const AuditFacts& facts, const std::vector<Analysis>& threads);

/// Every finding of every thread with the posts that it rests on, their words, and the evidence of their replies.
std::string write_audit_findings(const std::vector<Analysis>& threads);

}  // namespace rejoinder::report
