// What resolving a thread costs by its length: `bench_cost POSTS FORM` writes a thread of POSTS posts of 100 words,
// half of them with a quote, resolves it once and prints seconds of the processor and the most memory above the
// thread's own, as a multiple of the thread's text. FORM is "html" (authors and ends of quotes printed, no ids), "text"
// (neither) or "pairs" (rapidfuzz compares every quote with every earlier post, for the ratio). With callgrind's
// --toggle-collect='rejoinder::resolve*' the steps are counted too, which a busy machine does not change.
#include <malloc.h>
#include <sys/resource.h>

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <random>
#include <rapidfuzz/fuzz.hpp>
#include <string>
#include <string_view>

#include "rejoinder/resolve.hpp"

namespace {

using namespace rejoinder;

constexpr std::size_t post_words = 100;
constexpr std::size_t vocabulary = 20'000;
constexpr std::size_t members = 200;

/// The n-th word of the vocabulary: syllables, the first words being the shortest.
std::string word(std::size_t n) {
    std::string letters;
    for (++n; n > 0; n /= 60) {
        letters += "bdfgklmnprst"[n % 12];
        letters += "aeiou"[n / 12 % 5];
    }
    return letters;
}

/// Few words are frequent and most are rare, as in every language (Zipf).
std::string words(std::size_t count, std::mt19937& random) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
        const double place = static_cast<double>(random()) / 4294967296.0;
        const auto n = static_cast<std::size_t>(static_cast<double>(vocabulary) * place * place * place);
        if (i > 0) text += i % 20 == 0 ? "\n\n" : " ";
        text += word(n);
    }
    return text;
}

/// The own words of every post, and its quote (or nothing) of an earlier one.
struct Written {
    std::vector<std::string> own;
    std::vector<std::string> quoted;
    std::vector<std::size_t> source;
};

Written write(std::size_t posts) {
    std::mt19937 random(7);
    Written written;
    for (std::size_t i = 0; i < posts; ++i) {
        const bool quotes = i % 2 == 1;
        const std::size_t quoted = 1 + random() % 3 * 20;  // 1, 21 or 41 words, to the end of the source
        written.own.push_back(words(quotes ? post_words - quoted : post_words, random));
        written.source.push_back(quotes ? i - 1 - random() % std::min<std::size_t>(i, 200) : i);
        std::string excerpt;
        if (quotes) {
            const std::string& source = written.own[written.source.back()];
            std::size_t begin = source.size();
            for (std::size_t n = 0; n < quoted && begin != std::string::npos && begin > 0; ++n) {
                begin = source.find_last_of(" \n", begin - 1);
            }
            excerpt = source.substr(begin == std::string::npos ? 0 : begin + 1);
        }
        written.quoted.push_back(std::move(excerpt));
    }
    return written;
}

Thread thread_of(const Written& written, bool html) {
    Thread thread;
    for (std::size_t i = 0; i < written.own.size(); ++i) {
        Post& post = thread.posts.emplace_back();
        if (html) post.author = "member " + std::to_string(i % members);
        if (!written.quoted[i].empty()) {
            Quote quote;
            quote.author = "member " + std::to_string(written.source[i] % members);
            quote.end_is_printed = html;
            if (html) quote.body.push_back({written.quoted[i]});
            post.body.push_back({std::move(quote)});
        }
        post.body.push_back(
            {html || written.quoted[i].empty() ? written.own[i] : written.quoted[i] + "\n\n" + written.own[i]});
    }
    return thread;
}

double seconds() {
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

/// Bytes of memory in use, and the most ever in use (/proc/self/status, in kB).
std::size_t memory(std::string_view key) {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with(key)) return std::strtoull(line.c_str() + key.size() + 1, nullptr, 10) * 1024;
    }
    return 0;
}

int compare_all_pairs(const Written& written) {
    const double begin = seconds();
    std::size_t found = 0;
    for (std::size_t i = 0; i < written.own.size(); ++i) {
        if (written.quoted[i].empty()) continue;
        const rapidfuzz::fuzz::CachedPartialRatio<char> scorer(written.quoted[i]);
        double best = 0;
        std::size_t source = i;
        for (std::size_t other = i; other-- > 0;) {
            if (const double score = scorer.similarity(written.own[other], best); score > best) {
                best = score;
                source = other;
            }
        }
        found += source == written.source[i] ? 1 : 0;
    }
    std::printf("%zu posts pairs: %.2f s, %zu sources right\n", written.own.size(), seconds() - begin, found);
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::fprintf(stderr, "Give a number of posts and a form: bench_cost 10000 html|text|pairs.\n");
        return 2;
    }
    Written written = write(std::strtoull(argv[1], nullptr, 10));
    const std::string_view form = argv[2];
    if (form == "pairs") return compare_all_pairs(written);
    const Thread thread = thread_of(written, form == "html");
    std::size_t text = 0;
    for (std::size_t i = 0; i < written.own.size(); ++i) text += written.own[i].size() + written.quoted[i].size();
    const std::vector<std::size_t> sources = std::move(written.source);
    written = {};
    malloc_trim(0);
    std::ofstream("/proc/self/clear_refs") << "5";  // the most memory counts from here
    const std::size_t before = memory("VmRSS");
    const double begin = seconds();
    const Resolution resolution = resolve(thread);
    const double taken = seconds() - begin;
    const std::size_t most = memory("VmHWM");
    std::size_t right = 0;
    for (const Reply& reply : resolution.replies) right += reply.to == post_ref(sources[reply.from]) ? 1 : 0;
    std::printf("%zu posts %s: %.2f s, %.2f times the text of %.1f MB, %zu of %zu answers right\n", sources.size(),
                argv[2], taken, static_cast<double>(most - before) / static_cast<double>(text),
                static_cast<double>(text) / 1e6, right, resolution.replies.size());
    return 0;
}
