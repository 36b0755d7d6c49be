#include "core/record/in_words.h"

#include <charconv>
#include <cmath>

namespace bilevel {

std::string inWords(double value) {
    if (std::isnan(value)) return "not a number";
    if (std::isinf(value)) return value > 0 ? "infinite" : "minus infinity";
    char text[32];
    return {text, std::to_chars(text, text + sizeof text, value, std::chars_format::general, 3).ptr};
}

}  // namespace bilevel
