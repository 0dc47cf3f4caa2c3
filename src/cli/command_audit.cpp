#include "cli/command_audit.hpp"

#include <fmt/format.h>

#include "base/digest.hpp"
#include "cli/audit.hpp"
#include "cli/messages.hpp"
#include "cli/output.hpp"

namespace rejoinder::cli {

int run_audit_verify(const Arguments& arguments) {
    const auto differences = audit_differences(arguments.file);
    if (!differences) return give_up(differences.error());
    std::string text;
    for (const std::string& difference : *differences) text += difference + '\n';
    if (differences->empty()) text = "Nothing has been changed, added or removed since the bundle was written.\n";
    const auto written = write_standard_output(text);
    if (!written) return give_up(written.error());
    return differences->empty() ? done : could_not_process;
}

}  // namespace rejoinder::cli
