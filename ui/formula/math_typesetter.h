#pragma once

#include "core/formula/print.h"
#include "ui/formula/math_box.h"

#include <optional>
#include <vector>

namespace bilevel::ui {

/// Lays out one formula. Recursive over the graph's nodes, with a budget: shared parts could otherwise explode.
class MathTypesetter {
public:
    MathTypesetter(const Graph& graph, const Names& names, NodeId spelt)
        : graph_(graph), names_(names), spelt_(spelt) {}

    std::vector<MathBox> terms(const MathStyle& style, NodeId id);
    MathBox box(const MathStyle& style, NodeId id);

private:
    static constexpr int maximumNodes = 1500;  ///< beyond it nobody reads on
    static constexpr int maximumDepth = 120;

    /// A part of a product, perhaps to a power that the graph writes elsewhere.
    struct Factor {
        NodeId id;
        std::optional<double> exponent = {};
    };
    struct Product {
        std::vector<Factor> above, below;
    };
    /// How tightly a laid-out node holds together; an operand looser than its place demands gets parentheses.
    enum class Level { selection, disjunction, conjunction, comparison, sum, product, fraction, power, atom };

    const std::string* nameOf(NodeId id) const { return id == spelt_ ? nullptr : names_.of(id); }
    const Node& at(NodeId id) const { return graph_[id]; }
    bool is(NodeId id, Operation operation) const { return at(id).operation == operation && !nameOf(id); }
    bool isSum(NodeId id) const { return is(id, Operation::Add) || is(id, Operation::Subtract); }
    bool isProduct(NodeId id) const {
        return is(id, Operation::Multiply) || is(id, Operation::Divide) || is(id, Operation::Reciprocal);
    }
    bool isPlainNumber(NodeId id) const { return graph_.isConstant(id) && !nameOf(id); }
    Level level(NodeId id) const;
    bool leadsNegative(NodeId id) const;

    MathBox spelt(const MathStyle& style, NodeId id);
    MathBox operand(const MathStyle& style, NodeId id, Level least);
    MathBox term(const MathStyle& style, NodeId id, bool opposite);
    MathBox signedTerm(const MathStyle& style, NodeId id);
    void gather(NodeId id, bool below, bool first, Product& product) const;
    MathBox product(const MathStyle& style, NodeId id, bool opposite);
    MathBox factors(const MathStyle& style, const std::vector<Factor>& list, bool opposite);
    MathBox factor(const MathStyle& style, const Factor& factor, bool alone, bool opposite);
    MathBox between(const MathStyle& style, const Factor& left, const Factor& right) const;
    bool startsWithDigit(const Factor& factor) const;
    bool isWordy(const Factor& factor) const;
    MathBox power(const MathStyle& style, NodeId base, const MathBox& exponent, bool wholeExponent);
    MathBox exponential(const MathStyle& style, NodeId exponent);
    MathBox call(const MathStyle& style, NodeId id, const MathBox& superscript = {});
    MathBox relation(const MathStyle& style, NodeId id);
    MathBox selection(const MathStyle& style, NodeId id);
    std::vector<NodeId> chain(NodeId id) const;

    const Graph& graph_;
    const Names& names_;
    NodeId spelt_;
    int left_ = maximumNodes;  ///< nodes that may still be laid out
    int depth_ = 0;
};

/// A sign with `air` em of space on both sides.
MathBox spacedSign(const MathStyle& style, const char* sign, double air);
/// A minus sign as it stands before a term.
MathBox minusSign(const MathStyle& style);

}  // namespace bilevel::ui
