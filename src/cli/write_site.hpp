// A run that writes a site: threads are analysed one after the other, and none is kept.
#pragma once

#include "cli/job.hpp"

namespace rejoinder::cli {

/// Does a job whose `site` is set, and returns the exit code. A thread's files are written before the next thread is
/// analysed; the index comes last.
int write_site(const Job& job, const ProfileSet& profiles);

}  // namespace rejoinder::cli
