#include "source/warc.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <charconv>

#include "base/calendar.hpp"
#include "source/http.hpp"
#include "source/size_words.hpp"

namespace rejoinder {

namespace {

constexpr std::size_t longest_head = std::size_t{64} << 10;
constexpr std::size_t piece = std::size_t{64} << 10;
constexpr std::string_view between = "\r\n\r\n";  // what stands between two records
constexpr std::size_t longest_gap = 64;           // after it some writers leave more empty lines

/// Where in `text`, from `from`, a line begins that opens a record: npos if none does.
std::size_t next_record(std::string_view text, std::size_t from) {
    for (std::size_t at = from; (at = text.find("WARC/", at)) != std::string_view::npos; ++at) {
        const bool opens_line = at == 0 || text[at - 1] == '\n';
        if (opens_line && is_warc(text.substr(at))) return at;
    }
    return std::string_view::npos;
}

std::size_t gap_before_record(std::string_view text) {
    return std::min(text.find_first_not_of("\r\n"), text.size());
}

struct Record {
    HeaderFields fields;
    std::string body;
    bool mended = false;  // its length was wrong
};

class WarcReader {
public:
    WarcReader(ByteStream& bytes, const std::string& origin, const ReadLimits& limits,
               const std::function<void(Reading)>& take)
        : bytes_(bytes), origin_(origin), limits_(limits), take_(take) {}

    void read() {
        const auto whole = read_records();
        if (!whole) take_(whole.error());
        if (other_status_ > 0) {
            take_(Diagnostic{origin_, fmt::format("{} of its records {} an answer other than 200 (a redirect or an "
                                                  "error) and {} passed over.",
                                                  other_status_, other_status_ == 1 ? "holds" : "hold",
                                                  other_status_ == 1 ? "was" : "were")});
        } else if (whole && taken_ == 0) {
            take_(Error{ErrorCode::unreadable,
                        fmt::format("{} is a web archive without pages of HTML or plain text; check what was crawled",
                                    origin_)});
        }
    }

private:
    Result<void> read_records();
    Result<bool> find_record();
    Result<Record> read_record();
    Result<std::string> body_of(std::size_t length, bool& mended);
    Result<void> skip_to_next_record();
    void take_page(Record record);
    void take_body(const Record& record, ContentType type, std::string body);
    void skip(ErrorCode code, std::string_view what);

    std::string place() const {
        return url_.empty() ? fmt::format("{}, record {},", origin_, number_)
                            : fmt::format("{}, record {} ({}),", origin_, number_, url_);
    }

    ByteStream& bytes_;
    const std::string& origin_;
    const ReadLimits& limits_;
    const std::function<void(Reading)>& take_;
    std::size_t number_ = 0;  // of the record, from 1
    std::string url_;         // of the record
    std::size_t taken_ = 0;
    std::size_t other_status_ = 0;
};

void WarcReader::skip(ErrorCode code, std::string_view what) {
    ++taken_;
    take_(Error{code, fmt::format("{} {}", place(), what)});
}

/// Moves to where the next record begins. False: there is none.
Result<bool> WarcReader::find_record() {
    const auto ahead = bytes_.peek(longest_gap + 8);
    if (!ahead) return tl::unexpected(ahead.error());
    const std::size_t gap = gap_before_record(*ahead);
    if (is_warc(ahead->substr(gap))) {
        bytes_.skip(gap);
        return true;
    }
    if (auto skipped = skip_to_next_record(); !skipped) return tl::unexpected(skipped.error());
    const auto found = bytes_.peek(8);
    if (!found) return tl::unexpected(found.error());
    return is_warc(*found);
}

Result<void> WarcReader::skip_to_next_record() {
    for (;;) {
        const auto ahead = bytes_.peek(piece);
        if (!ahead) return tl::unexpected(ahead.error());
        if (ahead->empty()) return {};
        const std::size_t at = next_record(*ahead, 1);
        if (at != std::string_view::npos) {
            bytes_.skip(at);
            return {};
        }
        // Keep what may be the beginning of a record's first line.
        const bool last = ahead->size() < piece;
        bytes_.skip(last ? ahead->size() : ahead->size() - 16);
    }
}

/// The body of a record that says it has `length` bytes. A wrong length shows in that no record follows it: then the
/// body goes to where the next record begins.
Result<std::string> WarcReader::body_of(std::size_t length, bool& mended) {
    const auto ahead = bytes_.peek(length + longest_gap + 8);
    if (!ahead) return tl::unexpected(ahead.error());
    if (ahead->size() >= length) {
        const std::string_view rest = ahead->substr(length);
        const std::size_t gap = gap_before_record(rest);
        if (gap == rest.size() || (gap > 0 && is_warc(rest.substr(gap)))) {
            std::string body(ahead->substr(0, length));
            bytes_.skip(length);
            return body;
        }
    }
    mended = true;
    for (std::size_t wanted = piece;; wanted *= 2) {
        const std::size_t most = limits_.bytes_per_page + longest_head;
        const auto more = bytes_.peek(std::min(wanted, most));
        if (!more) return tl::unexpected(more.error());
        const std::size_t end = next_record(*more, 0);
        if (end != std::string_view::npos) {
            std::string body(more->substr(0, end));
            if (body.ends_with(between)) body.resize(body.size() - between.size());
            bytes_.skip(end);
            return body;
        }
        if (more->size() >= std::min(wanted, most) && wanted < most) continue;
        const std::size_t rest = more->size();
        bytes_.skip(rest);
        if (rest >= most) return fail(ErrorCode::too_large, "has no end within the limit for one page and was skipped");
        return fail(ErrorCode::unreadable,
                    fmt::format("says that it has {} and the archive ends after {}; it was skipped, fetch it again",
                                size_words(length), size_words(rest)));
    }
}

/// Errors: those of the stream end the archive; too_large and unreadable of the record leave the stream behind it.
Result<Record> WarcReader::read_record() {
    auto ahead = bytes_.peek(longest_head);
    if (!ahead) return tl::unexpected(ahead.error());
    std::string_view text = *ahead;
    Record record{HeaderFields::read(text), {}, false};
    bytes_.skip(ahead->size() - text.size());
    url_ = record.fields.get("warc-target-uri");
    if (url_.starts_with('<') && url_.ends_with('>')) url_ = url_.substr(1, url_.size() - 2);  // as wget writes it
    const std::string_view printed = record.fields.get("content-length");
    std::size_t length = 0;
    const auto [end, wrong] = std::from_chars(printed.data(), printed.data() + printed.size(), length);
    if (wrong != std::errc()) length = 0;
    if (length > limits_.bytes_per_page + longest_head) {
        skip(ErrorCode::too_large, fmt::format("has {}, more than the limit of {} for one page; it was skipped",
                                               size_words(length), size_words(limits_.bytes_per_page)));
        if (auto skipped = skip_to_next_record(); !skipped) return tl::unexpected(skipped.error());
        return record;
    }
    auto body = body_of(length, record.mended);
    if (!body) return tl::unexpected(body.error());
    record.body = std::move(*body);
    return record;
}

Result<void> WarcReader::read_records() {
    for (;;) {
        const auto found = find_record();
        if (!found) return tl::unexpected(found.error());
        if (!*found) return {};
        ++number_;
        url_.clear();
        auto record = read_record();
        if (record) {
            take_page(std::move(*record));
            continue;
        }
        const auto more = bytes_.peek(1);
        if (!more) return tl::unexpected(record.error());
        skip(record.error().code, record.error().message);
    }
}

void WarcReader::take_page(Record record) {
    if (record.body.empty()) return;
    const std::string_view kind = record.fields.get("warc-type");
    ContentType type = read_content_type(record.fields.get("content-type"));
    if (record.mended && (kind == "response" || kind == "resource" || kind == "conversion")) {
        take_(Diagnostic{origin_, fmt::format("Record {} ({}) says that it has {} bytes and does not end there; what "
                                              "stands before the next record was read.",
                                              number_, url_, record.fields.get("content-length"))});
    }
    if (kind == "resource" || kind == "conversion") {
        std::string body = std::move(record.body);
        return take_body(record, std::move(type), std::move(body));
    }
    if (kind != "response" || type.type != "application/http") return;
    auto answer = read_http_answer(record.body, limits_);
    if (!answer) return skip(answer.error().code, answer.error().message);
    if (!*answer) return skip(ErrorCode::unreadable, "is no HTTP answer, as its header says, and was skipped");
    if ((*answer)->status != 200) {
        ++other_status_;
        return;
    }
    record.body.clear();
    take_body(record, std::move((*answer)->type), std::move((*answer)->body));
}

void WarcReader::take_body(const Record& record, ContentType type, std::string body) {
    MediaType media = MediaType::unknown;
    if (type.type == "text/html" || type.type == "application/xhtml+xml") media = MediaType::html;
    if (type.type == "text/plain") media = MediaType::text;
    if ((media == MediaType::unknown && !type.type.empty()) || body.empty()) return;
    std::optional<UnixTime> when;
    if (const auto at = read_iso_time(record.fields.get("warc-date"), 0)) when = at->at_least;
    ++taken_;
    const std::string origin =
        url_.empty() ? fmt::format("{}:record {}", origin_, number_) : fmt::format("{}:{}", origin_, url_);
    take_(Capture{std::move(body), origin, media, when, url_, std::move(type.charset)});
}

}  // namespace

bool is_warc(std::string_view beginning) {
    return beginning.starts_with("WARC/1.") || beginning.starts_with("WARC/0.");
}

void read_warc(ByteStream& bytes, const std::string& origin, const ReadLimits& limits,
               const std::function<void(Reading)>& take) {
    WarcReader(bytes, origin, limits, take).read();
}

}  // namespace rejoinder
