#pragma once

#include "ui/ground/solutions.h"

#include <QPolygonF>

#include <vector>

namespace bilevel::ui {

/// One objective at the lower level's solutions, along the horizontal upper coordinate: of f the value function
/// F(x) = f(x, y*(x)), of g the lower value min g(x, ·). All lines are (x, value), finite, by increasing x.
struct ValueCurve {
    /// Where the solution leaves one branch for another, and F jumps.
    struct Jump {
        double x = 0, from = 0, to = 0;
    };
    std::vector<QPolygonF> best;   ///< optimistic; in pieces between jumps and holes
    std::vector<QPolygonF> worst;  ///< pessimistic, where it differs
    std::vector<Jump> jumps;
    std::optional<QPointF> optimum;  ///< where F is least, if that is known to be so beyond what is shown
    Interval range{0, 1};            ///< of values worth showing: far peaks are left out

    bool isEmpty() const { return best.empty(); }
    /// F(x) between the columns; NaN in a hole.
    double at(double x) const;
};

/// Empty where no upper coordinate is horizontal.
ValueCurve valueCurve(const Solutions& solutions, bool upper);

}  // namespace bilevel::ui
