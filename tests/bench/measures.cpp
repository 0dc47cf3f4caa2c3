// What measuring a long thread costs: `bench_measures POSTS PEOPLE` makes a thread of POSTS posts by PEOPLE people,
// each post answering one before it, measures it and prints the seconds that the processor took, in all and for the
// tree (which gives depth, Wiener index and structural virality) alone, and the most memory that the program held.
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <random>
#include <string>

#include "measure/forest.hpp"
#include "rejoinder/measure.hpp"

namespace {

using namespace rejoinder;

double seconds() {
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

/// Most memory ever in use (/proc/self/status), in MiB.
double most_memory() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmHWM:")) return std::strtod(line.c_str() + 6, nullptr) / 1024;
    }
    return 0;
}

/// A tenth of the posts answer any earlier post, the others one of the last 50. Names are spread evenly.
void write_thread(std::uint32_t posts, std::uint32_t people, Thread& thread, Resolution& resolution) {
    std::mt19937 random(7);
    thread.posts.resize(posts);
    resolution.posts.resize(posts);
    resolution.timeline.posts.resize(posts);
    resolution.replies.reserve(posts);
    for (std::uint32_t post = 0; post < posts; ++post) {
        resolution.posts[post].author.name = "member " + std::to_string(random() % people);
        resolution.posts[post].author.source = NameSource::printed;
        resolution.timeline.posts[post] = {60 * std::int64_t{post}, 60 * std::int64_t{post} + 59};
        if (post == 0) continue;
        Reply reply;
        reply.from = post;
        reply.to = post_ref(random() % 10 == 0 ? random() % post : post - 1 - random() % std::min(post, 50U));
        reply.confidence = 1;
        reply.primary = true;
        resolution.replies.push_back(reply);
    }
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::fprintf(stderr, "Give a number of posts and one of people: bench_measures 1000000 200000.\n");
        return 2;
    }
    const auto posts = static_cast<std::uint32_t>(std::strtoul(argv[1], nullptr, 10));
    const auto people = static_cast<std::uint32_t>(std::strtoul(argv[2], nullptr, 10));
    Thread thread;
    Resolution resolution;
    write_thread(posts, people, thread, resolution);
    const double made = most_memory();

    PostGraphOptions options;
    options.quotes = false;
    double begin = seconds();
    const PostGraph graph = build_post_graph(resolution, options);
    const detail::Forest forest = detail::build_forest(thread, resolution, graph);
    const double tree = seconds() - begin;
    const double size = forest.vertices[forest.largest_tree].subtree;
    const double graphs = most_memory();

    begin = seconds();
    const Measures measures = measure(thread, resolution);
    const double all = seconds() - begin;
    std::printf(
        "%u posts, %zu people, %zu pairs of people: structural virality %.3f in %.3f s; all measures in %.2f s; "
        "memory %.0f MiB (thread %.0f, graph and tree %.0f)\n",
        posts, measures.people.size(), measures.exchanges.size(),
        static_cast<double>(forest.wiener) / (size * (size - 1) / 2), tree, all, most_memory(), made, graphs - made);
    return 0;
}
