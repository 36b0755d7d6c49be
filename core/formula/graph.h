#pragma once

#include "core/formula/operation.h"

#include <array>
#include <cstdint>
#include <span>
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
/// evaluation order and decreasing id a reverse-mode sweep. Typed formulas are kept as they were typed:
/// x·y and y·x are one node, spelt as it was first met; nothing else is rewritten here.
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
    bool isConstant(NodeId id) const { return nodes_[id].operation == Operation::Constant; }
    double constantValue(NodeId id) const;        ///< only where isConstant(id)
    int inputIndex(NodeId id) const;              ///< -1 where the node is not an input
    std::uint64_t dependencies(NodeId id) const;  ///< bit k set: the value depends on input k
    /// No input below it, of either kind: a number, though perhaps spelt as a formula (1/3, sqrt(2)).
    bool isNumber(NodeId id) const { return (marks_[id] & ~derivedMark) == 0; }
    /// Written by a derivative, never typed: the printers may then leave out parentheses that only fix an order.
    bool isDerived(NodeId id) const { return (marks_[id] & derivedMark) != 0; }

private:
    friend class Algebra;
    static constexpr std::uint64_t untrackedMark = std::uint64_t{1}
                                                   << 62;  ///< depends on an input ≥ maximumInputs
    static constexpr std::uint64_t derivedMark = std::uint64_t{1} << 63;

    NodeId intern(const Node& node, std::uint64_t mark);
    NodeId operationNode(const Node& node, std::uint64_t mark);
    void grow();

    std::vector<Node> nodes_;
    std::vector<std::uint64_t> marks_;  ///< one bit per tracked input, then the two marks above
    std::vector<NodeId> table_;         ///< open addressing, a power of two in size, at most half full
};

/// The operands of a node that are nodes themselves: empty for constants and inputs.
class Operands {
public:
    explicit Operands(const Node& node)
        : ids_{node.a, node.b, node.c}, count_(static_cast<std::size_t>(operandCount(node.operation))) {}
    const NodeId* begin() const { return ids_.data(); }
    const NodeId* end() const { return ids_.data() + count_; }

private:
    std::array<NodeId, 3> ids_;
    std::size_t count_;
};

/// Every node that the roots need, roots included: entry k is true for node k. As long as the highest root
/// requires.
std::vector<bool> cone(const Graph& graph, std::span<const NodeId> roots);

}  // namespace bilevel
