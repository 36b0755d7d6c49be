#include "app/assignments.h"

#include <charconv>
#include <cmath>

namespace bilevel {

Result<std::pair<std::string, std::string>> splitAssignment(const std::string& text) {
    const std::size_t equals = text.find('=');
    if (equals == 0 || equals == std::string::npos || equals + 1 == text.size())
        return Error{"‘" + text + "’ must look like NAME=VALUE"};
    return std::pair{text.substr(0, equals), text.substr(equals + 1)};
}

Result<double> readNumber(const std::string& what, const std::string& text) {
    double value = 0;
    const char* begin = text.data() + (text.starts_with('+') ? 1 : 0);
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(begin, end, value);
    if (error != std::errc{} || stop != end || !std::isfinite(value))
        return Error{what + " must be a number, not ‘" + text + "’"};
    return value;
}

PointReading readPoint(const std::string& text) {
    PointReading reading;
    for (std::size_t begin = 0, end = 0; !text.empty() && end != std::string::npos; begin = end + 1) {
        end = text.find(',', begin);
        const auto sides = splitAssignment(text.substr(begin, end == std::string::npos ? end : end - begin));
        if (!sides) return {{}, sides.error().message, {}};
        const auto& [name, number] = *sides;
        const Result<double> value = readNumber(name, number);
        if (!value) return {{}, {}, value.error().message};
        if (!reading.point.emplace(name, *value).second) return {{}, "‘" + name + "’ is given twice", {}};
    }
    return reading;
}

}  // namespace bilevel
