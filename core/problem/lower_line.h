#pragma once

#include "core/problem/lower_level.h"

namespace bilevel {

/// g(x, ·) of the only lower variable over the range where it is looked for: LowerSolver::axes()[0].
struct LowerLine {
    LowerLevel level;            ///< as LowerSolver finds it
    std::vector<double> maxima;  ///< local ones, increasing
};

/// A stretch of the only lower variable from which descent (the flow y′ = −∂g/∂y, held by the bounds) ends at one
/// place.
struct LowerBasin {
    enum class End {
        minimum,  ///< at the local minimiser `to`
        still,    ///< g is level on a part of the stretch, around `to`, and descent stays there
        endless,  ///< g falls without limit towards `to`: a pole, or ±∞
    };
    Interval from;
    double to = 0;
    End end = End::minimum;
};

/// The same range as basins.
struct LowerBasins {
    LowerLevel level;
    std::vector<LowerBasin> basins;  ///< from end to end, increasing; gaps where g is not finite
};

}  // namespace bilevel
