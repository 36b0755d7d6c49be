#pragma once

#include "core/algorithms/parameter.h"
#include "core/problem/oracle.h"

namespace bilevel {

/// The size of a gradient step on g(x, ·): a number, or automatic, then 1/L_g with L_g the largest |eigenvalue| of
/// ∇²yy g over the points asked for so far. Finding it costs one Hessian-vector product per lower variable.
class LowerStep {
public:
    explicit LowerStep(double initial) : size(initial) {}
    double operator()(Oracle& oracle, const Point& z);

    double size;  ///< `automatic`, or the step itself

private:
    double steepest_ = 0;  ///< L_g so far
};

/// Where a descent writes down the places it went through, first and last included; nullptr: nowhere.
using Visited = std::vector<Vector>*;

/// T projected gradient steps on g(x, ·) from y, in place.
void descendLower(Oracle& oracle, const Vector& x, Vector& y, double step, int T, Visited visited = nullptr);
/// The same with momentum (heavy ball): velocity ← momentum · velocity + ∇y g, y ← y − step · velocity.
void descendLower(Oracle& oracle, const Vector& x, Vector& y, double step, int T, double momentum,
                  Vector& velocity, Visited visited = nullptr);

}  // namespace bilevel
