#pragma once

#include "core/formula/operation.h"

#include <cstdint>
#include <vector>

namespace bilevel {

/// A formula: the number of a node in a Graph. Copy it like an int.
using NodeId = std::uint32_t;
inline constexpr NodeId noNode = ~NodeId{0};

/// One operation applied to earlier nodes. 16 bytes.
struct Node {
    Operation operation;
    NodeId a = noNode, b = noNode, c = noNode;  ///< operands; unused ones are noNode
    friend bool operator==(const Node&, const Node&) = default;
};

/// All formulas of one problem, sharing their common parts (hash-consed).
///
/// Nodes are only ever appended and operands precede their users, so increasing id is already an
/// evaluation order and decreasing id a reverse-mode sweep.
class Graph {
public:
    /// Inputs 0 to 61 are tracked by dependencies(); later ones (directions of Hessian-vector products) are not.
    static constexpr int maximumInputs = 62;

    NodeId constant(double value);
    NodeId input(int index);
    NodeId unary(Operation operation, NodeId a);
    NodeId binary(Operation operation, NodeId a, NodeId b);
    NodeId select(NodeId condition, NodeId yes, NodeId no);

    const Node& operator[](NodeId id) const { return nodes_[id]; }
    NodeId size() const { return static_cast<NodeId>(nodes_.size()); }
    bool isConstant(NodeId id) const;
    double constantValue(NodeId id) const;              ///< only where isConstant(id)
    int inputIndex(NodeId id) const;                    ///< -1 where the node is not an input
    std::uint64_t dependencies(NodeId id) const;        ///< bit k set: the value depends on input k
};

}  // namespace bilevel
