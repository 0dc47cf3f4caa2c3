// Writes random threads with their truth, for `rejoinder evaluate`.
//
// usage: write_threads FOLDER [SEEDS [POSTS [ALTERED [NESTED]]]]
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "support/thread_writer/thread_writer.hpp"

namespace {

void write(const std::filesystem::path& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary) << bytes;
}

}  // namespace

int main(int argc, char** argv) {
    using namespace rejoinder::test;
    if (argc < 2) {
        std::cerr << "usage: write_threads FOLDER [SEEDS [POSTS [ALTERED [NESTED]]]]\n";
        return 2;
    }
    const std::filesystem::path folder = argv[1];
    std::filesystem::create_directories(folder);
    ThreadPlan plan;
    const int seeds = argc > 2 ? std::atoi(argv[2]) : 10;
    if (argc > 3) plan.posts = static_cast<std::size_t>(std::atoi(argv[3]));
    if (argc > 4) plan.altered = std::atof(argv[4]);
    if (argc > 5) plan.nested = std::atof(argv[5]);
    for (int seed = 1; seed <= seeds; ++seed) {
        plan.seed = static_cast<std::uint32_t>(seed);
        const WrittenThread thread = write_thread(plan);
        for (std::size_t i = 0; i < renderings().size(); ++i) {
            const RenderingInfo& info = renderings()[i];
            for (const bool ids : {true, false}) {
                if (info.ending == "txt" && ids) continue;
                const std::string name = std::to_string(seed) + "-" + std::to_string(i) + (ids ? "-ids" : "-bare");
                std::vector<std::string> pages;
                for (const std::string& page : render(thread, info.rendering, ids)) {
                    pages.push_back(name + "-" + std::to_string(pages.size() + 1) + "." + std::string(info.ending));
                    write(folder / pages.back(), page);
                }
                const rejoinder::Truth truth = truth_of(thread, info.rendering, ids);
                write(folder / (name + ".json"), truth_json(truth, pages));
            }
        }
    }
}
