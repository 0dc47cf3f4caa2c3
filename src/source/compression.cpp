#include "source/compression.hpp"

#include <brotli/decode.h>
#include <zlib.h>

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <memory>

#include "source/size_words.hpp"

namespace rejoinder {

namespace {

constexpr std::size_t step = std::size_t{64} << 10;
constexpr int zlib_or_gzip = 15 + 32;  // zlib's window, and that it tells the header by itself
constexpr int bare_deflate = -15;

tl::unexpected<Error> over(std::size_t limit) {
    return fail(ErrorCode::too_large,
                fmt::format("unpacks to more than the limit of {} for one page and was skipped", size_words(limit)));
}

using Unpacked = Result<std::optional<std::string>>;

/// A body that ends too soon counts as what it holds up to there only if it holds anything.
Unpacked inflate_all(std::string_view bytes, int window, std::size_t limit) {
    z_stream stream{};
    if (inflateInit2(&stream, window) != Z_OK) return std::nullopt;
    const std::unique_ptr<z_stream, int (*)(z_stream*)> closed(&stream, inflateEnd);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));  // zlib only reads it
    stream.avail_in = static_cast<uInt>(bytes.size());
    std::string out;
    int status = Z_OK;
    while (status == Z_OK) {
        const std::size_t before = out.size();
        out.resize(before + step);
        stream.next_out = reinterpret_cast<Bytef*>(out.data() + before);
        stream.avail_out = static_cast<uInt>(step);
        status = inflate(&stream, Z_NO_FLUSH);
        out.resize(out.size() - stream.avail_out);
        if (out.size() > limit) return over(limit);
    }
    if (status != Z_STREAM_END && status != Z_BUF_ERROR) return std::nullopt;
    return out.empty() ? std::optional<std::string>() : std::move(out);
}

Unpacked unbrotli(std::string_view bytes, std::size_t limit) {
    const std::unique_ptr<BrotliDecoderState, void (*)(BrotliDecoderState*)> decoder(
        BrotliDecoderCreateInstance(nullptr, nullptr, nullptr), BrotliDecoderDestroyInstance);
    const auto* in = reinterpret_cast<const std::uint8_t*>(bytes.data());
    std::size_t left = bytes.size();
    std::string out;
    for (;;) {
        const std::size_t before = out.size();
        out.resize(before + step);
        auto* at = reinterpret_cast<std::uint8_t*>(out.data() + before);
        std::size_t room = step;
        const BrotliDecoderResult status =
            BrotliDecoderDecompressStream(decoder.get(), &left, &in, &room, &at, nullptr);
        out.resize(out.size() - room);
        if (out.size() > limit) return over(limit);
        if (status == BROTLI_DECODER_RESULT_SUCCESS) return out;
        if (status != BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT) return std::nullopt;
    }
}

}  // namespace

Result<std::optional<std::string>> decompress(std::string_view bytes, std::string_view coding, std::size_t limit) {
    if (coding.empty() || coding == "identity") return std::string(bytes);
    if (coding == "br") return unbrotli(bytes, limit);
    if (coding != "gzip" && coding != "x-gzip" && coding != "deflate") return std::nullopt;
    auto unpacked = inflate_all(bytes, zlib_or_gzip, limit);
    if (unpacked && !*unpacked && coding == "deflate") return inflate_all(bytes, bare_deflate, limit);
    return unpacked;
}

}  // namespace rejoinder
