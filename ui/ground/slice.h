#pragma once

#include "core/problem/problem.h"

#include <cstdint>
#include <span>
#include <vector>

namespace bilevel::ui {

/// The plane through a point along two coordinates (indices of variables, upper first): what a picture of a
/// problem shows.
struct Slice {
    Problem problem;
    int horizontal = 0, vertical = 1;
    Point held;  ///< where all other coordinates stand
};

/// Do both show the same coordinates of the same formulas?
bool sameFunctions(const Slice& a, const Slice& b);
/// The coordinates that a formula uses and the slice holds: bit k is variable k.
std::uint64_t heldInputs(const Slice& slice, NodeId formula);
/// Are those coordinates held at the same places?
bool sameHeld(const Slice& a, const Slice& b, std::uint64_t inputs);

/// Evaluates one of the problem's programs at many places of a slice. One per thread.
class SliceEvaluator {
public:
    SliceEvaluator(const Slice& slice, const Program& program);
    /// out[j]: room for x.size() values of output j. x and y are of equal length.
    void operator()(std::span<const double> x, std::span<const double> y, std::span<double* const> out);

private:
    BatchEvaluator evaluate_;
    std::size_t horizontal_, vertical_;
    std::vector<double> values_;                ///< one per input
    std::vector<std::vector<double>> columns_;  ///< per input, as long as the longest call
    std::vector<const double*> pointers_;
};

}  // namespace bilevel::ui
