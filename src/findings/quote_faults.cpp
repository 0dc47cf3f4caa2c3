#include "findings/quote_faults.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/unicode.hpp"
#include "base/word_diff.hpp"
#include "base/words.hpp"

namespace rejoinder::detail {
namespace {

constexpr std::size_t fewest_words = 4;
constexpr std::size_t foreign_words = 5;
constexpr std::size_t searched_posts = 50;  // of the person named, from the quoting post upwards

/// The own words of an earlier text, its quotes left out.
std::string own_words(const EarlierText& earlier) {
    std::string words;
    for (const Block& block : earlier.body) {
        if (const std::string* text = block.text()) words.append(*text).append("\n\n");
    }
    return words;
}

std::size_t words_added(std::string_view source, std::string_view quote) {
    std::size_t words = 0;
    for (const DiffPart& part : word_diff(source, quote)) words += part.kind == DiffKind::added ? part.words : 0;
    return words;
}

bool stands_in(const Words& words, std::size_t from, std::size_t count, const Words& text) {
    return std::search(text.begin(), text.end(), words.begin() + static_cast<std::ptrdiff_t>(from),
                       words.begin() + static_cast<std::ptrdiff_t>(from + count),
                       [](const Word& a, const Word& b) { return a.hash == b.hash; }) != text.end();
}

class FaultFinder {
public:
    FaultFinder(const Thread& thread, const Resolution& resolution, const Measures& measures, const Writers& writers)
        : thread_(thread), resolution_(resolution), measures_(measures), writers_(writers) {}

    std::vector<AlteredQuote> find() {
        for (std::uint32_t post = 0; post < resolution_.posts.size(); ++post) {
            const auto& quotes = resolution_.posts[post].quotes;
            for (std::uint32_t quote = 0; quote < quotes.size(); ++quote) check(post, quote);
        }
        return std::move(found_);
    }

private:
    void add(std::uint32_t post, std::uint32_t quote, QuoteFault fault, std::optional<Ref> words_of = {},
             std::optional<std::size_t> earlier_text = {}) {
        found_.push_back({post, quote, fault, words_of, earlier_text});
    }

    void check(std::uint32_t post, std::uint32_t index) {
        const ResolvedQuote& quote = resolution_.posts[post].quotes[index];
        if (!quote.source || quote.source->kind != Ref::Kind::post) return;
        const std::uint32_t source = quote.source->index;
        const bool foreign = quote.match == Match::not_found && !quote.source_key.empty() &&
                             quote.words >= fewest_words && quote.agreement < 0.5 &&
                             !resolution_.posts[source].text.empty();
        if (quote.match == Match::altered || foreign) {
            if (const auto inner = inner_quote(source, quote)) return add(post, index, QuoteFault::lost_header, inner);
            check_edits(post, index, quote, source);
        }
        const std::uint32_t named = other_writer(quote, source);
        if (named == none) return;
        const auto inner = quoted_by(named, post, *quote.source);
        if (inner) {
            add(post, index, QuoteFault::lost_header, quote.source);
        } else {
            add(post, index, QuoteFault::wrong_name);
        }
    }

    void check_edits(std::uint32_t post, std::uint32_t index, const ResolvedQuote& quote, std::uint32_t source) {
        const Post& printed = thread_.posts[source];
        std::size_t fewest = words_added(resolution_.posts[source].text, quote.text);
        std::optional<std::size_t> best;
        for (std::size_t at = 0; at < printed.earlier_texts.size(); ++at) {
            const std::size_t added = words_added(own_words(printed.earlier_texts[at]), quote.text);
            if (added >= fewest) continue;
            fewest = added;
            best = at;
        }
        const bool edited = best || edited_after(printed, post);
        add(post, index, edited ? QuoteFault::edited_since : QuoteFault::altered, {}, best);
    }

    bool edited_after(const Post& source, std::uint32_t quoting) const {
        const Timeline& timeline = resolution_.timeline;
        if (!source.edit || !source.edit->time.at || timeline.anchor || quoting >= timeline.posts.size()) return false;
        const auto& latest = timeline.posts[quoting].latest;
        return latest && source.edit->time.at->at_least > *latest;
    }

    /// Whose words the source quotes and this quote holds as the source's own.
    std::optional<Ref> inner_quote(std::uint32_t source, const ResolvedQuote& quote) const {
        const auto& inner = resolution_.posts[source].quotes;
        if (inner.empty()) return {};
        const Words words = split_words(quote.text);
        const Words own = split_words(resolution_.posts[source].text);
        for (const ResolvedQuote& one : inner) {
            if (!one.source || writers_.of(*one.source) == writers_.of_post[source]) continue;
            const Words theirs = split_words(one.text);
            for (std::size_t from = 0; from + foreign_words <= words.size(); from += foreign_words) {
                if (stands_in(words, from, foreign_words, theirs) && !stands_in(words, from, foreign_words, own))
                    return one.source;
            }
        }
        return {};
    }

    /// The participant whom the quote names, if that is not the writer of its source; else `none`.
    std::uint32_t other_writer(const ResolvedQuote& quote, std::uint32_t source) {
        const Post& printed = thread_.posts[source];
        if (quote.author.empty() || printed.author.empty() || quote.author == printed.author) return none;
        if (quote.words < fewest_words || quote.agreement < 0.8) return none;
        if (!quote.author_id.empty() && quote.author_id == printed.author_id) return none;
        if (fold(quote.author) == fold(printed.author)) return none;
        if (people_.empty()) {
            for (std::uint32_t person = 0; person < measures_.people.size(); ++person) {
                if (!measures_.people[person].posts.empty()) people_.emplace(measures_.people[person].name, person);
            }
        }
        const auto person = people_.find(quote.author);
        return person == people_.end() ? none : person->second;
    }

    /// Whether the person quotes that source in a post above `below`.
    bool quoted_by(std::uint32_t person, std::uint32_t below, Ref source) const {
        const auto& posts = measures_.people[person].posts;
        auto post = std::lower_bound(posts.begin(), posts.end(), below);
        for (std::size_t searched = 0; post != posts.begin() && searched < searched_posts; ++searched) {
            --post;
            const auto& quotes = resolution_.posts[*post].quotes;
            const auto of_it = [&](const ResolvedQuote& quote) { return quote.source == source; };
            if (std::any_of(quotes.begin(), quotes.end(), of_it)) return true;
        }
        return false;
    }

    const Thread& thread_;
    const Resolution& resolution_;
    const Measures& measures_;
    const Writers& writers_;
    std::unordered_map<std::string_view, std::uint32_t> people_;  // who have posts, by name; filled when first asked
    std::vector<AlteredQuote> found_;
};

}  // namespace

std::vector<AlteredQuote> find_quote_faults(const Thread& thread, const Resolution& resolution,
                                            const Measures& measures, const Writers& writers) {
    return FaultFinder(thread, resolution, measures, writers).find();
}

}  // namespace rejoinder::detail
