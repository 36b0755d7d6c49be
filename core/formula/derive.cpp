#include "core/formula/derive.h"

#include "core/formula/algebra.h"
#include "core/formula/forward.h"
#include "core/formula/rules.h"

#include <algorithm>
#include <cassert>
#include <optional>

namespace bilevel {
namespace {

std::uint64_t bitsOf(std::span<const int> inputs) {
    std::uint64_t bits = 0;
    for (const int input : inputs) {
        assert(input >= 0 && input < Graph::maximumInputs);
        bits |= std::uint64_t{1} << input;
    }
    return bits;
}

/// What flows back into each node during a reverse sweep: a list of terms per node, newest first. Sums are written
/// from it once it is complete, oldest term last, which puts the terms in the order of the typed formula.
class Adjoints {
public:
    Adjoints(Algebra& algebra, NodeId nodes) : algebra_(algebra), newest_(nodes, none) {}

    void add(NodeId node, NodeId term) {
        if (algebra_.is(term, 0)) return;
        terms_.push_back({term, newest_[node]});
        newest_[node] = static_cast<int>(terms_.size()) - 1;
    }

    /// The sum for one node; noNode where nothing flows.
    NodeId sum(NodeId node) {
        NodeId total = noNode;
        for (int k = newest_[node]; k != none; k = terms_[static_cast<std::size_t>(k)].older) {
            const NodeId term = terms_[static_cast<std::size_t>(k)].value;
            total = total == noNode ? term : algebra_.add(total, term);
        }
        return total;
    }

private:
    static constexpr int none = -1;
    struct Term {
        NodeId value;
        int older;
    };
    Algebra& algebra_;
    std::vector<Term> terms_;
    std::vector<int> newest_;
};

/// One reverse sweep: hands the derivative that arrives at a node on to its operands.
class ReverseSweep {
public:
    ReverseSweep(Graph& graph, NodeId root, std::span<const int> inputs)
        : graph_(graph), algebra_(graph), inputs_(inputs), wanted_(bitsOf(inputs)), forward_(graph) {
        for (const int input : inputs) leaves_.push_back(graph.input(input));
        NodeId highest = root;
        for (const NodeId leaf : leaves_) highest = std::max(highest, leaf);
        adjoints_.emplace(algebra_, highest + 1);
        flow(root, algebra_.number(1));
        for (NodeId id = root + 1; id-- > 0;)
            if (operandCount(graph[id].operation) > 0)
                if (const NodeId arriving = adjoints_->sum(id); arriving != noNode) passOn(id, arriving);
    }

    std::vector<NodeId> result() {
        std::vector<NodeId> gradient;
        for (const NodeId leaf : leaves_) {
            const NodeId sum = adjoints_->sum(leaf);
            gradient.push_back(sum == noNode ? algebra_.number(0) : sum);
        }
        return gradient;
    }

private:
    bool matters(NodeId id) const { return (graph_.dependencies(id) & wanted_) != 0; }

    void flow(NodeId to, NodeId term) {
        if (matters(to)) adjoints_->add(to, term);
    }

    void passOn(NodeId id, NodeId arriving) {
        const auto [operation, a, b, c] = graph_[id];
        if (isChoice(operation)) return passThroughChoice(id, arriving);
        if (operation == Operation::Divide) {  // both operands share arriving/b
            const NodeId share = algebra_.divide(arriving, b);
            flow(a, share);
            if (matters(b)) flow(b, algebra_.negate(algebra_.multiply(share, id)));
            return;
        }
        const bool binary = operandCount(operation) == 2;
        const Wanted wanted{matters(a), binary && matters(b)};
        const auto local = partials(graph_, algebra_, id, wanted);
        if (wanted.a && local.a != noNode) flow(a, algebra_.multiply(local.a, arriving));
        if (wanted.b && local.b != noNode) flow(b, algebra_.multiply(local.b, arriving));
    }

    /// The branches are differentiated on their own and one is selected afterwards, so that 0·∞ in the branch not
    /// taken never reaches the result. They are differentiated forward: that needs no sweep per branch, however
    /// deep they nest.
    void passThroughChoice(NodeId id, NodeId arriving) {
        for (std::size_t k = 0; k < inputs_.size(); ++k)
            if ((graph_.dependencies(id) >> inputs_[k] & 1) != 0)
                flow(leaves_[k], algebra_.multiply(forward_.derivative(id, inputs_[k]), arriving));
    }

    Graph& graph_;
    Algebra algebra_;
    std::span<const int> inputs_;
    std::uint64_t wanted_;
    Forward forward_;
    std::vector<NodeId> leaves_;
    std::optional<Adjoints> adjoints_;
};

}  // namespace

std::vector<NodeId> gradient(Graph& graph, NodeId root, std::span<const int> inputs) {
    return ReverseSweep(graph, root, inputs).result();
}

std::vector<NodeId> hessian(Graph& graph, std::span<const NodeId> gradient, std::span<const int> inputs) {
    assert(gradient.size() == inputs.size());
    Forward forward(graph);
    std::vector<NodeId> triangle;
    for (std::size_t row = 0; row < inputs.size(); ++row)
        for (std::size_t column = 0; column <= row; ++column)
            triangle.push_back(forward.derivative(gradient[row], inputs[column]));
    return triangle;
}

std::vector<NodeId> hessianVector(Graph& graph, std::span<const NodeId> gradient, std::span<const int> inputs,
                                  std::span<const int> directions) {
    assert(gradient.size() == directions.size());
    Algebra algebra(graph);
    NodeId product = algebra.number(0);
    for (std::size_t k = 0; k < gradient.size(); ++k)
        product = algebra.add(product, algebra.multiply(gradient[k], graph.input(directions[k])));
    return bilevel::gradient(graph, product, inputs);
}

}  // namespace bilevel
