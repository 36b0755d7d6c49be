#pragma once

#include "core/result.h"

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>

// Only sources of this folder include this: nobody else need know how a study is spelt.
namespace bilevel {

/// A JSON value whose members keep their order.
using Json = nlohmann::ordered_json;

/// Nesting beyond this is refused, so that walking a value may recurse.
inline constexpr int maximumJsonDepth = 64;

/// Errors carry position and length in `text`. Refuses a key that occurs twice: one of the two would be lost.
Result<Json> parseJson(std::string_view text);

/// Deterministic text with a newline at its end: what fits on a line stands on one line, numbers are as short as
/// they can be and still mean the same double.
std::string printJson(const Json& value);
/// The same on one line, without the newline.
std::string printJsonLine(const Json& value);

/// A double that JSON cannot spell becomes "nan", "inf" or "-inf".
Json jsonNumber(double value);

}  // namespace bilevel
