#pragma once

#include "core/problem/lower_line.h"
#include "core/problem/upper_value.h"

#include <functional>
#include <optional>

namespace bilevel {

/// The lower level at one value of the upper variable that varies.
struct SolutionColumn {
    double x = 0;
    LowerLevel level;
    UpperValue f;                ///< the value function there: NaN where the level is not solved
    std::vector<double> maxima;  ///< of g(x, ·), local ones, where there is one lower variable alone
};

/// Where the global solution leaves one branch of minimisers for another.
struct BranchSwap {
    double x = 0;
    Vector from, to;  ///< y left and right of it
};

/// The bilevel solution of the optimistic kind, along the curve.
struct BilevelOptimum {
    double x = 0;
    Vector y;
    double f = 0;
};

/// The lower solutions along one upper variable, all others held.
struct SolutionCurve {
    std::vector<SolutionColumn> columns;  ///< by increasing x; those that are not solved are holes
    std::vector<BranchSwap> swaps;
    std::optional<BilevelOptimum> optimum;  ///< where f over the columns is least; empty where none is solved
};

/// What to solve: upper variable `upper` over `range` (min < max, cut to its bounds) in `columns` ≥ 2 steps; the
/// other upper variables stand where x has them.
struct CurveRequest {
    Problem problem;
    Vector x;
    int upper = 0;
    Interval range;
    int columns = 500;
};

/// Swaps are found to rounding by bisection between columns, the optimum by golden sections around the lowest one.
/// Empty when `keepGoing` (asked once a column) said no.
std::optional<SolutionCurve> solveAlong(const CurveRequest& request, const std::function<bool()>& keepGoing = {});

}  // namespace bilevel
