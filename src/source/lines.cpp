#include "source/lines.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <string>

namespace rejoinder {

namespace {

/// Puts lines together from pieces of a text.
class LineCutter {
public:
    LineCutter(std::size_t limit, const std::function<bool(std::string_view, std::size_t)>& use)
        : limit_(limit), use_(use) {}

    /// False: no more is wanted.
    bool add(std::string_view piece) {
        for (std::size_t at = 0; at < piece.size();) {
            const std::size_t end = piece.find('\n', at);
            const std::string_view part = piece.substr(at, end == std::string_view::npos ? end : end - at);
            if (end != std::string_view::npos && begun_.empty()) {
                if (!give(part.substr(0, limit_))) return false;
            } else {
                begun_.append(part.substr(0, limit_ - std::min(limit_, begun_.size())));
                if (end == std::string_view::npos) return true;
                if (!end_line()) return false;
            }
            at = end + 1;
        }
        return true;
    }

    bool end_line() {
        const bool more = give(begun_);
        begun_.clear();
        return more;
    }

private:
    bool give(std::string_view line) {
        ++number_;
        if (number_ == 1 && line.starts_with("\xEF\xBB\xBF")) line.remove_prefix(3);
        const std::size_t last = line.find_last_not_of(" \t\r");
        return last == std::string_view::npos || use_(line.substr(0, last + 1), number_);
    }

    std::size_t limit_;
    const std::function<bool(std::string_view, std::size_t)>& use_;
    std::string begun_;
    std::size_t number_ = 0;
};

struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
};

}  // namespace

Result<void> each_line(const Capture& capture, std::size_t limit,
                       const std::function<bool(std::string_view line, std::size_t number)>& use) {
    LineCutter cutter(limit, use);
    if (!capture.lines_in_file) {
        if (cutter.add(capture.bytes)) cutter.end_line();
        return {};
    }
    const std::unique_ptr<std::FILE, CloseFile> file(std::fopen(capture.origin.c_str(), "rb"));
    const auto broken = [&] {
        return fail(ErrorCode::unreadable,
                    fmt::format("{} cannot be read ({}); check the path", capture.origin, std::strerror(errno)));
    };
    if (!file) return broken();
    std::string piece(std::size_t{1} << 20, '\0');
    for (;;) {
        const std::size_t got = std::fread(piece.data(), 1, piece.size(), file.get());
        if (!cutter.add(std::string_view(piece).substr(0, got))) return {};
        if (got < piece.size() && std::ferror(file.get()) != 0) return broken();
        if (got < piece.size()) break;
    }
    cutter.end_line();
    return {};
}

}  // namespace rejoinder
