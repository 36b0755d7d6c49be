#pragma once

#include "core/formula/algebra.h"

namespace bilevel {

/// The derivatives of one node with respect to its operands; noNode where that is zero.
struct Partials {
    NodeId a = noNode, b = noNode;
};

/// ∂node/∂operands for every operation that is not a choice. `id` is the node itself: exp, tan, … reuse their own
/// value. Only partials whose operand is `wanted` are written.
struct Wanted {
    bool a = false, b = false;
};
Partials partials(const Graph& graph, Algebra& algebra, NodeId id, Wanted wanted);

/// c ? p : q. Select, and the two choices in disguise: min and max, whose ties take the first operand.
struct Choice {
    NodeId condition, yes, no;
};
bool isChoice(Operation operation);
Choice choice(Algebra& algebra, const Node& node);

}  // namespace bilevel
