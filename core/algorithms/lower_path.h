#pragma once

#include "core/algorithms/lower_step.h"
#include "core/problem/oracle.h"

#include <vector>

namespace bilevel {

/// The inner steps y₀ … y_T remembered, to be differentiated: y_{t+1} = P(y_t − α ∇y g(x, y_t)), P the projection
/// on the bounds, whose derivative is 0 in the coordinates that it moved.
class LowerPath {
public:
    /// T steps from y, in place. Memory grows to T + 1 points, once.
    void descend(Oracle& oracle, const Vector& x, Vector& y, double step, int T, Visited visited = nullptr);
    /// Reverse mode through the last K steps: adds (dy_T/dx)ᵀ a to h.
    void reverse(Oracle& oracle, const Vector& x, Vector a, int K, Vector& h) const;

private:
    double step_ = 0;
    int T_ = 0;
    std::vector<Vector> y_, free_;  ///< before step t; 1 where the projection let step t be, else 0
};

}  // namespace bilevel
