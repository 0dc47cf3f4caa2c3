#include "cli/command_evaluate.hpp"

#include <fmt/format.h>

#include "cli/job.hpp"
#include "cli/messages.hpp"
#include "cli/output.hpp"
#include "report/evaluation.hpp"

namespace rejoinder::cli {
namespace {

Result<const report::EvaluationFormat*> format_of(const std::string& name) {
    if (name.empty()) return &report::evaluation_formats().front();
    std::vector<std::string> names;
    for (const report::EvaluationFormat& format : report::evaluation_formats()) {
        if (format.name == name) return &format;
        names.emplace_back(format.name);
    }
    return no_such_format("format of an evaluation", name, names);
}

/// One truth file's thread. The exit code says what was wrong with it; what is wrong has been said.
int evaluate_file(const std::string& path, const ProfileSet& profiles, Evaluation& evaluation) {
    const auto truth = read_truth(path);
    if (!truth) return give_up(truth.error());
    if (const auto known = check_forum(profiles, truth->forum); !known) return give_up(known.error());
    const Analyses read = read_and_analyze(truth->pages, truth->forum, profiles);
    if (read.threads.empty()) {
        complain(fmt::format("{}: its pages hold no thread; \"pages\" names them relative to the truth file.", path));
        return could_not_process;
    }
    if (read.threads.size() > 1) {
        complain(fmt::format("{}: its pages hold {} threads, and a truth file is about one; name the pages of one.",
                             path, read.threads.size()));
        return could_not_process;
    }
    const Analysis& analysis = read.threads.front();
    if (analysis.thread.posts.size() != truth->posts.size()) {
        complain(
            fmt::format("{}: its pages hold {} posts, and the truth has {}; posts are told by their keys, else by "
                        "their places, so that the rest may count as wrong.",
                        path, analysis.thread.posts.size(), truth->posts.size()));
    }
    evaluation += evaluate(*truth, analysis);
    return done;
}

}  // namespace

int run_evaluate(const Arguments& arguments) {
    const auto format = format_of(arguments.evaluation_format);
    if (!format) return give_up(format.error());
    const auto profiles = load_profiles(arguments);
    if (!profiles) return give_up_as_wrong(profiles.error());
    Evaluation evaluation;
    int worst = done;
    for (const std::string& path : arguments.paths) {
        if (const int code = evaluate_file(path, *profiles, evaluation); code != done) worst = code;
    }
    if (evaluation.total.threads == 0) return worst;
    const Result<bool> written = write_standard_output((*format)->write(evaluation));
    if (!written) return give_up(written.error());
    return worst;
}

}  // namespace rejoinder::cli
