// The audit bundle: what a decision about a thread rested on, in a folder that can be checked later. The same inputs,
// configuration and version give the same bytes.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "rejoinder/analyze.hpp"
#include "rejoinder/profile.hpp"
#include "rejoinder/report.hpp"

namespace rejoinder::cli {

/// A page that was read.
struct AuditInput {
    std::string origin;
    std::string url;
    std::optional<UnixTime> captured_at;
    std::optional<std::uint64_t> bytes;  // nothing: it could not be read
    std::string sha256;                  // empty then
    std::string skipped_because;         // empty if it became part of a thread
};

/// What a Capture held, with its digest; of a file of JSON lines too long to hold, the file's.
AuditInput audit_input(const Capture& capture);

struct Audit {
    std::string forum;  // as asked for; empty: detection chose
    bool strict = false;
    bool pseudonyms = false;
    std::vector<AuditInput> inputs;  // in the order in which they were read
};

/// The files of a bundle: `audit.json`, `findings.json`, `configuration/…`, `reports/…` and `manifest.sha256`.
/// Errors: unreadable (a file of the configuration).
Result<std::vector<ReportFile>> audit_bundle(const Audit& audit, const std::vector<Analysis>& threads,
                                             const ProfileSet& profiles, const std::filesystem::path& configuration);

/// What differs from the manifest of a bundle, one sentence a file, by name; empty if nothing does.
/// Errors: not_found (no such folder), unreadable (it has no manifest that can be read).
Result<std::vector<std::string>> audit_differences(const std::filesystem::path& folder);

}  // namespace rejoinder::cli
