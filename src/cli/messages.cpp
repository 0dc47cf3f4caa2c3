#include "cli/messages.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <string>
#include <utility>

namespace rejoinder::cli {

namespace {

/// Without control characters: a file's name must not write to the terminal.
std::string printable(std::string_view message) {
    std::string text;
    for (const char c : message) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '\n' || c == '\t' || (byte >= 0x20 && byte != 0x7f)) text += c;
    }
    while (text.ends_with('\n')) text.pop_back();
    return text;
}

void print(std::string_view message, std::string_view end) {
    const std::string line = fmt::format("rejoinder: {}{}\n", message, end);
    std::fwrite(line.data(), 1, line.size(), stderr);
}

}  // namespace

void complain(std::string_view message) {
    const std::string text = printable(message);
    const bool one_line = text.find('\n') == std::string::npos;
    const bool ended = text.ends_with('.') || text.ends_with('!') || text.ends_with('?');
    print(text, one_line && !ended ? "." : "");
}

void say(std::string_view message) {
    print(printable(message), "");
}

int exit_code(const Error& error) {
    const bool wrong = error.code == ErrorCode::bad_config || error.code == ErrorCode::bad_argument;
    return wrong ? wrong_arguments : could_not_process;
}

int give_up(const Error& error) {
    complain(error.message);
    return exit_code(error);
}

int give_up_as_wrong(const Error& error) {
    complain(error.message);
    return wrong_arguments;
}

void complain_about_skipped(const std::vector<Error>& skipped, std::size_t pages) {
    for (const Error& error : skipped) complain(error.message);
    if (skipped.empty() || pages < 2) return;
    complain(fmt::format("{} of {} pages {} skipped.", skipped.size(), pages, skipped.size() == 1 ? "was" : "were"));
}

std::string run_summary(const Analyses& read) {
    constexpr std::pair<ErrorCode, std::string_view> reasons[] = {
        {ErrorCode::no_thread, "without a thread"},
        {ErrorCode::unreadable, "unreadable"},
        {ErrorCode::not_found, "not found"},
        {ErrorCode::too_large, "too large"},
        {ErrorCode::bad_config, "for which the configuration is at fault"}};
    std::string why;
    for (const auto& [code, words] : reasons) {
        const auto count = std::count_if(read.skipped.begin(), read.skipped.end(),
                                         [&](const Error& error) { return error.code == code; });
        if (count > 0) why += fmt::format("{}{} {}", why.empty() ? "" : ", ", count, words);
    }
    const auto counted = [](std::size_t count, std::string_view word) {
        return fmt::format("{} {}{}", count, word, count == 1 ? "" : "s");
    };
    const std::string skipped = read.skipped.empty() ? "" : fmt::format(", {} skipped ({})", read.skipped.size(), why);
    return fmt::format("{} read{}, {}", counted(read.pages, "page"), skipped, counted(read.threads.size(), "thread"));
}

void complain_about_reading(const std::vector<Error>& skipped, const Diagnostics& notes, std::size_t pages) {
    for (const Diagnostic& note : notes) complain(fmt::format("{}: {}", note.where, note.message));
    complain_about_skipped(skipped, pages);
}

int exit_code(const std::vector<Error>& skipped) {
    const bool wrong = std::any_of(skipped.begin(), skipped.end(),
                                   [](const Error& error) { return exit_code(error) == wrong_arguments; });
    return wrong ? wrong_arguments : could_not_process;
}

}  // namespace rejoinder::cli
