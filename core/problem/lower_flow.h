#pragma once

#include "core/problem/lower_search.h"

namespace bilevel {

/// Where a descent ended.
struct FlowEnd {
    enum class Kind { minimum, endless, undefined } kind = Kind::minimum;
    Vector y;
};

/// Follows y′ = −∇y g(x, ·) from many places at once, held by the bounds. Steps are so small that g falls at least
/// half as much as its slope promises and that no variable moves more than a fiftieth of its width; when the flow
/// hardly moves, or after some hundred steps, a Newton descent finishes. Owns its registers: one per thread.
class LowerFlow {
public:
    explicit LowerFlow(const Problem& problem);
    /// `g` stands at x already.
    std::vector<FlowEnd> operator()(LowerFunction& g, std::span<const SearchAxis> axes, const Vector& x,
                                    const std::vector<Vector>& starts);

private:
    /// Values and slopes of g at places of all that still move.
    struct Front {
        std::vector<std::vector<double>> y, slope;  ///< by lower variable
        std::vector<double> value;
    };
    void evaluate(Front& front, const Vector& x);
    Front startFront(const std::vector<Vector>& starts, const Vector& x);
    void step(Front& here, const Vector& x, std::span<const SearchAxis> axes);

    Problem problem_;
    BatchEvaluator model_;
    std::vector<double> sizes_;  ///< of the next step, by place
    std::vector<bool> resting_;
};

}  // namespace bilevel
