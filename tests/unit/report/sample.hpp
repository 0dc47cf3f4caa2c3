// An Analysis made by hand: a thread of six posts and one ghost, with one of everything that a report speaks of.
#pragma once

#include <cstdint>
#include <string>
#include <utility>

#include "rejoinder/report.hpp"

namespace rejoinder::test {

inline std::uint32_t add_post(Analysis& analysis, const std::string& author, const std::string& text,
                              std::uint32_t words, NameSource source = NameSource::printed) {
    Post post;
    if (source == NameSource::printed) post.author = author;
    post.body.push_back({text});
    analysis.thread.posts.push_back(post);
    ResolvedPost resolved;
    resolved.text = text;
    resolved.words = words;
    resolved.author.name = author;
    resolved.author.source = author.empty() ? NameSource::unknown : source;
    analysis.resolution.posts.push_back(resolved);
    analysis.resolution.timeline.posts.emplace_back();
    analysis.findings.roles.emplace_back();
    return static_cast<std::uint32_t>(analysis.thread.posts.size() - 1);
}

inline ResolvedQuote quote_of(const std::string& author, const std::string& age, Ref source, const std::string& text,
                              std::uint32_t words, Match match) {
    ResolvedQuote quote;
    quote.author = author;
    quote.time.text = age;
    quote.time.age = SecondsRange{3 * 3600, 4 * 3600};
    quote.source = source;
    quote.text = text;
    quote.words = words;
    quote.match = match;
    quote.agreement = 1;
    quote.boundary = BoundaryEvidence::shared_quote;
    return quote;
}

inline void add_reply(Analysis& analysis, std::uint32_t from, Ref to, std::vector<Evidence> evidence, double confidence,
                      bool primary = true) {
    analysis.resolution.replies.push_back({from, to, std::move(evidence), confidence, primary});
}

inline const MeasureInfo& sample_measure(MeasureScope scope) {
    static const MeasureInfo of_thread{"depth", "depth", MeasureScope::thread, "replies", "The longest way down.", "-"};
    static const MeasureInfo of_person{"replies_sent", "replies sent", MeasureScope::person,
                                       "replies",      "Answers.",     "-"};
    return scope == MeasureScope::thread ? of_thread : of_person;
}

inline MeasureValue measured(MeasureScope scope, double value) {
    MeasureValue measure;
    measure.info = &sample_measure(scope);
    measure.value = value;
    return measure;
}

inline void add_quarrel_replies(Analysis& analysis) {
    auto& posts = analysis.resolution.posts;
    const std::string gone = "Cats are better.\n\nThey wash themselves.";
    posts[1].quotes.push_back(quote_of("Mia", "3 hours ago", ghost_ref(0), gone, 6, Match::whole));
    posts[1].quotes[0].boundary_witnesses = {2};
    posts[2].quotes.push_back(quote_of("Mia", "5 hours ago", ghost_ref(0), "Cats are better.", 3, Match::excerpt));
    posts[2].quotes[0].boundary_witnesses = {1};
    posts[2].quotes[0].boundary_ambiguous = true;
    posts[4].quotes.push_back(quote_of("Bo", "7 minutes ago", post_ref(2), "Dogs obey.", 2, Match::whole));
    posts[4].quotes[0].boundary = BoundaryEvidence::known_post;
    posts[4].quotes[0].boundary_witnesses = {2};
    const auto named = [](std::uint32_t words) {
        return std::vector<Evidence>{{EvidenceKind::shared_quote, 0, words}, {EvidenceKind::attributed_author, 0, 0}};
    };
    add_reply(analysis, 1, ghost_ref(0), named(3), 0.98);
    add_reply(analysis, 2, ghost_ref(0), named(3), 0.7);
    add_reply(analysis, 4, post_ref(2), {{EvidenceKind::quoted_text, 0, 2}, {EvidenceKind::attributed_author, 0, 0}},
              0.97);
    add_reply(analysis, 4, post_ref(0), {{EvidenceKind::parent_id, 0, 0}}, 1, false);
}

inline void add_quarrel_findings(Analysis& analysis) {
    Findings& findings = analysis.findings;
    findings.roles[3] = {"moderator", NameSource::inferred, "states a removal"};
    ModerationEvent& removal = findings.moderation.emplace_back();
    removal.post = 3;
    removal.object = "a post";
    removal.reason = "was rude";
    removal.warning = "Next time you go.";
    removal.sentence = "Removed a post that was rude.";
    removal.may_explain = {0};
    findings.residual_quotes.push_back({ghost_ref(0), {1, 2}, 6, 2, 1, {{1, 0, 6}, {2, 0, 3}}, 2, {}});
    findings.contested = ContestedPassage{ghost_ref(0), "Cats are better.", {1, 2}};
    findings.key_terms = {"cats", "dogs"};
}

inline void add_quarrel_measures(Analysis& analysis) {
    Measures& measures = analysis.measures;
    measures.thread = {measured(MeasureScope::thread, 2.0 / 3)};
    measures.posts.resize(analysis.thread.posts.size());
    measures.people = {{"Ann", NameSource::printed, {0}, {}, {measured(MeasureScope::person, 0)}},
                       {"Bo", NameSource::inferred, {2}, {}, {measured(MeasureScope::person, 1)}},
                       {"Mia", NameSource::inferred, {}, {0}, {measured(MeasureScope::person, 0)}}};
    measures.exchanges = {{1, 2, 1}};
    measures.chains = {{ghost_ref(0), post_ref(2), post_ref(4)}};
}

/// Cats or dogs: posts 2 and 3 quote a post of Mia's that is gone, post 5 quotes post 3 under the name Bo, post 4 is a
/// moderator's notice. Times count from the ghost.
inline Analysis quarrel() {
    Analysis analysis;
    Thread& thread = analysis.thread;
    thread.title = "Cats or dogs";
    thread.forum = "Pets";
    thread.engine = "Invision Community";
    thread.profile = "invision";
    thread.origins = {"pets.txt"};
    add_post(analysis, "Ann", "Which is better?", 3);
    add_post(analysis, "", "No.", 1);
    add_post(analysis, "Bo", "Dogs obey.", 2, NameSource::inferred);
    analysis.resolution.posts[2].author.witnesses = {4};
    add_post(analysis, "", "Removed a post that was rude. Next time you go.", 10);
    add_post(analysis, "", "So they do.", 3);
    add_post(analysis, "", "image.png Cats or dogs?", 4);
    thread.posts[0].author_place = "the byline above the first post";
    thread.posts[1].reactions = {{"Like", 2}, {"Haha", 1}};
    analysis.resolution.ghosts.push_back({"Mia", "", "Cats are better.\n\nThey wash themselves.", 6, {1, 2}});
    analysis.resolution.timeline.ghosts.push_back({0, 0});
    analysis.resolution.timeline.anchor = ghost_ref(0);
    analysis.resolution.timeline.posts[1] = {3 * 3600, 4 * 3600};
    analysis.resolution.timeline.posts[0] = {std::nullopt, 4 * 3600};
    add_quarrel_replies(analysis);
    add_quarrel_findings(analysis);
    add_quarrel_measures(analysis);
    return analysis;
}

inline std::string written_as(std::string_view format, const Analysis& analysis) {
    return find_report_format(format)->write(analysis);
}

}  // namespace rejoinder::test
