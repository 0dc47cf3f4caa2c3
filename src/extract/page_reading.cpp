#include "extract/page_reading.hpp"

#include <algorithm>

#include "base/unicode.hpp"

namespace rejoinder {

PageReading::PageReading(const Profile& by, std::string_view language) : profile(by) {
    const std::string primary = fold(language.substr(0, language.find_first_of("-_")));  // "pt" of "pt-BR"
    const auto book =
        std::find_if(by.phrases.begin(), by.phrases.end(), [&](const auto& one) { return one->language == primary; });
    if (book != by.phrases.end()) stated = book->get();
}

}  // namespace rejoinder
