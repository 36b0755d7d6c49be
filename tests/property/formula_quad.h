#pragma once

#include "core/formula/graph.h"

#include <span>

namespace bilevel::test {

__extension__ typedef __float128 Quad;

/// A formula evaluated with 113 bits by libquadmath: an evaluator that shares nothing with ours.
struct QuadValue {
    Quad value;
    double largest;  ///< the largest magnitude on the way: rounding errors are relative to that
};
QuadValue evaluateQuad(const Graph& graph, NodeId root, std::span<const Quad> inputs);

/// Derivatives of the formula by differences in quadruple precision: about 20 digits are right.
double slope(const Graph& graph, NodeId root, std::span<const double> inputs, std::size_t input);
double curvature(const Graph& graph, NodeId root, std::span<const double> inputs, std::size_t first,
                 std::size_t second);

}  // namespace bilevel::test
