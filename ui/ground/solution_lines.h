#pragma once

#include "ui/ground/solutions.h"

#include <QPointF>
#include <QPolygonF>

#include <vector>

namespace bilevel::ui {

/// The lower level's solutions as a plane draws them, in its two coordinates.
struct SolutionLines {
    enum class Kind { global, local, maximum };
    struct Line {
        QPolygonF line;
        Kind kind = Kind::global;
    };
    /// Where the global solution leaves one branch for another.
    struct Swap {
        QPointF from, to;
    };
    /// A place on the global branch for its name, and the curve's direction there.
    struct Label {
        QPointF at, along;
    };
    /// A minimiser at the held x, where both coordinates are lower ones.
    struct Place {
        QPointF at;
        bool global = true;
    };

    std::vector<Line> lines;
    std::vector<QPointF> folds;  ///< where a branch of minimisers ends
    std::vector<Swap> swaps;
    std::vector<Place> places;
    std::optional<QPointF> optimum;  ///< the optimistic bilevel solution, where it was searched for
    std::optional<Label> label;
};

/// Nothing where both coordinates are upper ones. Lines are cut to the two ranges.
SolutionLines solutionLines(const Solutions& solutions, const Interval& horizontal, const Interval& vertical);

}  // namespace bilevel::ui
