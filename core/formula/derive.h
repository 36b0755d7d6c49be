#pragma once

#include "core/formula/graph.h"

#include <span>
#include <vector>

namespace bilevel {

/// ∂root/∂input for each of `inputs` (input indices), as nodes of the same graph.
std::vector<NodeId> gradient(Graph& graph, NodeId root, std::span<const int> inputs);

/// Lower triangle of the Hessian, row by row: (0,0), (1,0), (1,1), (2,0) …, from the gradient that gradient()
/// returned.
std::vector<NodeId> hessian(Graph& graph, std::span<const NodeId> gradient, std::span<const int> inputs);

/// ∇⟨gradient[·], v⟩ with respect to `inputs`, where v[k] is the graph's input `directions[k]` (index ≥
/// Graph::maximumInputs allowed) and belongs to gradient[k].
std::vector<NodeId> hessianVector(Graph& graph, std::span<const NodeId> gradient, std::span<const int> inputs,
                                  std::span<const int> directions);

}  // namespace bilevel
