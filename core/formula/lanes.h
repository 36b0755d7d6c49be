#pragma once

#include <array>
#include <cstddef>

namespace bilevel {

inline constexpr std::size_t lanes = 128;  ///< points that a batch computes at a time

/// One register of a batch.
struct alignas(64) Lanes {
    std::array<double, lanes> values;
};

/// What a batch instruction does to its registers. An operand that is a constant points to a single number.
using LaneKernel = void (*)(double* result, const double* a, double* b, const double* c);

}  // namespace bilevel
