// How every function of Rejoinder says that something went wrong.
//
// Two kinds of trouble are told apart. A function that cannot go on (no such file, a bad profile, no posts) returns a
// `Result` that holds an `Error`. A function that meets flawed data (a time it cannot read, a quote of nobody) notes a
// `Diagnostic` and carries on.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

namespace rejoinder {

enum class ErrorCode {
    not_found,     // a path that does not exist
    unreadable,    // a path that exists but cannot be read as a page (no permission, binary, not UTF-8, empty)
    too_large,     // a limit on bytes, depth or steps was passed
    bad_config,    // a profile, phrase book or run file is wrong, or two profiles fit equally
    no_thread,     // a page was read and holds no forum thread
    bad_argument,  // the caller asked for something that does not exist (a post number, a forum name)
    unwritable,    // an output cannot be written
};

/// What went wrong, as one sentence that names the thing, the place and the remedy.
struct Error {
    ErrorCode code = ErrorCode::unreadable;
    std::string message;

    bool operator==(const Error&) const = default;
};

template <class T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(ErrorCode code, std::string message) {
    return tl::unexpected<Error>(Error{code, std::move(message)});
}

/// A flaw in the data that did not stop the run.
struct Diagnostic {
    std::string where;    // origin of the page, with ":LINE" or ", post N" where known
    std::string message;  // one sentence

    bool operator==(const Diagnostic&) const = default;
};

using Diagnostics = std::vector<Diagnostic>;

}  // namespace rejoinder
