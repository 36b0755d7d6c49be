#pragma once

#include "core/formula/graph.h"

#include <span>
#include <vector>

namespace bilevel {

/// Formulas rewritten for evaluation, in a graph of their own: numbers computed, small powers as products,
/// functions without a kernel spelt out, signs moved to where they cost nothing.
struct Lowered {
    Graph graph;
    std::vector<NodeId> outputs;
};

/// Every node is rewritten from its operands alone, so a formula has the same value in every program that computes
/// it.
Lowered lower(const Graph& graph, std::span<const NodeId> outputs);

}  // namespace bilevel
