#include "core/io/json.h"

#include <charconv>
#include <cmath>

namespace bilevel {
namespace {

constexpr std::size_t lineWidth = 116;

std::string scalar(const Json& value) {
    if (!value.is_number_float()) return value.dump(-1, ' ', false, Json::error_handler_t::replace);
    const double number = value.get<double>();
    if (!std::isfinite(number)) return "null";
    char text[32];
    const auto end = std::to_chars(text, text + sizeof text, number).ptr;
    return {text, end};
}

/// The members of an object or a list as (text before the value, value).
template <class Each>
void forEachMember(const Json& value, const Each& each) {
    if (value.is_array()) {
        for (const Json& element : value) each(std::string(), element);
        return;
    }
    for (const auto& [key, member] : value.items()) each(scalar(key) + ": ", member);
}

void printInline(const Json& value, std::string& out) {
    if (!value.is_structured()) {
        out += scalar(value);
        return;
    }
    const char* separator = value.is_array() || value.empty() ? "" : " ";
    out += value.is_array() ? '[' : '{';
    const char* before = separator;
    forEachMember(value, [&](const std::string& key, const Json& member) {
        (out += before) += key;
        printInline(member, out);
        before = ", ";
    });
    (out += separator) += value.is_array() ? ']' : '}';
}

void print(const Json& value, std::size_t depth, std::size_t prefix, std::string& out) {
    std::string line;
    printInline(value, line);
    // The outline of a study is always one member a line; deeper parts take a line each while they fit.
    if (!value.is_structured() || value.empty() || (depth > 1 && 2 * depth + prefix + line.size() < lineWidth)) {
        out += line;
        return;
    }
    out += value.is_array() ? '[' : '{';
    const char* before = "\n";
    forEachMember(value, [&](const std::string& key, const Json& member) {
        (out += before) += std::string(2 * depth + 2, ' ') + key;
        print(member, depth + 1, key.size(), out);
        before = ",\n";
    });
    ((out += '\n') += std::string(2 * depth, ' ')) += value.is_array() ? ']' : '}';
}

}  // namespace

std::string printJson(const Json& value) {
    std::string out;
    print(value, 0, 0, out);
    return out += '\n';
}

std::string printJsonLine(const Json& value) {
    std::string out;
    printInline(value, out);
    return out;
}

Json jsonNumber(double value) {
    if (std::isnan(value)) return "nan";
    if (std::isinf(value)) return value > 0 ? "inf" : "-inf";
    return value;
}

}  // namespace bilevel
