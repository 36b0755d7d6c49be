#pragma once

#include "core/result.h"

#include <optional>
#include <string_view>

namespace bilevel {

/// A stretch of a text, in bytes.
struct Place {
    std::size_t position = 0, length = 0;
    friend bool operator==(const Place&, const Place&) = default;
};

/// Where the value with this path ("problem.bounds.x[0]") stands in a valid JSON text: text with its quotes, lists
/// and objects with their brackets. Where there is no such value, the nearest one around it; the empty path is the
/// whole value.
Place locate(std::string_view json, std::string_view path);

/// Where bytes [position, position + length) of a JSON text's content stand, `string` being its place with the
/// quotes.
Place locateInString(std::string_view json, Place string, std::size_t position, std::size_t length);

/// Line and column of a byte, counted from 1; columns in characters, not bytes.
struct LineColumn {
    int line = 1, column = 1;
    friend bool operator==(const LineColumn&, const LineColumn&) = default;
};
LineColumn lineColumn(std::string_view text, std::size_t position);

}  // namespace bilevel
