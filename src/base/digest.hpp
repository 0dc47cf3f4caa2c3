// SHA-256 and HMAC-SHA-256, by OpenSSL. Results are 64 lower-case hexadecimal digits.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace rejoinder {

/// The digest of bytes that come piece by piece.
class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(Sha256&&) noexcept;
    Sha256& operator=(Sha256&&) noexcept;

    void add(std::string_view bytes);

    /// The digest of all that was added. Nothing may be added after that.
    std::string hex();

private:
    struct Context;
    std::unique_ptr<Context> context_;
};

std::string sha256_hex(std::string_view bytes);

/// The keyed digest of RFC 2104: who has no key can neither compute nor reverse it.
std::string hmac_sha256_hex(std::string_view key, std::string_view message);

}  // namespace rejoinder
