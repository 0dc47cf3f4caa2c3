// Times every stage of the flow on a generated Invision page of 25 posts, beside lexbor's bare parse of the same bytes,
// and resolving alone on threads of 2,000 and 20,000 posts. `./dev bench` prints the ratios.
#include <benchmark/benchmark.h>
#include <malloc.h>

#include <cstdio>
#include <cstdlib>

#include "bare_parse.hpp"
#include "page_writer.hpp"
#include "rejoinder/analyze.hpp"
#include "rejoinder/report.hpp"

namespace {

using namespace rejoinder;

constexpr std::size_t page_posts = 25;
constexpr std::uint32_t seed = 7;

const ProfileSet& profiles() {
    static const ProfileSet set = [] {
        auto loaded = ProfileSet::load(REJOINDER_ROOT "/config");
        if (!loaded) {
            std::fprintf(stderr, "%s\n", loaded.error().message.c_str());
            std::exit(2);
        }
        return std::move(*loaded);
    }();
    return set;
}

Capture html_capture(std::size_t posts) {
    return {bench::invision_page(posts, seed), "page.html", MediaType::html, {}};
}
Capture text_capture(std::size_t posts) {
    return {bench::plain_text_page(posts, seed), "page.txt", MediaType::text, {}};
}

Thread thread_of(const Capture& capture) {
    Diagnostics diagnostics;
    ExtractOptions options;
    auto page = extract(capture, profiles(), options, diagnostics);
    if (!page) {
        std::fprintf(stderr, "%s\n", page.error().message.c_str());
        std::exit(1);
    }
    std::vector<Page> pages;
    pages.push_back(std::move(*page));
    return std::move(assemble(std::move(pages)).threads.front());
}

void bare_parse(benchmark::State& state) {
    const Capture capture = html_capture(page_posts);
    for (auto _ : state) benchmark::DoNotOptimize(bench::bare_parse(capture.bytes));
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * capture.bytes.size()));
}

void parse_and_extract(benchmark::State& state) {
    const Capture capture = html_capture(page_posts);
    ExtractOptions options;
    for (auto _ : state) {
        Diagnostics diagnostics;
        benchmark::DoNotOptimize(extract(capture, profiles(), options, diagnostics));
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * capture.bytes.size()));
}

void resolve_page(benchmark::State& state) {
    const Thread thread = thread_of(html_capture(page_posts));
    for (auto _ : state) benchmark::DoNotOptimize(resolve(thread));
}

void measure_page(benchmark::State& state) {
    const Thread thread = thread_of(html_capture(page_posts));
    const Resolution resolution = resolve(thread);
    for (auto _ : state) benchmark::DoNotOptimize(measure(thread, resolution));
}

void find_page(benchmark::State& state) {
    const Analysis analysis = analyze(thread_of(html_capture(page_posts)), profiles());
    for (auto _ : state) {
        Diagnostics diagnostics;
        benchmark::DoNotOptimize(
            find(analysis.thread, analysis.resolution, analysis.measures, profiles(), diagnostics));
    }
}

void report_page(benchmark::State& state, const char* format) {
    const Analysis analysis = analyze(thread_of(html_capture(page_posts)), profiles());
    const ReportFormat* row = find_report_format(format);
    for (auto _ : state) benchmark::DoNotOptimize(row->write(analysis));
}

void whole_flow(benchmark::State& state, const char* format) {
    const std::vector<Capture> captures{html_capture(page_posts)};
    const ReportFormat* row = find_report_format(format);
    for (auto _ : state) {
        const Analyses analyses = analyze(captures, profiles());
        benchmark::DoNotOptimize(row->write(analyses.threads.front()));
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * captures.front().bytes.size()));
}

void resolve_thread(benchmark::State& state, bool html) {
    const auto posts = static_cast<std::size_t>(state.range(0));
    const Thread thread = thread_of(html ? html_capture(posts) : text_capture(posts));
    for (auto _ : state) benchmark::DoNotOptimize(resolve(thread));
}

BENCHMARK(bare_parse);
BENCHMARK(parse_and_extract);
BENCHMARK(resolve_page);
BENCHMARK(measure_page);
BENCHMARK(find_page);
BENCHMARK_CAPTURE(report_page, markdown, "markdown");
BENCHMARK_CAPTURE(report_page, json, "json");
BENCHMARK_CAPTURE(whole_flow, markdown, "markdown");
BENCHMARK_CAPTURE(whole_flow, json, "json");
BENCHMARK_CAPTURE(resolve_thread, html, true)->Arg(2'000)->Arg(20'000)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(resolve_thread, text, false)->Arg(2'000)->Arg(20'000)->Unit(benchmark::kMillisecond);

}  // namespace

int main(int argc, char** argv) {
    // Memory given back to the kernel comes back as page faults, which drown what is measured and hit whatever runs
    // next.
    mallopt(M_TRIM_THRESHOLD, 1 << 30);
    mallopt(M_MMAP_THRESHOLD, 1 << 30);
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
}
