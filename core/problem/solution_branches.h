#pragma once

#include "core/problem/solution_curve.h"

namespace bilevel {

/// A point of a branch. One lower variable that is level there has a valley; else it goes from y to y.
struct BranchPoint {
    double x = 0;
    Vector y;
    Interval valley = {};
};

/// A stretch of lower-level stationary points that move continuously with x and are all of one kind.
struct SolutionBranch {
    enum class Kind { global, local, maximum };  ///< global and local minima
    Kind kind = Kind::local;
    int branch = 0;                   ///< stretches of one number continue one another, as after a swap
    std::vector<BranchPoint> points;  ///< at least two, by increasing x; denser near folds and where y moves fast
};

/// Where a minimum and the maximum (or saddle) beside it meet and end.
struct SolutionFold {
    double x = 0;
    Vector y;
    bool opens = false;  ///< they exist on the right of x, else on the left
};

struct SolutionBranches {
    std::vector<SolutionBranch> branches;
    std::vector<SolutionFold> folds;  ///< by increasing x
};

/// The columns of a curve linked to branches. For one lower variable with its maxima: wherever two columns do not
/// continue one another at a glance, the lower level is solved between them, until folds and swaps are within
/// 1e-9 of the range in x. For more lower variables minima alone, followed by descent. A branch ends at a fold,
/// where the range of the search ends, at a jump of g, and at a hole of g.
/// `curve` answers `request`. Empty when `keepGoing` (asked once a column) said no.
std::optional<SolutionBranches> linkBranches(const CurveRequest& request, const SolutionCurve& curve,
                                             const std::function<bool()>& keepGoing = {});

}  // namespace bilevel
