// What the program says on standard error, and the exit codes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rejoinder/analyze.hpp"

namespace rejoinder::cli {

inline constexpr int done = 0;
inline constexpr int could_not_process = 1;
inline constexpr int wrong_arguments = 2;

/// Prints "rejoinder: MESSAGE" on standard error, with a full stop if it is one line that has none. Control characters
/// of a page's name are left out.
void complain(std::string_view message);

/// Prints "rejoinder: MESSAGE" on standard error as it is: what was done, not what went wrong.
void say(std::string_view message);

/// 2 if the arguments or the configuration are at fault, else 1.
int exit_code(const Error& error);

/// Complains about an error and returns its exit code.
int give_up(const Error& error);

/// The same where the fault lies in the configuration or the arguments, whatever the error.
int give_up_as_wrong(const Error& error);

/// Complains about every page that was skipped and, if there were several pages, says how many of how many.
void complain_about_skipped(const std::vector<Error>& skipped, std::size_t pages);

/// "12 pages read, 2 skipped (1 without a thread, 1 unreadable), 5 threads".
std::string run_summary(const Analyses& read);

/// The same, and what was mended or passed over in web archives.
void complain_about_reading(const std::vector<Error>& skipped, const Diagnostics& notes, std::size_t pages);

/// The exit code of a run in which every page was skipped.
int exit_code(const std::vector<Error>& skipped);

}  // namespace rejoinder::cli
