// HTTP answers as web archives hold them: a status line, headers, and a body as it went over the wire.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rejoinder/capture.hpp"

namespace rejoinder {

/// Lines "Name: value" up to an empty line. Names are compared without regard to case.
class HeaderFields {
public:
    /// Reads fields from the front of `text` and moves it past the empty line that ends them.
    static HeaderFields read(std::string_view& text);

    /// The value of the first field of that name (given in lower case); empty if there is none.
    std::string_view get(std::string_view name) const;

private:
    std::vector<std::pair<std::string, std::string>> fields_;
};

/// "text/html; charset=TIS-620" is {"text/html", "TIS-620"}. The type is in lower case.
struct ContentType {
    std::string type;
    std::string charset;  // empty if it names none
};

ContentType read_content_type(std::string_view field);

struct HttpAnswer {
    int status = 0;
    ContentType type;
    std::string body;  // without chunks and compression
};

/// Reads one answer. Nothing if the bytes do not begin with a status line. A body that is said to be chunked or
/// compressed and is not (archives that store it decoded keep the headers) is taken as it is. Errors: too_large (the
/// message is a clause without its subject), unreadable (a compressed body is damaged).
Result<std::optional<HttpAnswer>> read_http_answer(std::string_view bytes, const ReadLimits& limits);

}  // namespace rejoinder
