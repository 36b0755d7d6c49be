#include "core/io/explain.h"

#include "core/io/json.h"
#include "core/io/locate.h"

#include <algorithm>

namespace bilevel {
namespace {

/// Of a long formula, this many characters before and after the fault are shown.
constexpr int shownAround = 50;

/// The content of a JSON string that begins at the quote `from` and is cut before `to`.
std::string content(std::string_view text, std::size_t from, std::size_t to) {
    const Json value = Json::parse(std::string(text.substr(from, to - from)) + '"', nullptr, false);
    return value.is_string() ? value.get<std::string>() : std::string();
}

/// UTF-8 as one element per character; what would break a line becomes a space.
std::vector<std::string> characters(std::string_view text) {
    std::vector<std::string> all;
    for (const char byte : text) {
        const auto code = static_cast<unsigned char>(byte);
        if ((code & 0xC0) == 0x80 && !all.empty())
            all.back() += byte;
        else
            all.emplace_back(1, code < 0x20 ? ' ' : byte);
    }
    return all;
}

}  // namespace

std::string explain(const Error& error, std::string_view text) {
    std::string where = error.path;
    if (error.position >= 0) {
        const auto [line, column] = lineColumn(text, static_cast<std::size_t>(error.position));
        if (!where.empty()) where += ", ";
        where += "line " + std::to_string(line) + ", column " + std::to_string(column);
    }
    return where.empty() ? error.message : where + ": " + error.message;
}

std::string excerpt(const Error& error, std::string_view text) {
    if (error.path.empty()) return {};  // the text may be no JSON at all
    const Place string = locate(text, error.path);
    const auto position = static_cast<std::size_t>(std::max(error.position, 0));
    if (string.length < 3 || text[string.position] != '"' || position <= string.position) return {};

    const std::vector<std::string> formula =
        characters(content(text, string.position, string.position + string.length - 1));
    const auto size = static_cast<int>(formula.size());
    const auto at = static_cast<int>(characters(content(text, string.position, position)).size());
    const std::size_t behind = position + static_cast<std::size_t>(error.length);
    const auto end = static_cast<int>(characters(content(text, string.position, behind)).size());

    const int from = std::max(0, at - shownAround), to = std::min(size, std::max(end, at) + shownAround);
    std::string line = from > 0 ? "…" : "", marks(line.empty() ? 0 : 1, ' ');
    for (int i = from; i < to; ++i) line += formula[static_cast<std::size_t>(i)];
    if (to < size) line += "…";
    marks += std::string(static_cast<std::size_t>(at - from), ' ') + '^';
    marks += std::string(static_cast<std::size_t>(std::max(0, end - at - 1)), '~');
    return line + '\n' + marks + '\n';
}

Error placed(Error error, std::string_view text) {
    const Place value = locate(text, error.path);
    if (error.position < 0) {
        error.position = static_cast<int>(value.position);
        error.length = static_cast<int>(value.length);
        return error;
    }
    const std::string formula = content(text, value.position, value.position + value.length - 1);
    const auto position = static_cast<std::size_t>(error.position),
               length = static_cast<std::size_t>(error.length);
    const int first = lineColumn(formula, position).column;
    const int last = lineColumn(formula, position + std::max<std::size_t>(length, 1)).column - 1;
    error.message +=
        last > first ? " (columns " + std::to_string(first) + " to " + std::to_string(last) + " of the formula)"
                     : " (column " + std::to_string(first) + " of the formula)";
    const Place place = locateInString(text, value, position, length);
    error.position = static_cast<int>(place.position);
    error.length = static_cast<int>(place.length);
    return error;
}

}  // namespace bilevel
