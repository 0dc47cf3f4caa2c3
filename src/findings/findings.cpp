#include "rejoinder/findings.hpp"

#include "findings/camps.hpp"
#include "findings/contested_passage.hpp"
#include "findings/disputes.hpp"
#include "findings/key_terms.hpp"
#include "findings/moderation.hpp"
#include "findings/phrase_books.hpp"
#include "findings/residual_quotes.hpp"
#include "findings/roles.hpp"

namespace rejoinder {
namespace {

std::vector<AlteredQuote> find_altered_quotes(const Resolution& resolution) {
    std::vector<AlteredQuote> altered;
    for (std::uint32_t post = 0; post < resolution.posts.size(); ++post) {
        const std::vector<ResolvedQuote>& quotes = resolution.posts[post].quotes;
        for (std::uint32_t quote = 0; quote < quotes.size(); ++quote) {
            if (quotes[quote].match == Match::altered) altered.push_back({post, quote});
        }
    }
    return altered;
}

}  // namespace

Findings find(const Thread& thread, const Resolution& resolution, const Measures& measures, const ProfileSet& profiles,
              Diagnostics& diagnostics) {
    const detail::PhraseBooks books = detail::books_of(thread, profiles);
    Findings findings;
    findings.moderation = detail::find_moderation(thread, resolution, books, diagnostics);
    findings.roles = detail::find_roles(thread, findings.moderation);
    findings.residual_quotes = detail::find_residual_quotes(resolution);
    findings.contested = detail::find_contested_passage(resolution);
    findings.altered_quotes = find_altered_quotes(resolution);
    findings.key_terms = detail::find_key_terms(thread, resolution, measures.people, books);
    findings.disputes = detail::find_disputes(thread, resolution, measures, findings.moderation);
    findings.camps = detail::find_camps(resolution, measures);
    return findings;
}

}  // namespace rejoinder
