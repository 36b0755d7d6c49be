#pragma once

#include "core/algorithms/algorithm.h"

namespace bilevel {

/// What every method that follows an estimate ĥ of the hypergradient has in common:
///
///     y ← T steps on g(x, ·), from the last y (warm) or from the start (cold)
///     x ← x − ξx ĥ,   ĥ ≈ dF/dx = ∇x f − Jᵀ v  with  H v = ∇y f,   H = ∇²yy g,  J = ∂(∇y g)/∂x
class HypergradientLoop {
public:
    HypergradientLoop() = default;
    explicit HypergradientLoop(int steps) : T(steps) {}

    void parameters(Parameters& p);
    void begin(const Point& z) { first_ = z.y; }
    /// Puts y where the inner steps start, and returns their size.
    double prepare(Oracle& oracle, Point& z);
    /// prepare(), then the T steps; returns their size.
    double solveLower(Oracle& oracle, Point& z, Row& row);
    /// Records how far y is from lower stationarity, at the x that is left.
    void moveUpper(Oracle& oracle, Point& z, const Vector& h, Row& row) const;
    /// The whole update of a method whose own part is how ĥ is estimated.
    static std::vector<RuleLine> rule(std::vector<RuleLine> estimate);

    int T = 10;

private:
    enum Start { warm, cold };
    LowerStep xiY_{0.05};
    double xiX_ = 0.05;
    int start_ = warm;
    Vector first_;  ///< where a cold start starts
};

}  // namespace bilevel
