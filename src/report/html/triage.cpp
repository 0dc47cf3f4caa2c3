#include "report/html/triage.hpp"

#include <algorithm>
#include <cmath>

#include "report/text.hpp"
#include "report/words.hpp"

namespace rejoinder::report {
namespace {

constexpr double most_of_a_kind = 10;

/// Adds the points of one kind and its words.
void count_kind(ThreadEntry& entry, std::size_t count, double points, std::string_view one, std::string_view many) {
    if (count == 0) return;
    entry.priority += std::min(most_of_a_kind, static_cast<double>(count) * points);
    if (!entry.why.empty()) entry.why += "; ";
    append_count(entry.why, count, one, many);
}

std::uint32_t count_removals(const Findings& findings) {
    return static_cast<std::uint32_t>(
        std::count_if(findings.moderation.begin(), findings.moderation.end(),
                      [](const ModerationEvent& event) { return event.kind == ModerationKind::removal; }));
}

std::size_t doubtful_replies(const Resolution& resolution) {
    return static_cast<std::size_t>(
        std::count_if(resolution.replies.begin(), resolution.replies.end(),
                      [](const Reply& reply) { return reply.confidence < doubtful_below; }));
}

}  // namespace

ThreadEntry thread_entry(const Analysis& analysis, std::string_view name) {
    ThreadEntry entry;
    entry.title = analysis.thread.title.empty() ? "A thread without a title" : analysis.thread.title;
    entry.forum = analysis.thread.forum;
    entry.name = name;
    entry.posts = static_cast<std::uint32_t>(analysis.thread.posts.size());
    entry.people = static_cast<std::uint32_t>(analysis.measures.people.size());
    entry.removals = count_removals(analysis.findings);
    entry.residual_quotes = static_cast<std::uint32_t>(analysis.findings.residual_quotes.size());
    entry.altered_quotes = static_cast<std::uint32_t>(analysis.findings.altered_quotes.size());
    entry.heat = analysis.findings.heat.value;
    entry.pile_ons = static_cast<std::uint32_t>(analysis.findings.pile_ons.size());
    if (entry.heat && *entry.heat >= 1) {
        entry.priority += *entry.heat / 10;
        entry.why += "heat ";
        append_integer(entry.why, static_cast<std::int64_t>(*entry.heat + 0.5));
    }
    count_kind(entry, entry.pile_ons, 3, "pile-on", "pile-ons");
    count_kind(entry, entry.residual_quotes, 2, "post gone and still quoted", "posts gone and still quoted");
    count_kind(entry, entry.removals, 1, "removal", "removals");
    count_kind(entry, entry.altered_quotes, 1, "quote that differs from its source",
               "quotes that differ from their source");
    count_kind(entry, analysis.findings.unanswered.size(), 0.5, "question without an answer",
               "questions without an answer");
    count_kind(entry, doubtful_replies(analysis.resolution), 0.2, "doubtful reply", "doubtful replies");
    entry.priority = std::floor(entry.priority * 10 + 0.5) / 10;  // as it is shown
    return entry;
}

}  // namespace rejoinder::report
