#pragma once

#include "core/problem/lower_function.h"

namespace bilevel {

// The slope of g along one lower variable: signs, zeros and poles.

struct LinePlace {
    double y;
    LowerFunction::Slope g;
    bool finite() const;
};

/// Between y and y + h, g′ does not change g by more than rounding does.
bool isFlat(const LinePlace& p, double h);

/// Where sign · g′, below 0 at a and above 0 at b, changes: a minimum for sign = 1, a maximum for −1.
double zeroOfSlope(LowerFunction& g, double a, double b, double sign = 1);

/// Does sign · g fall into a hole at y, rather than to a smooth or a pointed minimum? `scale` is how far around y
/// it is looked at, `inside` where.
bool isPole(LowerFunction& g, double y, double scale, const Interval& inside, double sign = 1);

inline constexpr int bisections = 1100;  ///< enough from one end of the doubles to the other

}  // namespace bilevel
