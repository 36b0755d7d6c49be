#include "core/formula/assemble.h"

#include <cstdint>

namespace bilevel {
namespace {

using enum Operation;

class Selector {
public:
    explicit Selector(const Lowered& lowered) : graph_(lowered.graph) {
        orderNodes(lowered.outputs);
        uses_.assign(graph_.size(), 0);
        merged_.assign(graph_.size(), false);
        inner_.assign(graph_.size(), noNode);
        partner_.assign(graph_.size(), noNode);
        for (const NodeId id : order_)
            for (const NodeId operand : Operands(graph_[id])) ++uses_[operand];
        for (const NodeId output : lowered.outputs) uses_[output] += 2;  // an output must exist on its own
        pairSinesAndCosines();
        for (std::size_t k = order_.size(); k-- > 0;) merge(order_[k]);
    }

    std::vector<Step> steps() {
        std::vector<Step> steps;
        for (const NodeId id : order_)
            if (!merged_[id]) steps.push_back(step(id));
        return steps;
    }

private:
    /// Depth first from the outputs, so that values are used soon after they are made; operations only, no leaves.
    void orderNodes(const std::vector<NodeId>& outputs) {
        enum class State : std::uint8_t { New, Open, Done };
        std::vector<State> state(graph_.size(), State::New);
        std::vector<NodeId> stack;
        for (const NodeId output : outputs) {
            stack.push_back(output);
            while (!stack.empty()) {
                const NodeId id = stack.back();
                if (state[id] == State::New && operandCount(graph_[id].operation) > 0) {
                    state[id] = State::Open;
                    for (const NodeId operand : Operands(graph_[id]))
                        if (state[operand] == State::New) stack.push_back(operand);
                    continue;
                }
                stack.pop_back();
                if (state[id] == State::Open) order_.push_back(id);
                state[id] = State::Done;
            }
        }
    }

    void pairSinesAndCosines() {
        std::vector<NodeId> first(graph_.size(), noNode);  // by operand: its sine or cosine, whichever comes first
        for (const NodeId id : order_) {
            if (graph_[id].operation != Sin && graph_[id].operation != Cos) continue;
            NodeId& other = first[graph_[id].a];
            if (other == noNode) {
                other = id;
            } else {
                partner_[other] = id;
                merged_[id] = true;
            }
        }
    }

    bool isProduct(NodeId id) const { return graph_[id].operation == Multiply || graph_[id].operation == Square; }
    bool isOnlyUsedOnce(NodeId id) const { return uses_[id] == 1 && !merged_[id] && inner_[id] == noNode; }

    /// Lets a sum or product swallow one operand that nobody else uses. Users come before operands here, so an
    /// operand that is swallowed has not swallowed anything itself yet, and may not afterwards.
    void merge(NodeId id) {
        const Node& node = graph_[id];
        const bool mayMerge = node.operation == Add || node.operation == Subtract || node.operation == Multiply;
        if (merged_[id] || !mayMerge) return;
        // products first: they save a multiplication, not an addition
        if (node.operation == Add && !isProduct(node.a) && isProduct(node.b) && swallow(id, node.b)) return;
        if (!swallow(id, node.a)) swallow(id, node.b);
    }

    bool swallow(NodeId id, NodeId operand) {
        if (!isOnlyUsedOnce(operand)) return false;
        const Operation outside = graph_[id].operation, inside = graph_[operand].operation;
        const bool fits =
            outside == Multiply ? inside == Multiply : isProduct(operand) || (outside == Add && inside == Add);
        if (!fits) return false;
        merged_[operand] = true;
        inner_[id] = operand;
        return true;
    }

    Step step(NodeId id) const {
        const auto [operation, a, b, c] = graph_[id];
        if (partner_[id] != noNode)
            return operation == Sin ? Step{SinCos, id, partner_[id], a} : Step{SinCos, partner_[id], id, a};
        if (inner_[id] == noNode) return {operation, id, noNode, a, b, c};
        const Node& inside = graph_[inner_[id]];
        const NodeId x = inside.a, y = inside.operation == Square ? inside.a : inside.b;
        const bool first = inner_[id] == a;
        const NodeId z = first ? b : a;
        const Operation whole = operation == Multiply     ? MultiplyMultiply
                                : operation == Subtract   ? (first ? MultiplySubtract : SubtractProduct)
                                : inside.operation == Add ? AddAdd
                                                          : MultiplyAdd;
        return {whole, id, noNode, x, y, z};
    }

    const Graph& graph_;
    std::vector<NodeId> order_;
    std::vector<std::uint32_t> uses_;
    std::vector<bool> merged_;     ///< computed as part of another instruction
    std::vector<NodeId> inner_;    ///< what an instruction has swallowed
    std::vector<NodeId> partner_;  ///< the cosine that comes with a sine, or the sine with a cosine
};

}  // namespace

std::vector<Step> select(const Lowered& lowered) { return Selector(lowered).steps(); }

}  // namespace bilevel
