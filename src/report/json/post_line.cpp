// One post as one line of JSON: what `rejoinder extract` prints.
#include "profile/phrase_book.hpp"
#include "rejoinder/report.hpp"
#include "report/json/values.hpp"
#include "report/names.hpp"

namespace rejoinder {
namespace {

using report::Json;

/// A time as a report has it, and the age that it prints.
Json time_with_age(const PrintedTime& time) {
    Json value = report::time_value(time);
    value["age"] = time.age ? Json::array({time.age->at_least, time.age->below}) : Json(nullptr);
    return value;
}

Json edit_with_age(const std::optional<EditNote>& edit) {
    Json value = report::edit_value(edit);
    if (edit) value["time"] = time_with_age(edit->time);
    return value;
}

Json acts_value(const std::vector<PrintedAct>& acts) {
    Json values = Json::array();
    for (const PrintedAct& act : acts)
        values.push_back(report::object({{"kind", moderation_kind_name(act.kind)}, {"text", act.text}}));
    return values;
}

Json flaws_value(const Diagnostics& flaws) {
    Json values = Json::array();
    for (const Diagnostic& flaw : flaws) values.push_back(flaw.message);
    return values;
}

/// Text blocks are {"text": …}, quotes {"quote": {…, "body": […]}}.
Json body_value(const std::vector<Block>& body) {
    Json blocks = Json::array();
    for (const Block& block : body) {
        if (const std::string* text = block.text()) {
            blocks.push_back(report::object({{"text", *text}}));
            continue;
        }
        const Quote& quote = *block.quote();
        blocks.push_back(
            report::object({{"quote", report::object({{"author", report::text_or_null(quote.author)},
                                                      {"author_id", report::text_or_null(quote.author_id)},
                                                      {"source_key", report::text_or_null(quote.source_key)},
                                                      {"time", time_with_age(quote.time)},
                                                      {"end_is_printed", quote.end_is_printed},
                                                      {"body", body_value(quote.body)}})}}));
    }
    return blocks;
}

Json links_value(const std::vector<Link>& links) {
    Json values = Json::array();
    for (const Link& link : links) {
        values.push_back(report::object({{"text", report::text_or_null(link.text)}, {"url", link.url}}));
    }
    return values;
}

Json thread_value(const Page& page) {
    return report::object({{"title", page.title},
                           {"key", report::text_or_null(page.thread_key)},
                           {"url", report::text_or_null(page.url)},
                           {"forum", report::text_or_null(page.forum)},
                           {"engine", report::text_or_null(page.engine)},
                           {"profile", report::text_or_null(page.profile)},
                           {"layout", report::layout_value(page.layout)},
                           {"locked", page.locked ? Json(true) : Json(nullptr)},
                           {"page", page.number > 0 ? Json(page.number) : Json(nullptr)},
                           {"pages", page.count > 0 ? Json(page.count) : Json(nullptr)},
                           {"captured", page.captured_at ? Json(iso_time(*page.captured_at)) : Json(nullptr)},
                           {"origin", page.origin}});
}

}  // namespace

std::string post_json_line(const Page& page, const Post& post, std::size_t number_on_page, const Diagnostics& flaws) {
    const Json line = report::object({{"thread", thread_value(page)},
                                      {"number_on_page", number_on_page},
                                      {"kind", report::post_kind_name(post.kind)},
                                      {"key", report::text_or_null(post.key)},
                                      {"parent_key", report::text_or_null(post.parent_key)},
                                      {"author", report::text_or_null(post.author)},
                                      {"author_id", report::text_or_null(post.author_id)},
                                      {"author_place", report::text_or_null(post.author_place)},
                                      {"role", report::text_or_null(post.role)},
                                      {"time", time_with_age(post.time)},
                                      {"permalink", report::text_or_null(post.permalink)},
                                      {"body", body_value(post.body)},
                                      {"links", links_value(post.links)},
                                      {"reactions", report::reactions_value(post.reactions)},
                                      {"attachments", report::attachments_value(post.attachments)},
                                      {"signature", report::text_or_null(post.signature)},
                                      {"edit", edit_with_age(post.edit)},
                                      {"acts", acts_value(post.acts)},
                                      {"line", post.line > 0 ? Json(post.line) : Json(nullptr)},
                                      {"parent_line", post.parent_line > 0 ? Json(post.parent_line) : Json(nullptr)},
                                      {"flaws", flaws_value(flaws)}});
    return report::dump(line, -1);
}

}  // namespace rejoinder
