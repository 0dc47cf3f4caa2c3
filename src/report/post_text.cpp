// One post as plain text: what `rejoinder extract --format text` prints.
#include "rejoinder/report.hpp"
#include "report/text.hpp"

namespace rejoinder {
namespace {

void append_body(std::string& out, const std::vector<Block>& body) {
    for (const Block& block : body) {
        if (const std::string* text = block.text()) {
            if (!out.empty()) out += "\n\n";
            report::append_lines(out, *text);
            continue;
        }
        const Quote& quote = *block.quote();
        if (!quote.author.empty()) {
            if (!out.empty()) out += "\n\n";
            report::append_line(out, quote.author, report::Style::plain);
            out += ':';
        }
        append_body(out, quote.body);
    }
}

}  // namespace

std::string post_text(const Post& post) {
    std::string out;
    report::append_line(out, post.author, report::Style::plain);
    if (!post.author.empty() && !post.time.text.empty()) out += '\n';
    report::append_line(out, post.time.text, report::Style::plain);
    append_body(out, post.body);
    out += '\n';
    return out;
}

}  // namespace rejoinder
