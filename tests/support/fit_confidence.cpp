// Fits the weights of src/resolve/confidence.cpp, or with --adjacency those of src/resolve/adjacency.cpp, on threads
// whose truth is known, and prints the tables anew. Threads whose file begins with an even number are fitted on; on the
// others the result is checked. Every reply weighs the same.
//
// usage: fit_confidence [--adjacency] TRUTH…
#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cmath>
#include <filesystem>
#include <iostream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "rejoinder/evaluate.hpp"
#include "resolve/adjacency.hpp"
#include "resolve/confidence.hpp"

namespace {

using namespace rejoinder;

/// One choice among options, of which some are right: a reply is right or not; a parent is one of the posts before.
struct Choice {
    std::string kind;
    bool check = false;                        // kept for checking
    std::vector<std::vector<double>> options;  // facts of each
    std::vector<bool> right;
};

constexpr double ridge = 0.5;  // keeps weights finite where a fact never fails
constexpr int rounds = 30;

/// Solves a x = b by elimination with the largest pivot.
std::vector<double> solve(std::vector<std::vector<double>> a, std::vector<double> b) {
    const std::size_t n = b.size();
    for (std::size_t i = 0; i < n; ++i) {
        std::size_t pivot = i;
        for (std::size_t k = i + 1; k < n; ++k) {
            if (std::abs(a[k][i]) > std::abs(a[pivot][i])) pivot = k;
        }
        std::swap(a[i], a[pivot]);
        std::swap(b[i], b[pivot]);
        for (std::size_t k = i + 1; k < n; ++k) {
            const double factor = a[k][i] / a[i][i];
            for (std::size_t j = i; j < n; ++j) a[k][j] -= factor * a[i][j];
            b[k] -= factor * b[i];
        }
    }
    for (std::size_t i = n; i-- > 0;) {
        for (std::size_t j = i + 1; j < n; ++j) b[i] -= a[i][j] * b[j];
        b[i] /= a[i][i];
    }
    return b;
}

std::vector<double> shares(const Choice& choice, const std::vector<double>& weights) {
    std::vector<double> result;
    double most = -1e300;
    for (const auto& option : choice.options) {
        double sum = 0;
        for (std::size_t i = 0; i < weights.size(); ++i) sum += weights[i] * option[i];
        result.push_back(sum);
        most = std::max(most, sum);
    }
    double all = 0;
    for (double& one : result) all += one = std::exp(one - most);
    for (double& one : result) one /= all;
    return result;
}

/// Newton's method on the likelihood of the right options.
std::vector<double> fit(const std::vector<Choice>& choices, std::size_t facts) {
    std::vector<double> weights(facts, 0.0);
    for (int round = 0; round < rounds; ++round) {
        std::vector<double> slope(facts);
        std::vector<std::vector<double>> bend(facts, std::vector<double>(facts));
        for (std::size_t i = 0; i < facts; ++i) slope[i] = -ridge * weights[i], bend[i][i] = ridge;
        for (const Choice& choice : choices) {
            if (choice.check) continue;
            const std::vector<double> share = shares(choice, weights);
            double hit = 0;
            for (std::size_t k = 0; k < share.size(); ++k) hit += choice.right[k] ? share[k] : 0;
            if (hit <= 0) continue;
            std::vector<double> mean(facts), aim(facts);
            for (std::size_t k = 0; k < share.size(); ++k) {
                for (std::size_t i = 0; i < facts; ++i) {
                    mean[i] += share[k] * choice.options[k][i];
                    if (choice.right[k]) aim[i] += share[k] / hit * choice.options[k][i];
                }
            }
            for (std::size_t i = 0; i < facts; ++i) {
                slope[i] += aim[i] - mean[i];
                for (std::size_t j = 0; j < facts; ++j) {
                    double sum = 0;
                    for (std::size_t k = 0; k < share.size(); ++k)
                        sum += share[k] * (choice.options[k][i] - mean[i]) * (choice.options[k][j] - mean[j]);
                    bend[i][j] += sum;
                }
            }
        }
        const std::vector<double> step = solve(bend, slope);
        double length = 0;
        for (const double one : step) length = std::max(length, std::abs(one));
        for (std::size_t i = 0; i < facts; ++i) weights[i] += step[i] * std::min(1.0, 2.0 / length);
    }
    return weights;
}

/// Of the best option, but `elsewhere`, the last of the options if there is such a one.
struct Tenth {
    std::size_t n = 0, right = 0;
    double sum = 0;
};

void check(const std::vector<Choice>& choices, const std::vector<double>& weights, bool parents) {
    std::map<std::string, std::array<Tenth, 10>> tables;
    for (const Choice& choice : choices) {
        const std::vector<double> share = shares(choice, weights);
        std::size_t best = 0;
        if (parents) {
            for (std::size_t k = 1; k + 1 < share.size(); ++k) best = share[k] > share[best] ? k : best;
        }
        const auto tenth = std::min<std::size_t>(9, static_cast<std::size_t>(share[best] * 10));
        for (const std::string& name : {choice.kind + (choice.check ? ", checked" : ", fitted"), std::string("all")}) {
            Tenth& row = tables[name][tenth];
            ++row.n;
            row.sum += share[best];
            row.right += choice.right[best] ? 1 : 0;
        }
    }
    for (const auto& [name, rows] : tables) {
        std::cout << name << '\n';
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (rows[i].n == 0) continue;
            const auto n = static_cast<double>(rows[i].n);
            const double right = static_cast<double>(rows[i].right) / n;
            std::cout << fmt::format("  {:.1f}  {:>6}  mean {:.3f}  right {:.3f}{}\n", static_cast<double>(i) / 10,
                                     rows[i].n, rows[i].sum / n, right,
                                     std::abs(rows[i].sum / n - right) > 0.05 ? "  *" : "");
        }
    }
}

template <class Rows, class Facts>
std::vector<double> values(const Rows& rows, const Facts& facts) {
    std::vector<double> all;
    for (const auto& row : rows) all.push_back(row.value(facts));
    return all;
}

void add_replies(const Truth& truth, const Analysis& analysis, bool keep, std::vector<Choice>& to_posts,
                 std::vector<Choice>& to_ghosts) {
    const Resolution& resolution = analysis.resolution;
    const FactsFinder finder(analysis.thread, resolution.posts, resolution.ghosts);
    for (const JudgedEdge& edge : evaluate(truth, analysis).judged) {
        const Reply& reply = resolution.replies[edge.reply];
        std::set<std::uint32_t> quotes;
        for (const Evidence& evidence : reply.evidence) {
            if (evidence.kind != EvidenceKind::parent_id) quotes.insert(evidence.quote);
        }
        const std::vector<std::uint32_t> list(quotes.begin(), quotes.end());
        if (list.empty()) continue;
        const ReplyFacts facts = finder.of(reply.from, reply.to, list);
        if (facts.by_id) continue;
        const std::vector<double> right =
            facts.to_ghost ? values(rows_to_ghosts(), facts) : values(rows_to_posts(), facts);
        (facts.to_ghost ? to_ghosts : to_posts)
            .push_back({truth.kind, keep, {right, std::vector<double>(right.size())}, {edge.right, !edge.right}});
    }
}

/// What posts quote stands for what they answer; the quotes themselves are hidden, since only own words are compared.
void add_parents(const Truth& truth, const Analysis& analysis, bool keep, std::vector<Choice>& choices) {
    const auto& posts = analysis.resolution.posts;
    if (posts.size() != truth.posts.size()) return;
    const NearnessFinder finder(posts, analysis.resolution.replies);
    for (std::uint32_t post = 1; post < posts.size(); ++post) {
        std::set<std::uint32_t> sources;
        for (const TrueQuote& quote : truth.posts[post].quotes) {
            if (quote.depth == 1 && quote.source.kind == TrueSource::Kind::post) sources.insert(quote.source.index);
        }
        if (sources.empty()) continue;
        Choice choice{truth.kind, keep, {}, {}};
        bool any = false;
        for (const Nearness& candidate : finder.of(post)) {
            choice.options.push_back(values(rows_of_nearness(), candidate));
            const bool right = candidate.farther < 1 && sources.contains(post - std::uint32_t(candidate.distance));
            choice.right.push_back(right);
            any |= right;
        }
        choice.right.back() = !any;
        choices.push_back(std::move(choice));
    }
}

template <class Rows>
void print(std::string_view name, const Rows& rows, const std::vector<double>& weights) {
    std::cout << name << '\n';
    for (std::size_t i = 0; i < rows.size(); ++i) {
        std::cout << fmt::format("    \"{}\": {:.3f}\n", rows[i].fact, weights[i]);
    }
}

template <class Rows>
void fit_and_print(std::string_view name, const Rows& rows, const std::vector<Choice>& choices, bool parents) {
    const std::vector<double> weights = fit(choices, rows.size());
    print(name, rows, weights);
    check(choices, weights, parents);
}

}  // namespace

int main(int argc, char** argv) {
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    const bool parents = !arguments.empty() && arguments.front() == "--adjacency";
    const auto profiles = ProfileSet::load(REJOINDER_ROOT "/config");
    if (!profiles) return 1;
    std::vector<Choice> to_posts, to_ghosts, adjacent;
    for (std::size_t i = parents ? 1 : 0; i < arguments.size(); ++i) {
        const auto truth = read_truth(arguments[i]);
        if (!truth) return 1;
        ExtractOptions options;
        options.forum = truth->forum;
        const Analyses read = analyze_paths(truth->pages, *profiles, options);
        if (read.threads.size() != 1) continue;
        const std::string name = std::filesystem::path(arguments[i]).filename().string();
        unsigned number = 0;
        std::from_chars(name.data(), name.data() + name.size(), number);
        const bool keep = number % 2 == 1;
        if (parents) {
            add_parents(*truth, read.threads.front(), keep, adjacent);
        } else {
            add_replies(*truth, read.threads.front(), keep, to_posts, to_ghosts);
        }
    }
    if (parents) {
        fit_and_print("parents", rows_of_nearness(), adjacent, true);
    } else {
        fit_and_print("to posts", rows_to_posts(), to_posts, false);
        fit_and_print("to ghosts", rows_to_ghosts(), to_ghosts, false);
    }
}
