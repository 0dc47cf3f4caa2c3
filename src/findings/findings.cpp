#include "rejoinder/findings.hpp"

#include "findings/camps.hpp"
#include "findings/challenges.hpp"
#include "findings/contested_passage.hpp"
#include "findings/disputes.hpp"
#include "findings/heat.hpp"
#include "findings/key_terms.hpp"
#include "findings/moderation.hpp"
#include "findings/one_sidedness.hpp"
#include "findings/phrase_books.hpp"
#include "findings/pile_ons.hpp"
#include "findings/quote_faults.hpp"
#include "findings/reach.hpp"
#include "findings/residual_quotes.hpp"
#include "findings/roles.hpp"
#include "findings/topics.hpp"
#include "profile/profile.hpp"

namespace rejoinder {
Findings find(const Thread& thread, const Resolution& resolution, const Measures& measures, const ProfileSet& profiles,
              Diagnostics& diagnostics) {
    const detail::PhraseBooks books = detail::books_of(thread, profiles);
    Findings findings;
    const Profile* profile = profiles.find(thread.profile);
    const bool others_edit = profile != nullptr && profile->others_edit;
    const detail::Writers writers = detail::writers_of(measures, resolution);
    const detail::PostTimes times = detail::post_times(resolution.timeline);
    const std::vector<std::uint32_t> below = detail::posts_below(resolution);
    findings.moderation = detail::find_moderation(thread, resolution, books, others_edit, diagnostics);
    detail::add_reach(thread, resolution, times, below, findings.moderation);
    findings.roles = detail::find_roles(thread, findings.moderation);
    findings.residual_quotes = detail::find_residual_quotes(thread, resolution, below);
    findings.contested = detail::find_contested_passage(resolution);
    findings.altered_quotes = detail::find_quote_faults(thread, resolution, measures, writers);
    findings.pile_ons = detail::find_pile_ons(thread, resolution, measures, writers, times);
    findings.unanswered = detail::find_unanswered(resolution, measures, writers, times, books);
    findings.one_sidedness = detail::find_one_sidedness(resolution, measures);
    findings.heat = detail::measure_heat(thread, resolution, writers, findings.moderation, books);
    findings.key_terms = detail::find_key_terms(thread, resolution, measures.people, books);
    const std::vector<detail::Stance> stances =
        detail::read_stances(thread, resolution, detail::replies_between_people(resolution, measures.people), books);
    findings.disputes = detail::find_disputes(resolution, measures, stances, findings.moderation);
    if (!findings.disputes.empty() || resolution.posts.size() >= detail::fewest_posts_for_topics) {
        const detail::PostTerms terms = detail::terms_of_posts(thread, resolution, measures.people, books);
        for (Dispute& dispute : findings.disputes) dispute.key_terms = detail::terms_apart(terms, dispute.posts);
        findings.topics = detail::find_topics(resolution, terms);
    }
    findings.camps = detail::find_camps(stances, measures.people.size());
    return findings;
}

}  // namespace rejoinder
