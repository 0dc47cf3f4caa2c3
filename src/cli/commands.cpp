#include "cli/commands.hpp"

#include "cli/command_analyze.hpp"
#include "cli/command_compare.hpp"
#include "cli/command_evaluate.hpp"
#include "cli/command_explain.hpp"
#include "cli/command_extract.hpp"
#include "cli/command_profile.hpp"
#include "cli/command_run.hpp"
#include "cli/command_split.hpp"

namespace rejoinder::cli {
namespace {

constexpr std::string_view run_example =
    "  rejoinder run config/runs/thai-visa.toml\n\n"
    "A run file; its relative paths count from its own folder:\n"
    "  inputs = [\"page-1.html\", \"more-pages/\"]\n"
    "  forum = \"asean-now\"  # without it detection chooses\n"
    "  [output]\n"
    "  folder = \"reports\"   # without it to standard output\n"
    "  formats = [\"markdown\", \"json\"]";

}  // namespace

const std::vector<Command>& commands() {
    using enum Argument;
    static const std::vector<Command> table = {
        {"",
         "analyze",
         "Rebuild who answered whom on forum pages and write a report.",
         "  rejoinder analyze page-1.html page-2.html --format json\n"
         "  rejoinder analyze saved-pages/ -o reports/",
         {paths, forum, format, output, strict},
         run_analyze},
        {"",
         "run",
         "Do what a run file says: its inputs, its forum, its reports.",
         run_example,
         {run_file, strict},
         run_run},
        {"",
         "extract",
         "Print every post of forum pages, as printed and with nothing inferred: as lines of JSON, or as text.",
         "  rejoinder extract page.html | head -1\n"
         "  rejoinder extract page.html --format text",
         {paths, forum, post_format},
         run_extract},
        {"",
         "explain",
         "Say everything concluded about one post, each with its evidence, in sentences.",
         "  rejoinder explain page.html --post 4",
         {paths, forum, post},
         run_explain},
        {"",
         "split",
         "Say which posts have to move if a post gets a thread of its own, and which replies and quotes that breaks.",
         "  rejoinder split page-1.html page-2.html --post 4",
         {paths, forum, post, plain_format},
         run_split},
        {"",
         "compare",
         "Say what changed between two captures of one thread: posts deleted, edited and added, locks and reactions.",
         "  rejoinder compare monday.html friday.html\n"
         "  rejoinder compare 'monday/*.html' 'friday/*.html' --format json",
         {captures, forum, plain_format},
         run_compare},
        {"",
         "evaluate",
         "Hold what is concluded about pages against the truth about them: how much is right, wrong and missed.",
         "  rejoinder evaluate truth.json\n"
         "  rejoinder evaluate threads/*.json --format json",
         {truths, evaluation_format},
         run_evaluate},
        {"profile",
         "list",
         "List the profiles: the forums and engines that Rejoinder can read.",
         "  rejoinder profile list",
         {},
         run_profile_list},
        {"profile",
         "show",
         "Print a profile as its file says it, and those that it extends.",
         "  rejoinder profile show asean-now",
         {profile_name},
         run_profile_show},
        {"profile",
         "keys",
         "Say what each key of a profile means, as tables in Markdown.",
         "  rejoinder profile keys",
         {},
         run_profile_keys},
        {"profile",
         "check",
         "Try a profile file on pages: what was found, selector by selector and pattern by pattern.",
         "  rejoinder profile check my-forum.toml page-1.html page-2.html",
         {profile_file, paths},
         run_profile_check},
        {"profile",
         "infer",
         "Draft a profile from pages that no profile knows, for a person to check and complete.",
         "  rejoinder profile infer page-1.html page-2.html > my-forum.toml",
         {paths},
         run_profile_infer},
    };
    return table;
}

const std::vector<CommandGroup>& command_groups() {
    static const std::vector<CommandGroup> groups = {
        {"profile", "Look at profiles, which say how a forum prints its pages, and try a new one."},
    };
    return groups;
}

}  // namespace rejoinder::cli
