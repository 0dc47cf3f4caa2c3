#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <mutex>
#include <utility>

#include "pattern/pattern.hpp"

namespace rejoinder {

namespace {

constexpr std::uint32_t match_limit = 1'000'000;    // steps from one starting point
constexpr std::uint32_t depth_limit = match_limit;  // nested backtracking points; the heap's limit is met first
constexpr std::uint32_t heap_limit_kib = 64 * 1024;
constexpr std::size_t jit_stack_start = std::size_t{32} << 10;
constexpr std::size_t jit_stack_limit = std::size_t{1} << 20;

struct CodeDeleter {
    void operator()(pcre2_code* code) const { pcre2_code_free(code); }
};
struct CompileContextDeleter {
    void operator()(pcre2_compile_context* context) const { pcre2_compile_context_free(context); }
};

/// What a thread needs to match with any pattern: made once, so that a search allocates nothing of PCRE2's.
class Matcher {
public:
    Matcher()
        : context_(pcre2_match_context_create(nullptr)),
          stack_(pcre2_jit_stack_create(jit_stack_start, jit_stack_limit, nullptr)) {
        pcre2_set_match_limit(context_, match_limit);
        pcre2_set_depth_limit(context_, depth_limit);
        pcre2_set_heap_limit(context_, heap_limit_kib);
        if (stack_ != nullptr) pcre2_jit_stack_assign(context_, nullptr, stack_);
    }
    Matcher(const Matcher&) = delete;
    Matcher& operator=(const Matcher&) = delete;
    ~Matcher() {
        pcre2_match_data_free(data_);
        pcre2_jit_stack_free(stack_);
        pcre2_match_context_free(context_);
    }

    /// PCRE2's result code; after a match, `offsets` are two per group.
    int run(const pcre2_code* code, std::uint32_t groups, std::string_view subject, std::size_t from) {
        if (groups > groups_) {
            pcre2_match_data_free(data_);
            groups_ = std::max(groups, std::uint32_t{32});
            data_ = pcre2_match_data_create(groups_, nullptr);
        }
        const auto* text = reinterpret_cast<PCRE2_SPTR>(subject.data() == nullptr ? "" : subject.data());
        int result = pcre2_match(code, text, subject.size(), from, 0, data_, context_);
        if (result == PCRE2_ERROR_JIT_STACKLIMIT) {
            // A long lazy run can outgrow the compiled matcher's stack; the interpreter keeps its points on the heap.
            result = pcre2_match(code, text, subject.size(), from, PCRE2_NO_JIT, data_, context_);
        }
        return result;
    }

    const PCRE2_SIZE* offsets() const { return pcre2_get_ovector_pointer(data_); }

private:
    pcre2_match_context* context_;
    pcre2_jit_stack* stack_;
    pcre2_match_data* data_ = nullptr;
    std::uint32_t groups_ = 0;
};

Matcher& thread_matcher() {
    thread_local Matcher matcher;
    return matcher;
}

/// The names of a pattern's groups with their numbers. PCRE2's table has entries of one size: two bytes of the number,
/// then the name up to a zero.
std::vector<std::pair<std::string, std::size_t>> names_of(const pcre2_code* code) {
    std::uint32_t count = 0;
    std::uint32_t entry_size = 0;
    PCRE2_SPTR entry = nullptr;
    pcre2_pattern_info(code, PCRE2_INFO_NAMECOUNT, &count);
    pcre2_pattern_info(code, PCRE2_INFO_NAMEENTRYSIZE, &entry_size);
    pcre2_pattern_info(code, PCRE2_INFO_NAMETABLE, &entry);
    std::vector<std::pair<std::string, std::size_t>> names;
    for (std::uint32_t i = 0; i < count; ++i, entry += entry_size)
        names.emplace_back(reinterpret_cast<const char*>(entry + 2), std::size_t{entry[0]} << 8U | entry[1]);
    return names;
}

std::string error_text(int code) {
    std::array<PCRE2_UCHAR, 256> text{};
    if (pcre2_get_error_message(code, text.data(), text.size()) < 0) return fmt::format("PCRE2 error {}", code);
    return reinterpret_cast<const char*>(text.data());
}

std::string limit_message(std::string_view source, int code) {
    constexpr std::size_t shown = 120;
    const std::string_view dots = source.size() > shown ? "…" : "";
    std::size_t cut = std::min(source.size(), shown);
    while (cut > 0 && cut < source.size() && (static_cast<unsigned char>(source[cut]) & 0xC0U) == 0x80U) --cut;
    return fmt::format(
        "the pattern '{}{}' takes too long on this page ({}); make it more specific, or use possessive "
        "repeats such as '[^\\n]*+'",
        source.substr(0, cut), dots, error_text(code));
}

}  // namespace

struct Pattern::Compiled {
    std::string source;
    std::unique_ptr<pcre2_code, CodeDeleter> code;
    std::uint32_t groups = 1;                                // with group 0
    std::vector<std::pair<std::string, std::size_t>> names;  // of groups, with their numbers

    /// The code, made into machine code at its first use: a program start loads many patterns and a page needs few.
    /// Without just-in-time support the interpreter does the same work, only slower.
    const pcre2_code* ready() const {
        std::call_once(translated, [this] { pcre2_jit_compile(code.get(), PCRE2_JIT_COMPLETE); });
        return code.get();
    }

private:
    mutable std::once_flag translated;
};

tl::expected<Pattern, PatternError> Pattern::compile(std::string_view source) {
    auto compiled = std::make_shared<Compiled>();
    compiled->source = source;
    const std::unique_ptr<pcre2_compile_context, CompileContextDeleter> context(pcre2_compile_context_create(nullptr));
    pcre2_set_newline(context.get(), PCRE2_NEWLINE_LF);
    constexpr std::uint32_t options =
        PCRE2_UTF | PCRE2_UCP | PCRE2_MULTILINE | PCRE2_MATCH_INVALID_UTF | PCRE2_NEVER_BACKSLASH_C;
    int code = 0;
    PCRE2_SIZE offset = 0;
    compiled->code.reset(pcre2_compile(reinterpret_cast<PCRE2_SPTR>(compiled->source.data()), compiled->source.size(),
                                       options, &code, &offset, context.get()));
    if (!compiled->code)
        return tl::unexpected<PatternError>(PatternError{std::min(offset, source.size()), error_text(code)});
    std::uint32_t captures = 0;
    pcre2_pattern_info(compiled->code.get(), PCRE2_INFO_CAPTURECOUNT, &captures);
    compiled->groups = captures + 1;
    compiled->names = names_of(compiled->code.get());
    Pattern pattern;
    pattern.compiled_ = std::move(compiled);
    return pattern;
}

Result<bool> Pattern::find(std::string_view subject, std::size_t from, PatternMatch& match) const {
    if (from > subject.size()) return false;
    Matcher& matcher = thread_matcher();
    const int result = matcher.run(compiled_->ready(), compiled_->groups, subject, from);
    if (result == PCRE2_ERROR_NOMATCH) return false;
    if (result < 0) return fail(ErrorCode::bad_config, limit_message(compiled_->source, result));
    const PCRE2_SIZE* offsets = matcher.offsets();
    match.begin = std::min(offsets[0], offsets[1]);
    match.end = offsets[1];
    match.groups.resize(compiled_->groups);
    for (std::size_t group = 0; group < compiled_->groups; ++group) {
        const PCRE2_SIZE begin = offsets[2 * group];
        const PCRE2_SIZE end = offsets[2 * group + 1];
        match.groups[group] =
            begin == PCRE2_UNSET || end < begin ? std::string_view{} : subject.substr(begin, end - begin);
    }
    return true;
}

bool Pattern::matches(std::string_view subject) const {
    return thread_matcher().run(compiled_->ready(), compiled_->groups, subject, 0) >= 0;
}

std::size_t Pattern::group(std::string_view name) const {
    const auto& names = compiled_->names;
    const auto named = std::find_if(names.begin(), names.end(), [&](const auto& one) { return one.first == name; });
    return named == names.end() ? 0 : named->second;
}

std::string_view Pattern::source() const {
    return compiled_->source;
}

}  // namespace rejoinder
