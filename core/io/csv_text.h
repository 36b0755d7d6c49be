#pragma once

#include <string>
#include <string_view>

namespace bilevel {

/// A text as a field of CSV (RFC 4180): in quotes where it has to be.
std::string csvField(std::string_view text);

/// A number as a field: the fewest digits that read back as the same; inf and -inf; nothing where there is no
/// number.
std::string csvField(double number);

}  // namespace bilevel
