#pragma once

#include "core/problem/lower_function.h"

#include <string_view>

namespace bilevel {

/// A local minimiser of g(x, ·) inside the bounds.
struct LowerMinimiser {
    Vector y;
    double g = 0;
    bool flat = false;  ///< one of many: g stays the same in some direction
    /// Where one lower variable is flat: from where to where. Both equal y otherwise.
    Interval valley = {};
};

/// The lower level at one x, as it is and not as a method sees it.
struct LowerLevel {
    enum class Kind {
        unique,      ///< one global minimiser
        several,     ///< several of the same value
        flat,        ///< a continuum of them
        unbounded,   ///< g falls without limit
        unattained,  ///< g keeps falling towards a value that it does not reach
        undefined,   ///< g is finite nowhere in sight
    };
    Kind kind = Kind::undefined;
    std::vector<LowerMinimiser> minimisers;  ///< local ones too, lowest first; may be of no use where not solved()
    int global = 0;                          ///< how many of them, from the first, are global minimisers
    bool exhaustive = true;                  ///< searched on a grid with polishing; else from `starts` starts
    int starts = 0;

    bool solved() const { return kind <= Kind::flat; }
    double minimum() const { return minimisers.front().g; }
    std::span<const LowerMinimiser> globalOnes() const {
        return std::span(minimisers).first(static_cast<std::size_t>(global));
    }
};
std::string_view name(LowerLevel::Kind kind);

/// Values of g that differ by less are one value: 1e-9 · max(1, |g|).
double sameValue(double g);

/// Where a lower variable is looked for: `range` is finite; `open` ends may be left behind, the others are bounds.
struct SearchAxis {
    Interval range;
    bool openBelow = false, openAbove = false;
    double width() const { return range.maximum - range.minimum; }
};

struct LineMark;
struct LowerLine;
struct LowerBasins;

/// Solves min g(x, ·) over the bounds globally, with exact derivatives: exhaustively for one and two lower
/// variables (on a grid over the bounds or, where there are none, over the view's range and geometrically far
/// beyond it; every candidate is polished), from many starts above. Deterministic; every search has a budget, so
/// it always ends. One per thread.
class LowerSolver {
public:
    explicit LowerSolver(const Problem& problem);

    LowerLevel operator()(const Vector& x);
    /// The same, where one more place to begin from is known.
    LowerLevel operator()(const Vector& x, const Vector& hint);
    /// The same with maxima, or with basins (core/problem/lower_line.h). Only where there is one lower variable.
    LowerLine line(const Vector& x);
    LowerBasins basins(const Vector& x);
    /// Where the minimisers of another x, and y, lead to at this one: for steps so small that no other can have
    /// appeared.
    LowerLevel follow(const Vector& x, const LowerLevel& before, const Vector& y);
    /// The minimiser that the basin of y leads to: descent from y with second derivatives.
    LowerMinimiser descend(const Vector& x, const Vector& y);

    const Problem& problem() const { return function_.problem(); }
    const std::vector<SearchAxis>& axes() const { return axes_; }

private:
    LowerLevel solve(const Vector& x, std::span<const Vector> hints);
    LowerLevel mark(const Vector& x, std::vector<LineMark>& marks);

    LowerFunction function_;
    std::vector<SearchAxis> axes_;
};

}  // namespace bilevel
