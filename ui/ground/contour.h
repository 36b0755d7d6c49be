#pragma once

#include "ui/ground/field.h"

#include <QPolygonF>

#include <array>
#include <span>
#include <vector>

namespace bilevel::ui {

/// Marching squares: the lines along which a field has a value. Keeps its scratch between levels.
class ContourTracer {
public:
    /// The field must outlive the tracer.
    explicit ContourTracer(const Field& field);

    /// Joined lines in grid coordinates (column, row); a closed one ends where it began. Every vertex lies on an
    /// edge of the grid, so one of its coordinates is whole. Cells with a non-finite corner are left out.
    std::vector<QPolygonF> trace(double level);

private:
    using Edge = int;  ///< 2 · node for the edge to the right of a node, 2 · node + 1 for the edge above it
    static constexpr Edge none = -1;

    void cross(int column, int row, double level);
    void join(Edge a, Edge b);
    QPolygonF walk(Edge start, double level);
    QPointF crossing(Edge edge, double level) const;

    const Field& field_;
    std::vector<std::array<Edge, 2>> neighbours_;  ///< by edge
    std::vector<char> visited_;                    ///< by edge
    std::vector<Edge> touched_;                    ///< edges that the current level crosses
};

/// At most `count` levels with equal area between neighbours, increasing, whatever the scale of the values.
/// `sorted` are finite values in increasing order. A level never equals a value, so plateaus have a clean rim.
std::vector<double> quantileLevels(std::span<const double> sorted, int count);

}  // namespace bilevel::ui
