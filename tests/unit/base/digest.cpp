// Vectors of FIPS 180-2 and of RFC 4231.
#include "base/digest.hpp"

#include <catch2/catch.hpp>

using namespace rejoinder;

TEST_CASE("SHA-256 gives the digests of its standard") {
    CHECK(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("A digest piece by piece is that of the whole") {
    Sha256 digest;
    digest.add("a");
    digest.add("bc");
    CHECK(digest.hex() == sha256_hex("abc"));
}

TEST_CASE("HMAC-SHA-256 gives the digests of RFC 4231") {
    CHECK(hmac_sha256_hex("Jefe", "what do ya want for nothing?") ==
          "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    CHECK(hmac_sha256_hex(std::string(20, '\x0b'), "Hi There") ==
          "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
}
