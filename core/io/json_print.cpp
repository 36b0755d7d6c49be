#include "core/io/json.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace bilevel {
namespace {

constexpr std::size_t lineWidth = 116;

std::string scalar(const Json& value) {
    if (!value.is_number_float()) return value.dump(-1, ' ', false, Json::error_handler_t::replace);
    const double number = value.get<double>();
    if (!std::isfinite(number)) return "null";
    if (number == 0 && std::signbit(number)) return "-0.0";  // "-0" would be read as a whole number
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

/// On one line; given up halfway where it becomes longer than `most`.
void printInline(const Json& value, std::string& out, std::size_t most) {
    if (!value.is_structured()) {
        out += scalar(value);
        return;
    }
    const char* separator = value.is_array() || value.empty() ? "" : " ";
    out += value.is_array() ? '[' : '{';
    const char* before = separator;
    forEachMember(value, [&](const std::string& key, const Json& member) {
        if (out.size() > most) return;
        (out += before) += key;
        printInline(member, out, most);
        before = ", ";
    });
    (out += separator) += value.is_array() ? ']' : '}';
}

/// Numbers, gaps, and words for what is no number.
bool isColumn(const Json& value) {
    const auto isGapOrNumber = [](const Json& element) { return element.is_number() || element.is_null(); };
    const auto isWord = [](const Json& element) { return element.is_string(); };
    return value.is_array() && std::ranges::any_of(value, isGapOrNumber) &&
           std::ranges::all_of(value, [&](const Json& e) { return isGapOrNumber(e) || isWord(e); });
}

/// As many elements on a line as there is room for.
void printFilled(const Json& list, std::size_t depth, std::string& out) {
    const std::string indent = '\n' + std::string(2 * depth + 2, ' ');
    std::size_t used = lineWidth;
    out += '[';
    for (std::size_t i = 0; i < list.size(); ++i) {
        const std::string element = scalar(list[i]) + (i + 1 < list.size() ? "," : "");
        const bool fits = used + element.size() + 1 <= lineWidth;
        out += fits ? " " : indent;
        used = (fits ? used + 1 : indent.size() - 1) + element.size();
        out += element;
    }
    ((out += '\n') += std::string(2 * depth, ' ')) += ']';
}

void print(const Json& value, std::size_t depth, std::size_t prefix, std::string& out) {
    // The outline of a study is always one member a line; deeper parts take a line each while they fit.
    const bool whole = !value.is_structured() || value.empty();
    std::string line;
    if (whole || depth > 1) printInline(value, line, lineWidth);
    if (whole || (depth > 1 && 2 * depth + prefix + line.size() < lineWidth)) {
        out += line;
        return;
    }
    if (isColumn(value)) return printFilled(value, depth, out);
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
    printInline(value, out, std::string::npos);
    return out;
}

Json jsonNumber(double value) {
    if (std::isnan(value)) return "nan";
    if (std::isinf(value)) return value > 0 ? "inf" : "-inf";
    return value;
}

}  // namespace bilevel
