#pragma once

#include "core/problem/lower_level.h"
#include "core/problem/oracle.h"

namespace bilevel {

/// f at the global solutions of the lower level, which may be many: the one that suits the upper level best
/// (optimistic) and the one that suits it least (pessimistic).
struct UpperValue {
    double optimistic = 0,
           pessimistic = 0;            ///< ∓∞ where f has no limit along a valley; NaN where nothing is solved
    Vector optimisticY, pessimisticY;  ///< where; empty where nothing is solved
};

/// f(x, ·) over level.globalOnes(). Along a valley of one variable f is sampled and polished; in more variables it
/// descends along the directions in which g stands still.
UpperValue upperValue(LowerSolver& solver, Oracle& oracle, const Vector& x, const LowerLevel& level);

}  // namespace bilevel
