#include "core/io/csv_text.h"

#include <charconv>
#include <cmath>

namespace bilevel {

std::string csvField(std::string_view text) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
    std::string quoted = "\"";
    for (const char c : text) quoted.append(c == '"' ? 2 : 1, c);
    return quoted += '"';
}

std::string csvField(double number) {
    if (std::isnan(number)) return {};
    if (std::isinf(number)) return number > 0 ? "inf" : "-inf";
    char text[40];
    return {text, std::to_chars(text, text + sizeof text, number).ptr};
}

}  // namespace bilevel
