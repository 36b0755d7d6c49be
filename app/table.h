#pragma once

#include <string>
#include <vector>

namespace bilevel {

/// Rows of cells as lines of text: the first column to the left, the others to the right where they hold numbers,
/// two spaces between.
using TableRow = std::vector<std::string>;
std::string alignTable(const std::vector<TableRow>& rows, bool numbers);

/// Six significant digits: what a person compares.
std::string shortNumber(double value);

}  // namespace bilevel
