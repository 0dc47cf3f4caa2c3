// The style and the scripts of the HTML pages, joined when the program is built (cmake/report_assets.cmake).
#pragma once

#include <string_view>

namespace rejoinder::report {

struct Asset {
    std::string_view text;
    std::string_view sha256;  // of the text, as 64 hexadecimal digits
};

extern const Asset page_style;
extern const Asset page_script;

}  // namespace rejoinder::report
