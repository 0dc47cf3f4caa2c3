#include "cli/audit.hpp"

#include <fmt/format.h>

#include <fstream>
#include <iterator>
#include <set>

#include "base/digest.hpp"
#include "cli/output.hpp"
#include "cli/version.hpp"
#include "profile/profile.hpp"
#include "report/audit.hpp"

namespace rejoinder::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view manifest_name = "manifest.sha256";

std::optional<std::string> bytes_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(file), {}};
    return file ? std::optional<std::string>(std::move(bytes)) : std::nullopt;
}

/// Digest and size of a file of any size.
void read_file(AuditInput& input, const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    Sha256 digest;
    std::uint64_t size = 0;
    std::string piece(std::size_t{1} << 20, '\0');
    while (file.read(piece.data(), static_cast<std::streamsize>(piece.size())) || file.gcount() > 0) {
        const auto count = static_cast<std::size_t>(file.gcount());
        digest.add(std::string_view(piece).substr(0, count));
        size += count;
    }
    input.bytes = size;
    input.sha256 = digest.hex();
}

/// The profiles that read the threads with those that they extend, and all phrase books, by path below the folder.
Result<std::vector<ReportFile>> configuration_files(const std::vector<Analysis>& threads, const ProfileSet& profiles,
                                                    const fs::path& configuration) {
    std::set<std::string> paths;
    for (const Analysis& analysis : threads) {
        const Profile* profile = profiles.find(analysis.thread.profile);
        while (profile != nullptr && paths.insert(profile->file).second && !profile->extends.empty()) {
            profile = profiles.find(profile->extends);
        }
    }
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(configuration / "phrases", error)) {
        if (entry.path().extension() == ".toml") paths.insert(entry.path().string());
    }
    std::vector<ReportFile> files;
    for (const std::string& path : paths) {
        auto bytes = bytes_of(path);
        if (!bytes) return fail(ErrorCode::unreadable, fmt::format("{} cannot be read.", path));
        const fs::path place(path);
        files.push_back(
            {fmt::format("configuration/{}/{}", place.parent_path().filename().string(), place.filename().string()),
             std::move(*bytes)});
    }
    return files;
}

/// Lines as `sha256sum` writes and checks them, by name.
std::string manifest_of(const std::vector<ReportFile>& files) {
    std::set<std::string> lines;
    for (const ReportFile& file : files) lines.insert(fmt::format("{}\n{}", file.name, sha256_hex(file.bytes)));
    std::string manifest;
    for (const std::string& line : lines) {
        const std::size_t end = line.find('\n');
        manifest += fmt::format("{}  {}\n", line.substr(end + 1), line.substr(0, end));
    }
    return manifest;
}

/// Names of all files in a bundle but the manifest's.
std::set<std::string> files_in(const fs::path& folder) {
    std::set<std::string> names;
    std::error_code error;
    for (const auto& entry : fs::recursive_directory_iterator(folder, error)) {
        if (!entry.is_directory()) names.insert(entry.path().lexically_relative(folder).generic_string());
    }
    names.erase(std::string(manifest_name));
    return names;
}

}  // namespace

AuditInput audit_input(const Capture& capture) {
    AuditInput input{capture.origin, capture.url, capture.captured_at, std::nullopt, {}, {}};
    if (capture.lines_in_file) {
        read_file(input, capture.origin);
    } else {
        input.bytes = capture.bytes.size();
        input.sha256 = sha256_hex(capture.bytes);
    }
    return input;
}

Result<std::vector<ReportFile>> audit_bundle(const Audit& audit, const std::vector<Analysis>& threads,
                                             const ProfileSet& profiles, const fs::path& configuration) {
    auto files = configuration_files(threads, profiles, configuration);
    if (!files) return files;
    report::AuditFacts facts;
    facts.version = version();
    facts.forum = audit.forum;
    facts.strict = audit.strict;
    facts.pseudonyms = audit.pseudonyms;
    for (const AuditInput& input : audit.inputs) {
        facts.inputs.push_back(
            {input.origin, input.url, input.captured_at, input.bytes, input.sha256, input.skipped_because});
    }
    for (const ReportFile& file : *files) facts.configuration.push_back({file.name, sha256_hex(file.bytes)});
    FileNames names;
    const ReportFormat* json = find_report_format("json");
    for (const Analysis& analysis : threads) {
        const std::string name = fmt::format("reports/{}.json", names.next(analysis.thread.title, analysis.thread.key));
        facts.reports.push_back(name);
        files->push_back({name, json->write(analysis)});
    }
    files->push_back({"audit.json", report::write_audit_facts(facts, threads)});
    files->push_back({"findings.json", report::write_audit_findings(threads)});
    files->push_back({std::string(manifest_name), manifest_of(*files)});
    return files;
}

Result<std::vector<std::string>> audit_differences(const fs::path& folder) {
    std::error_code error;
    if (!fs::is_directory(folder, error)) {
        return fail(ErrorCode::not_found,
                    fmt::format("{} is no folder; name one that --audit wrote.", folder.string()));
    }
    const auto manifest = bytes_of(folder / manifest_name);
    if (!manifest) {
        return fail(ErrorCode::unreadable,
                    fmt::format("{} holds no {}; name a folder that --audit wrote.", folder.string(), manifest_name));
    }
    std::set<std::string> present = files_in(folder);
    std::vector<std::string> differences;
    std::string_view rest = *manifest;
    while (!rest.empty()) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(line.size() + 1, rest.size()));
        if (line.size() < 67 || line.substr(64, 2) != "  ") {
            return fail(ErrorCode::unreadable, fmt::format("{} is damaged: \"{}\" is no line of a manifest.",
                                                           (folder / manifest_name).string(), line));
        }
        const std::string name(line.substr(66));
        if (present.erase(name) == 0) {
            differences.push_back(fmt::format("{} is missing", name));
        } else if (const auto bytes = bytes_of(folder / name); !bytes || sha256_hex(*bytes) != line.substr(0, 64)) {
            differences.push_back(fmt::format("{} has been changed", name));
        }
    }
    for (const std::string& name : present) differences.push_back(fmt::format("{} has been added", name));
    return differences;
}

}  // namespace rejoinder::cli
