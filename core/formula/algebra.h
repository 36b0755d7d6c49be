#pragma once

#include "core/formula/graph.h"

#include <optional>
#include <vector>

namespace bilevel {

/// Writes derivatives: builds nodes as Graph does, but simplifies on the way so that the result reads well and
/// runs fast.
///
/// The rewrites are those of school algebra – 0·x = 0, x − x = 0, numbers pulled to the front of a product and
/// combined, like terms added – and may change a rounding or hide 0·∞, which is why typed formulas never go
/// through here.
class Algebra {
public:
    explicit Algebra(Graph& graph) : graph_(graph) {}

    NodeId number(double value) { return graph_.constant(value); }
    bool is(NodeId id, double value) const { return graph_.isConstant(id) && graph_.constantValue(id) == value; }

    NodeId negate(NodeId a);
    NodeId reciprocal(NodeId a);
    NodeId add(NodeId a, NodeId b);
    NodeId subtract(NodeId a, NodeId b) { return add(a, negate(b)); }
    NodeId multiply(NodeId a, NodeId b);
    NodeId divide(NodeId a, NodeId b) { return multiply(a, reciprocal(b)); }
    NodeId square(NodeId a) { return power(a, number(2)); }
    /// a to the power of an exponent that is a number (Graph::isNumber).
    NodeId power(NodeId a, NodeId exponent);
    NodeId select(NodeId condition, NodeId yes, NodeId no);
    /// Any other operation, as it stands.
    NodeId apply(Operation operation, NodeId a, NodeId b = noNode);

private:
    /// numerator/denominator · rest; no rest means 1.
    struct Term {
        double numerator = 1, denominator = 1;
        NodeId rest = noNode;
    };
    Term split(NodeId id) const;
    bool isFactor(NodeId id) const;  ///< a number that is combined with others
    NodeId join(Term term);
    NodeId opposite(NodeId a);
    static std::optional<Term> sum(const Term& a, const Term& b);
    std::optional<NodeId> addToNumber(NodeId a, const Term& term);
    NodeId product(NodeId a, NodeId b);
    /// base^exponent, the exponent an integer and not 0; any node is the first power of itself.
    struct WholePower {
        NodeId base;
        double exponent;
        friend bool operator==(const WholePower&, const WholePower&) = default;
    };
    WholePower wholePower(NodeId id) const;
    std::vector<WholePower> factors(NodeId id) const;
    bool isSameProduct(NodeId a, NodeId b) const;
    NodeId node(const Node& node);

    Graph& graph_;
};

}  // namespace bilevel
