#pragma once

#include <QPointF>

#include <span>
#include <vector>

namespace bilevel::ui {

/// What a line of rows [first, last] needs on `columns` pixel columns: every row where there are few, else the
/// smallest and the largest value of each column in the order in which they come, so that no spike is lost.
///
/// Points are (row, value). A row that is not finite is a gap: one point whose y is NaN; a gap thinner than a
/// column is not kept. Rows that do not exist are left out.
std::vector<QPointF> downsample(std::span<const double> values, int first, int last, int columns);

}  // namespace bilevel::ui
