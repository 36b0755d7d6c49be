#pragma once

#include <optional>
#include <string>

namespace bilevel {

/// The shortest decimal that reads back as `value`, written as a person would: "0.3", "100000", "1e20".
std::string decimal(double value);

/// A number of at most 12 significant digits within one unit in the last place of `value`, if there is one:
/// 0.30000000000000004, which is 0.1·3, is meant to be 0.3.
std::optional<double> shortDecimal(double value);

}  // namespace bilevel
