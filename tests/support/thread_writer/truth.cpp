// The truth about a written thread, as a value and as a file.
#include <map>

#include "support/thread_writer/thread_writer.hpp"

namespace rejoinder::test {
namespace {

std::string text_of(const std::vector<Paragraph>& paragraphs) {
    std::string text;
    for (const Paragraph& paragraph : paragraphs) {
        if (!text.empty()) text += "\n\n";
        for (std::size_t i = 0; i < paragraph.size(); ++i) text += (i == 0 ? "" : " ") + paragraph[i];
    }
    return text;
}

/// Numbers of the posts that are shown, and the ghosts.
struct Places {
    std::map<std::size_t, std::uint32_t> post;   // by index in the thread
    std::map<std::size_t, std::uint32_t> ghost;  // the same
};

void add_quotes(const WrittenThread& thread, const WrittenPiece& piece, std::uint32_t depth, Places& places,
                Truth& truth) {
    const WrittenPost& source = thread.posts[piece.source];
    const std::string& author = thread.people[source.author].name;
    TrueQuote quote{depth, author, text_of(piece.paragraphs), {}};
    if (source.deleted) {
        const auto [at, fresh] = places.ghost.emplace(piece.source, static_cast<std::uint32_t>(truth.ghosts.size()));
        if (fresh) truth.ghosts.push_back({"g" + std::to_string(truth.ghosts.size() + 1), author});
        quote.source = {TrueSource::Kind::ghost, at->second};
    } else {
        quote.source = {TrueSource::Kind::post, places.post.at(piece.source)};
    }
    truth.posts.back().quotes.push_back(std::move(quote));
    for (const WrittenPiece& nested : piece.nested) add_quotes(thread, nested, depth + 1, places, truth);
}

std::string escaped(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        if (c == '\n')
            out += "\\n";
        else
            out += c;
    }
    return out + '"';
}

std::string source_json(const TrueSource& source, const Truth& truth) {
    if (source.kind == TrueSource::Kind::unknown) return "null";
    return source.kind == TrueSource::Kind::post ? std::to_string(source.index + 1)
                                                 : escaped(truth.ghosts[source.index].id);
}

}  // namespace

Truth truth_of(const WrittenThread& thread, Rendering rendering, bool ids) {
    Truth truth;
    truth.kind = rendering == Rendering::invision_text ? "plain text" : ids ? "HTML with ids" : "HTML without ids";
    Places places;
    for (std::size_t i = 0; i < thread.posts.size(); ++i) {
        const WrittenPost& post = thread.posts[i];
        if (post.deleted) continue;
        places.post.emplace(i, static_cast<std::uint32_t>(truth.posts.size()));
        truth.posts.push_back({{}, thread.people[post.author].name, {}, {}});
        for (const WrittenPiece& piece : post.body) {
            if (piece.is_quote) {
                add_quotes(thread, piece, 1, places, truth);
                continue;
            }
            std::string& own = truth.posts.back().text;
            own += (own.empty() ? "" : "\n\n") + text_of(piece.paragraphs);
        }
    }
    return truth;
}

std::string truth_json(const Truth& truth, const std::vector<std::string>& pages) {
    std::string json = "{\"kind\": " + escaped(truth.kind) + ", \"forum\": " + escaped(truth.forum) + ", \"pages\": [";
    for (std::size_t i = 0; i < pages.size(); ++i) json += (i == 0 ? "" : ", ") + escaped(pages[i]);
    json += "],\n\"ghosts\": [";
    for (std::size_t i = 0; i < truth.ghosts.size(); ++i) {
        json += (i == 0 ? "" : ", ") + ("{\"id\": " + escaped(truth.ghosts[i].id)) +
                ", \"author\": " + escaped(truth.ghosts[i].author) + "}";
    }
    json += "],\n\"posts\": [\n";
    for (std::size_t i = 0; i < truth.posts.size(); ++i) {
        const TruePost& post = truth.posts[i];
        json += std::string(i == 0 ? "" : ",\n") + "{\"author\": " + escaped(post.author) +
                ", \"text\": " + escaped(post.text) + ", \"quotes\": [";
        for (std::size_t k = 0; k < post.quotes.size(); ++k) {
            const TrueQuote& quote = post.quotes[k];
            json += std::string(k == 0 ? "" : ", ") + "{\"depth\": " + std::to_string(quote.depth) +
                    ", \"author\": " + escaped(quote.author) + ", \"text\": " + escaped(quote.text) +
                    ", \"source\": " + source_json(quote.source, truth) + "}";
        }
        json += "]}";
    }
    return json + "\n]}\n";
}

}  // namespace rejoinder::test
