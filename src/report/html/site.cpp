#include "report/html/site.hpp"

#include "report/html/assets.hpp"
#include "report/html/page.hpp"
#include "report/html/report.hpp"
#include "report/html/site_pages.hpp"

namespace rejoinder::report {
namespace {

/// Replies between two known people, by person.
struct Exchanged {
    std::vector<std::uint32_t> sent, received;

    explicit Exchanged(const Measures& measures) : sent(measures.people.size()), received(measures.people.size()) {
        for (const PeopleEdge& edge : measures.exchanges) {
            if (edge.from == edge.to) continue;
            sent[edge.from] += edge.replies;
            received[edge.to] += edge.replies;
        }
    }
};

}  // namespace

SiteFile Site::add(const Analysis& analysis, std::string_view name) {
    const auto thread = static_cast<std::uint32_t>(threads_.size());
    threads_.push_back(thread_entry(analysis, name));
    const auto& people = analysis.measures.people;
    const Exchanged replies(analysis.measures);
    for (std::uint32_t i = 0; i < people.size(); ++i) {
        people_[{analysis.thread.forum, people[i].name}].push_back(
            {thread, i + 1, static_cast<std::uint32_t>(people[i].posts.size()),
             static_cast<std::uint32_t>(people[i].ghosts.size()), replies.sent[i], replies.received[i]});
    }
    return {"threads/" + std::string(name) + ".html", html_page(analysis, true)};
}

Result<void> Site::finish(const std::function<Result<void>(const SiteFile&)>& write) const {
    const std::vector<SitePerson> people = site_people(people_);
    for (const SitePerson& person : people) {
        if (person.page == 0) continue;
        const SiteFile file{"people/" + std::to_string(person.page) + ".html", person_page(person, threads_)};
        if (const auto done = write(file); !done) return done;
    }
    const SiteFile shared[] = {
        {"people.html", people_page(people, threads_)},
        {"assets/" + std::string(style_file), std::string(page_style.text)},
        {"assets/" + std::string(script_file), std::string(page_script.text)},
        {"index.html", index_page(threads_)},
    };
    for (const SiteFile& file : shared) {
        if (const auto done = write(file); !done) return done;
    }
    return {};
}

}  // namespace rejoinder::report
