#pragma once

#include "core/problem/problem_text.h"

#include <vector>

namespace bilevel::ui {

/// A regular grid over two coordinates: `columns` × `rows` nodes (both at least 2), the first and the last of each
/// direction at the ends of its interval. Rows go upwards.
struct Grid {
    int columns = 2, rows = 2;
    Interval horizontal, vertical;

    double stepX() const { return (horizontal.maximum - horizontal.minimum) / (columns - 1); }
    double stepY() const { return (vertical.maximum - vertical.minimum) / (rows - 1); }
    /// Coordinates of a place between nodes, in data units.
    double x(double column) const { return horizontal.minimum + stepX() * column; }
    double y(double row) const { return vertical.minimum + stepY() * row; }
    std::size_t size() const { return static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows); }
};

/// One value per node of a grid, row by row.
struct Field {
    Grid grid;
    std::vector<double> values;

    double at(int column, int row) const {
        return values[static_cast<std::size_t>(row) * static_cast<std::size_t>(grid.columns) +
                      static_cast<std::size_t>(column)];
    }
};

}  // namespace bilevel::ui
