#include "core/formula/forward.h"

#include "core/formula/rules.h"

namespace bilevel {

NodeId Forward::derivative(NodeId id, int input) {
    const auto depends = [&](NodeId k) { return (graph_.dependencies(k) >> input & 1) != 0; };
    const NodeId zero = algebra_.number(0);
    auto& known = known_[input];
    if (known.size() <= id) known.resize(id + std::size_t{1}, noNode);
    pending_.assign(1, id);
    while (!pending_.empty()) {  // depth first, without recursion: formulas may be deep
        const NodeId next = pending_.back();
        if (known[next] != noNode) {
            pending_.pop_back();
            continue;
        }
        if (!depends(next)) {
            known[next] = zero;
            continue;
        }
        bool ready = true;
        for (const NodeId operand : Operands(graph_[next]))
            if (known[operand] == noNode) {
                pending_.push_back(operand);
                ready = false;
            }
        if (ready) known[next] = differentiate(next, input, known);
    }
    return known[id];
}

NodeId Forward::differentiate(NodeId id, int input, const std::vector<NodeId>& known) {
    const Node node = graph_[id];
    if (graph_.inputIndex(id) == input) return algebra_.number(1);
    if (isChoice(node.operation)) {
        const Choice c = choice(algebra_, node);
        return algebra_.select(c.condition, known[c.yes], known[c.no]);
    }
    if (node.operation == Operation::Divide) {
        const NodeId change = algebra_.subtract(known[node.a], algebra_.multiply(id, known[node.b]));
        return algebra_.divide(change, node.b);
    }
    const bool binary = operandCount(node.operation) == 2;
    const auto moves = [&](NodeId operand) { return !algebra_.is(known[operand], 0); };
    const Wanted wanted{moves(node.a), binary && moves(node.b)};
    const Partials local = partials(graph_, algebra_, id, wanted);
    NodeId total = algebra_.number(0);
    if (wanted.a && local.a != noNode) total = algebra_.multiply(local.a, known[node.a]);
    if (wanted.b && local.b != noNode) total = algebra_.add(total, algebra_.multiply(local.b, known[node.b]));
    return total;
}

}  // namespace bilevel
