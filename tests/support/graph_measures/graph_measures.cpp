// Measures threads that are given as bare graphs, for the comparison with other programs.
//
// Standard input holds a post a line, "WRITER PARENT…": the writer's name without spaces ("-" for an unknown one), and
// the numbers, from 0, of the earlier posts that it answers, the primary one first. An empty line ends a thread. For
// each thread one line of JSON with all measures at full precision goes to standard output. `graph_measures PIVOTS`
// adds "sampled": betweenness from that many pivots as [value, error]. `graph_measures time` prints instead what each
// part takes of the processor, in seconds.
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <iostream>
#include <sstream>
#include <string>
#include <utility>

#include "measure/centrality.hpp"
#include "measure/components.hpp"
#include "measure/forest.hpp"
#include "rejoinder/measure.hpp"

namespace {

using namespace rejoinder;

struct Read {
    Thread thread;
    Resolution resolution;
};

void add_post(const std::string& line, Read& read) {
    std::istringstream words(line);
    std::string writer;
    words >> writer;
    read.thread.posts.emplace_back();
    ResolvedAuthor& author = read.resolution.posts.emplace_back().author;
    if (writer != "-") author = {writer, NameSource::printed, {}, {}};
    Reply reply;
    reply.from = static_cast<std::uint32_t>(read.resolution.posts.size() - 1);
    reply.confidence = 1;
    reply.primary = true;
    for (std::size_t parent = 0; words >> parent; reply.primary = false) {
        reply.to = post_ref(parent);
        read.resolution.replies.push_back(reply);
    }
}

void print_values(const std::vector<MeasureValue>& values) {
    for (const MeasureValue& value : values) {
        std::printf("%s\"%s\": ", &value == values.data() ? "{" : ", ", std::string(value.info->key).c_str());
        if (value.value) {
            std::printf("%.17g", *value.value);
        } else {
            std::printf("null");
        }
    }
    std::printf("}");
}

double seconds() {
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

/// Of one of as many rounds as fill a tenth of a second.
template <class Work>
double seconds_of(Work&& work) {
    const double begin = seconds();
    int rounds = 0;
    for (; rounds == 0 || seconds() - begin < 0.1; ++rounds) work();
    return (seconds() - begin) / rounds;
}

void print_sampled(const Measures& measures, const detail::Betweenness& sampled) {
    std::printf(", \"sampled\": {");
    for (std::size_t person = 0; person < sampled.values.size(); ++person) {
        std::printf("%s\"%s\": [%.17g, %.17g]", person > 0 ? ", " : "", measures.people[person].name.c_str(),
                    sampled.values[person], sampled.errors[person]);
    }
    std::printf("}");
}

detail::PeopleGraph people_graph(const Read& read) {
    return detail::build_people_graph(detail::cast_of(read.thread, read.resolution), build_post_graph(read.resolution));
}

void print_measures(const Read& read, std::uint32_t pivots) {
    const Measures measures = measure(read.thread, read.resolution);
    std::printf("{\"thread\": ");
    print_values(measures.thread);
    std::printf(", \"posts\": [");
    for (std::size_t post = 0; post < measures.posts.size(); ++post) {
        if (post > 0) std::printf(", ");
        print_values(measures.posts[post]);
    }
    std::printf("], \"people\": {");
    for (const Person& person : measures.people) {
        std::printf("%s\"%s\": ", &person == measures.people.data() ? "" : ", ", person.name.c_str());
        print_values(person.measures);
    }
    std::printf("}");
    if (pivots > 0) print_sampled(measures, detail::betweenness(people_graph(read), pivots));
    std::printf("}\n");
}

void print_times(const Read& read) {
    const detail::PeopleGraph people = people_graph(read);
    const PostGraph posts = build_post_graph(read.resolution);
    const std::pair<const char*, double> times[] = {
        {"all", seconds_of([&] { measure(read.thread, read.resolution); })},
        {"people_graph", seconds_of([&] { people_graph(read); })},
        {"page_rank", seconds_of([&] { detail::page_rank(people); })},
        {"betweenness", seconds_of([&] { detail::betweenness(people); })},
        {"components", seconds_of([&] { detail::count_components(posts); })},
        {"wiener_index", seconds_of([&] { detail::build_forest(read.thread, read.resolution, posts); })},
    };
    for (const auto& [name, time] : times) std::printf("%s\"%s\": %.9f", name == times->first ? "{" : ", ", name, time);
    std::printf("}\n");
}

}  // namespace

int main(int argc, char** argv) {
    const std::string how = argc > 1 ? argv[1] : "";
    const auto pivots = static_cast<std::uint32_t>(std::strtoul(how.c_str(), nullptr, 10));
    Read read;
    for (std::string line; std::getline(std::cin, line);) {
        if (!line.empty()) {
            add_post(line, read);
            continue;
        }
        how == "time" ? print_times(read) : print_measures(read, pivots);
        read = {};
    }
    return 0;
}
