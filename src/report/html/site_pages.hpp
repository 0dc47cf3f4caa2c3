// The pages of a site that are about many threads.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "report/html/site.hpp"

namespace rejoinder::report {

/// A person over all threads of a site.
struct SitePerson {
    std::string_view forum;
    std::string_view name;
    const std::vector<Appearance>* threads = nullptr;
    Appearance sum;          // of the numbers
    std::uint32_t page = 0;  // people/N.html; 0 for those who appear in one thread
};

/// Most threads first, then most posts, then by name.
std::vector<SitePerson> site_people(
    const std::map<std::pair<std::string, std::string>, std::vector<Appearance>>& people);

std::string index_page(const std::vector<ThreadEntry>& threads);
std::string people_page(const std::vector<SitePerson>& people, const std::vector<ThreadEntry>& threads);
std::string person_page(const SitePerson& person, const std::vector<ThreadEntry>& threads);

}  // namespace rejoinder::report
