#include "cli/command_profile.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "cli/job.hpp"
#include "cli/messages.hpp"
#include "cli/output.hpp"
#include "cli/profile_check.hpp"
#include "profile/keys.hpp"
#include "profile/profile.hpp"
#include "rejoinder/extract.hpp"

namespace rejoinder::cli {
namespace {

int print(std::string_view text) {
    const Result<bool> written = write_standard_output(text);
    return written ? done : give_up(written.error());
}

/// "invision   Invision Community 4 and 5 · HTML, text".
std::string list_line(const Profile& profile, std::size_t name_width) {
    std::string line =
        fmt::format("{:<{}}  {}", profile.name, name_width, profile.title.empty() ? profile.engine : profile.title);
    if (profile.html && profile.text) {
        line += " · HTML, text";
    } else if (profile.html || profile.text) {
        line += profile.html ? " · HTML" : " · text";
    }
    if (!profile.extends.empty()) line += fmt::format(" · extends {}", profile.extends);
    return line + '\n';
}

/// The profile's file as it stands, below a line that says what it is.
Result<std::string> file_text(const Profile& profile) {
    std::ifstream file(profile.file, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(file), {}};
    if (!file) return fail(ErrorCode::unreadable, fmt::format("{} cannot be read.", profile.file));
    if (!text.ends_with('\n')) text += '\n';
    return fmt::format("# {}: read from {}\n\n{}", profile.name, profile.file, text);
}

}  // namespace

int run_profile_list(const Arguments& arguments) {
    const auto profiles = load_profiles(arguments);
    if (!profiles) return give_up_as_wrong(profiles.error());
    std::size_t width = 0;
    for (const auto& profile : profiles->profiles()) width = std::max(width, profile->name.size());
    std::string text;
    for (const auto& profile : profiles->profiles()) text += list_line(*profile, width);
    return print(text);
}

int run_profile_show(const Arguments& arguments) {
    const auto profiles = load_profiles(arguments);
    if (!profiles) return give_up_as_wrong(profiles.error());
    if (const auto known = check_forum(*profiles, arguments.name); !known) return give_up(known.error());
    std::string text;
    for (const Profile* profile = profiles->find(arguments.name); profile != nullptr;
         profile = profiles->find(profile->extends)) {
        const auto file = file_text(*profile);
        if (!file) return give_up(file.error());
        if (!text.empty()) text += "\n# which extends\n";
        text += *file;
        if (profile->extends.empty()) break;
    }
    return print(text);
}

int run_profile_keys(const Arguments& /*arguments*/) {
    std::string text;
    for (const KeyTable& table : key_tables())
        text += fmt::format("{}### [{}]\n\n{}", text.empty() ? "" : "\n", table.name, table.markdown);
    return print(text);
}

int run_profile_check(const Arguments& arguments) {
    auto profiles = load_profiles(arguments);
    if (!profiles) return give_up_as_wrong(profiles.error());
    const auto name = profiles->add(arguments.file);
    if (!name) return give_up_as_wrong(name.error());
    Captures captures = read_captures(arguments.paths);
    const std::size_t pages = captures.pages.size() + captures.skipped.size();
    for (const Capture& capture : captures.pages) {
        PageCheck check = check_page(capture, *profiles, *name);
        if (check.error) captures.skipped.push_back(*check.error);
        const Result<bool> written = write_standard_output(check.text);
        if (!written) return give_up(written.error());
        if (!*written) return done;
    }
    complain_about_skipped(captures.skipped, pages);
    return captures.skipped.size() < pages ? done : exit_code(captures.skipped);
}

int run_profile_infer(const Arguments& arguments) {
    const auto profiles = load_profiles(arguments);
    if (!profiles) return give_up_as_wrong(profiles.error());
    Captures captures = read_captures(arguments.paths);
    const std::size_t pages = captures.pages.size() + captures.skipped.size();
    std::optional<DraftedProfile> best;
    for (const Capture& capture : captures.pages) {
        auto drafted = draft_profile_from(capture, *profiles);
        if (!drafted) {
            captures.skipped.push_back(drafted.error());
        } else if (!best || drafted->posts > best->posts) {
            best = std::move(*drafted);
        }
    }
    complain_about_skipped(captures.skipped, pages);
    return best ? print(best->toml) : exit_code(captures.skipped);
}

}  // namespace rejoinder::cli
