#include "cli/command_measures.hpp"

#include "cli/messages.hpp"
#include "cli/output.hpp"
#include "report/measures_table.hpp"

namespace rejoinder::cli {

int run_measures(const Arguments& /*arguments*/) {
    const Result<bool> written = write_standard_output(report::measures_page());
    return written ? done : give_up(written.error());
}

}  // namespace rejoinder::cli
