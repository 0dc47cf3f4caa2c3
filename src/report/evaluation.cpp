#include "report/evaluation.hpp"

#include <fmt/format.h>

#include "report/json/values.hpp"
#include "report/names.hpp"

namespace rejoinder::report {
namespace {

double share(std::size_t part, std::size_t whole) {
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

std::string tally_line(std::string_view name, const Tally& tally) {
    return fmt::format("{:<20} precision {:.4f}  recall {:.4f}  F1 {:.4f}  ({} right, {} wrong, {} missed)\n", name,
                       tally.precision(), tally.recall(), tally.f1(), tally.right, tally.wrong, tally.missed);
}

std::string share_line(std::string_view name, std::size_t part, std::size_t whole, std::string_view of) {
    return fmt::format("{:<20} {:.4f}  ({} of {} {})\n", name, share(part, whole), part, whole, of);
}

/// "edges  mean confidence  share right" of one row.
std::string edge_line(std::string_view name, const EdgeShare& edges) {
    return fmt::format("  {:<18} {:>7} edges  confidence {:.3f}  right {:.3f}\n", name, edges.edges,
                       edges.confidence / static_cast<double>(edges.edges), share(edges.right, edges.edges));
}

std::string tenth_name(std::size_t tenth) {
    return fmt::format("0.{} to {}", tenth, tenth == 9 ? "1" : fmt::format("0.{}", tenth + 1));
}

std::string score_text(std::string_view heading, const Score& score) {
    std::string text = fmt::format("{}: {} threads, {} posts\n", heading, score.threads, score.posts);
    text += tally_line("quote edges", score.edges);
    text += tally_line("  to posts", score.edges_to_posts);
    text += tally_line("  to ghosts", score.edges_to_ghosts);
    text += tally_line("nested quotes", score.nested);
    text += tally_line("ghosts, by pairs", score.ghost_pairs);
    text += share_line("exact trees", score.exact_threads, score.threads, "threads");
    text += share_line("authors right", score.recovered_right, score.recovered, "recovered");
    text += share_line("authors recovered", score.recovered, score.unnamed_posts, "posts without a printed author");
    text += share_line("boundary error", score.misplaced_words, score.words, "words");
    text += fmt::format("{:<20} {} edges that rest on quotes of unknown source\n", "left out", score.unknown_edges);
    text += "calibration\n";
    for (std::size_t i = 0; i < score.by_confidence.size(); ++i) {
        if (score.by_confidence[i].edges > 0) text += edge_line(tenth_name(i), score.by_confidence[i]);
    }
    text += "by strongest evidence\n";
    for (const auto& [kind, edges] : score.by_evidence) text += edge_line(evidence_name(kind), edges);
    return text;
}

Json tally_value(const Tally& tally) {
    return object({{"precision", number_value(tally.precision())},
                   {"recall", number_value(tally.recall())},
                   {"f1", number_value(tally.f1())},
                   {"right", tally.right},
                   {"wrong", tally.wrong},
                   {"missed", tally.missed}});
}

Json share_value(std::size_t part, std::size_t whole) {
    return whole == 0 ? Json(nullptr) : number_value(share(part, whole));
}

Json edge_value(const EdgeShare& edges) {
    return object(
        {{"edges", edges.edges},
         {"mean_confidence",
          edges.edges == 0 ? Json(nullptr) : number_value(edges.confidence / static_cast<double>(edges.edges))},
         {"share_right", share_value(edges.right, edges.edges)}});
}

Json score_value(const Score& score) {
    Json calibration = Json::array();
    for (const EdgeShare& tenth : score.by_confidence) calibration.push_back(edge_value(tenth));
    Json evidence = Json::object();
    for (const auto& [kind, edges] : score.by_evidence) evidence[std::string(evidence_name(kind))] = edge_value(edges);
    return object({{"threads", score.threads},
                   {"posts", score.posts},
                   {"edges", tally_value(score.edges)},
                   {"edges_to_posts", tally_value(score.edges_to_posts)},
                   {"edges_to_ghosts", tally_value(score.edges_to_ghosts)},
                   {"nested_quotes", tally_value(score.nested)},
                   {"ghost_pairs", tally_value(score.ghost_pairs)},
                   {"exact_trees", share_value(score.exact_threads, score.threads)},
                   {"authors_right", share_value(score.recovered_right, score.recovered)},
                   {"authors_recovered", share_value(score.recovered, score.unnamed_posts)},
                   {"unnamed_posts", score.unnamed_posts},
                   {"boundary_error", share_value(score.misplaced_words, score.words)},
                   {"words", score.words},
                   {"misplaced_words", score.misplaced_words},
                   {"left_out", score.unknown_edges},
                   {"calibration", std::move(calibration)},
                   {"by_evidence", std::move(evidence)}});
}

Json scores_value(const std::map<std::string, Score>& scores) {
    Json value = Json::object();
    for (const auto& [name, score] : scores) value[name] = score_value(score);
    return value;
}

}  // namespace

std::string write_evaluation_text(const Evaluation& evaluation) {
    std::string text = score_text("All", evaluation.total);
    if (evaluation.by_engine.size() > 1) {
        for (const auto& [engine, score] : evaluation.by_engine) text += '\n' + score_text(engine, score);
    }
    if (evaluation.by_kind.size() > 1) {
        for (const auto& [kind, score] : evaluation.by_kind) text += '\n' + score_text(kind, score);
    }
    return text;
}

std::string write_evaluation_json(const Evaluation& evaluation) {
    Json misses = Json::array();
    for (const Miss& miss : evaluation.misses) {
        misses.push_back(object({{"truth", miss.truth},
                                 {"post", miss.post},
                                 {"expected", miss.expected},
                                 {"got", miss.got},
                                 {"quote", miss.quote}}));
    }
    return dump(object({{"total", score_value(evaluation.total)},
                        {"by_engine", scores_value(evaluation.by_engine)},
                        {"by_kind", scores_value(evaluation.by_kind)},
                        {"misses", std::move(misses)}}),
                2);
}

const std::vector<EvaluationFormat>& evaluation_formats() {
    static const std::vector<EvaluationFormat> formats = {
        {"text", "tables for a person", write_evaluation_text},
        {"json", "the same with every edge that is wrong or missed, for programs", write_evaluation_json},
    };
    return formats;
}

}  // namespace rejoinder::report
