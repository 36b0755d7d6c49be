#include "app/table.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace bilevel {
namespace {

/// In characters; an accent that sits on the letter before it takes no room.
std::size_t width(const std::string& text) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const bool continues = (byte & 0xC0) == 0x80;
        const bool accent = byte == 0xCC || (byte == 0xCD && static_cast<unsigned char>(text[i + 1]) < 0xB0);
        if (!continues && !accent) ++count;
    }
    return count;
}

}  // namespace

std::string alignTable(const std::vector<TableRow>& rows, bool numbers) {
    std::vector<std::size_t> widths;
    for (const TableRow& row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], width(row[i]));
    }
    std::string out;
    for (const TableRow& row : rows) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i) {
            const std::string space(widths[i] - width(row[i]), ' ');
            line += (i > 0 ? "  " : "") + (numbers && i > 0 ? space + row[i] : row[i] + space);
        }
        line.erase(line.find_last_not_of(' ') + 1);
        out += line + '\n';
    }
    return out;
}

std::string shortNumber(double value) {
    if (std::isnan(value)) return "nan";
    if (std::isinf(value)) return value > 0 ? "inf" : "-inf";
    char text[40];
    return {text, std::to_chars(text, text + sizeof text, value, std::chars_format::general, 6).ptr};
}

}  // namespace bilevel
