// lexbor alone, as the yardstick: what any program that reads HTML with it has to pay.
#pragma once

#include <string_view>

namespace rejoinder::bench {

/// Parses and throws away. False if lexbor reports an error.
bool bare_parse(std::string_view html);

}  // namespace rejoinder::bench
