#include "core/formula/decimal.h"

#include <array>
#include <charconv>
#include <cmath>
#include <limits>

namespace bilevel {
namespace {

constexpr int shortDigits = 12;
constexpr double smallestFixed = 1e-5, largestFixed = 1e15;  // outside, an exponent is easier to read

using Buffer = std::array<char, 64>;

}  // namespace

std::string decimal(double value) {
    Buffer buffer;
    const double size = std::fabs(value);
    const bool fixed = size == 0 || (size >= smallestFixed && size < largestFixed);
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                   fixed ? std::chars_format::fixed : std::chars_format::scientific)
                         .ptr;
    std::string text(buffer.data(), end);
    // 1e+20 and 1e-07 are how machines write 1e20 and 1e-7
    if (const auto exponent = text.find('e'); exponent != std::string::npos) {
        if (text[exponent + 2] == '0') text.erase(exponent + 2, 1);
        if (text[exponent + 1] == '+') text.erase(exponent + 1, 1);
    }
    return text;
}

std::optional<double> shortDecimal(double value) {
    if (!std::isfinite(value)) return std::nullopt;
    Buffer buffer;
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                   std::chars_format::scientific, shortDigits - 1)
                         .ptr;
    double rounded = 0;
    if (std::from_chars(buffer.data(), end, rounded).ec != std::errc()) return std::nullopt;
    if (rounded < std::nextafter(value, -std::numeric_limits<double>::infinity()) ||
        rounded > std::nextafter(value, std::numeric_limits<double>::infinity()))
        return std::nullopt;
    return rounded;
}

}  // namespace bilevel
