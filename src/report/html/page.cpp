#include "report/html/page.hpp"

#include "report/html/assets.hpp"
#include "report/text_html.hpp"

namespace rejoinder::report {
namespace {

unsigned digit(char c) {
    return static_cast<unsigned>(c <= '9' ? c - '0' : c - 'a' + 10);
}

void append_policy(std::string& out, bool own_files) {
    out += "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src '";
    out += own_files ? "self" : policy_hash(page_script.sha256);
    out += "'; style-src '";
    out += own_files ? "self" : policy_hash(page_style.sha256);
    out += "'; base-uri 'none'; form-action 'none'\">\n";
}

void append_style(std::string& out, std::string_view assets) {
    if (assets.empty()) {
        out += "<style>";
        out += page_style.text;
        out += "</style>";
        return;
    }
    out += "<link rel=\"stylesheet\" href=\"";
    out += assets;
    out += style_file;
    out += "\">";
}

}  // namespace

std::string policy_hash(std::string_view hex) {
    static constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out = "sha256-";
    unsigned bits = 0;
    int held = 0;
    for (const char c : hex) {
        bits = (bits << 4U) | digit(c);
        held += 4;
        if (held < 6) continue;
        held -= 6;
        out += letters[(bits >> static_cast<unsigned>(held)) & 63U];
    }
    if (held > 0) out += letters[(bits << static_cast<unsigned>(6 - held)) & 63U];
    while ((out.size() - 7) % 4 != 0) out += '=';
    return out;
}

void append_page_head(std::string& out, const PageFrame& frame) {
    out += "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n";
    append_policy(out, !frame.assets.empty());
    out +=
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"color-scheme\" content=\"light dark\">\n"
        "<meta name=\"generator\" content=\"Rejoinder\">\n<title>";
    append_html_line(out, frame.title);
    out += "</title>\n";
    append_style(out, frame.assets);
    out +=
        "\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">Skip to the report</a>\n<nav aria-label=\"Parts of the "
        "page\"><ul>";
    for (const NavigationItem& item : frame.navigation) {
        out += "<li><a href=\"";
        out += item.address;
        out += "\">";
        out += item.name;
        out += "</a></li>";
    }
    out += "</ul></nav>\n<main id=\"main\">\n";
}

void append_page_foot(std::string& out, const PageFrame& frame) {
    out += "</main>\n<script";
    if (frame.assets.empty()) {
        out += '>';
        out += page_script.text;
    } else {
        out += " src=\"";
        out += frame.assets;
        out += script_file;
        out += "\">";
    }
    out += "</script>\n</body>\n</html>\n";
}

}  // namespace rejoinder::report
