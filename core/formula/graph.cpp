#include "core/formula/graph.h"

#include <algorithm>
#include <bit>
#include <cassert>

namespace bilevel {
namespace {

constexpr std::size_t firstTableSize = 256;

std::uint64_t mix(std::uint64_t key) {
    key *= 0x9e3779b97f4a7c15u;
    return key ^ key >> 29;
}

/// Order-insensitive where the operation is, so that x·y finds y·x.
std::size_t hash(const Node& node) {
    const std::uint64_t ends = std::uint64_t{node.c} << 8 | static_cast<std::uint64_t>(node.operation);
    const bool commutative = isCommutative(node.operation);
    const NodeId low = commutative ? std::min(node.a, node.b) : node.a;
    const NodeId high = commutative ? std::max(node.a, node.b) : node.b;
    return mix(mix(std::uint64_t{low} << 32 | high) ^ ends);
}

bool same(const Node& x, const Node& y) {
    return x == y || (x.operation == y.operation && isCommutative(x.operation) && x.a == y.b && x.b == y.a);
}

}  // namespace

NodeId Graph::constant(double value) {
    const auto bits = std::bit_cast<std::uint64_t>(value);
    return intern({Operation::Constant, static_cast<NodeId>(bits), static_cast<NodeId>(bits >> 32)}, 0);
}

NodeId Graph::input(int index) {
    assert(index >= 0);
    const auto mark = index < maximumInputs ? std::uint64_t{1} << index : untrackedMark;
    return intern({Operation::Input, static_cast<NodeId>(index)}, mark);
}

NodeId Graph::unary(Operation operation, NodeId a) {
    assert(operandCount(operation) == 1);
    // The only constants that the grammar can write are not negative: −2 is the number, not an operation on 2.
    if (operation == Operation::Negate && isConstant(a)) return constant(-constantValue(a));
    return operationNode({operation, a}, 0);
}

NodeId Graph::binary(Operation operation, NodeId a, NodeId b) {
    assert(operandCount(operation) == 2);
    return operationNode({operation, a, b}, 0);
}

NodeId Graph::select(NodeId condition, NodeId yes, NodeId no) {
    return operationNode({Operation::Select, condition, yes, no}, 0);
}

double Graph::constantValue(NodeId id) const {
    assert(isConstant(id));
    return std::bit_cast<double>(std::uint64_t{nodes_[id].a} | std::uint64_t{nodes_[id].b} << 32);
}

int Graph::inputIndex(NodeId id) const {
    return nodes_[id].operation == Operation::Input ? static_cast<int>(nodes_[id].a) : -1;
}

std::uint64_t Graph::dependencies(NodeId id) const { return marks_[id] & ~(untrackedMark | derivedMark); }

NodeId Graph::operationNode(const Node& node, std::uint64_t mark) {
    for (const NodeId operand : Operands(node)) {
        assert(operand < size());
        mark |= marks_[operand] & ~derivedMark;
    }
    return intern(node, mark);
}

NodeId Graph::intern(const Node& node, std::uint64_t mark) {
    if ((nodes_.size() + 1) * 2 > table_.size()) grow();
    const std::size_t last = table_.size() - 1;
    std::size_t place = hash(node) & last;
    for (; table_[place] != noNode; place = (place + 1) & last)
        if (same(nodes_[table_[place]], node)) {
            if ((mark & derivedMark) == 0) marks_[table_[place]] &= ~derivedMark;
            return table_[place];
        }
    table_[place] = size();
    nodes_.push_back(node);
    marks_.push_back(mark);
    return table_[place];
}

void Graph::grow() {
    table_.assign(std::max(firstTableSize, table_.size() * 2), noNode);
    const std::size_t last = table_.size() - 1;
    for (NodeId id = 0; id < size(); ++id) {
        std::size_t place = hash(nodes_[id]) & last;
        while (table_[place] != noNode) place = (place + 1) & last;
        table_[place] = id;
    }
}

std::vector<bool> cone(const Graph& graph, std::span<const NodeId> roots) {
    if (roots.empty()) return {};
    std::vector<bool> needed(*std::max_element(roots.begin(), roots.end()) + std::size_t{1});
    for (const NodeId root : roots) needed[root] = true;
    for (std::size_t id = needed.size(); id-- > 0;)
        if (needed[id])
            for (const NodeId operand : Operands(graph[static_cast<NodeId>(id)])) needed[operand] = true;
    return needed;
}

}  // namespace bilevel
