#pragma once

#include "ui/trace/chart_content.h"

#include <string>

namespace bilevel::ui {

/// What a chart shows between two places on its axis, as CSV: a row per iteration, then for every run and quantity
/// a column. Where the axis is not iterations, every run's cost stands in a column of its own. No value is an
/// empty field.
std::string chartNumbers(const ChartContent& content, double first, double last);

/// The rows of a run that lie between two places on the axis; none where the first is greater than the last.
std::pair<int, int> rowsWithin(const RunView& run, double first, double last);

}  // namespace bilevel::ui
