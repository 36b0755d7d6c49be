#pragma once

#include "core/formula/algebra.h"

#include <map>
#include <vector>

namespace bilevel {

/// Forward-mode derivatives, remembered: every node is differentiated at most once per input.
class Forward {
public:
    explicit Forward(Graph& graph) : graph_(graph), algebra_(graph) {}

    /// ∂id/∂input.
    NodeId derivative(NodeId id, int input);

private:
    NodeId differentiate(NodeId id, int input, const std::vector<NodeId>& known);

    Graph& graph_;
    Algebra algebra_;
    std::map<int, std::vector<NodeId>> known_;  ///< by input, then by node; noNode: not yet
    std::vector<NodeId> pending_;
};

}  // namespace bilevel
