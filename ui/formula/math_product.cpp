#include "ui/formula/math_operation.h"
#include "ui/formula/math_symbol.h"
#include "ui/formula/math_typesetter.h"

#include <cmath>

namespace bilevel::ui {

/// Spreads a product over what stands above and below the fraction bar. Derivatives write quotients as
/// reciprocals; a quotient that was typed stays where it was typed unless it leads the product.
void MathTypesetter::gather(NodeId id, bool below, bool first, Product& product) const {
    auto& here = below ? product.below : product.above;
    const Node& node = at(id);
    const bool derived = graph_.isDerived(id);
    if (is(id, Operation::Multiply) && (!below || derived || first)) {
        gather(node.a, below, false, product);
        gather(node.b, below, false, product);
    } else if (is(id, Operation::Divide) && !below && (first || derived)) {
        gather(node.a, false, first, product);
        gather(node.b, true, true, product);
    } else if (is(id, Operation::Reciprocal) && !below) {
        gather(node.a, true, true, product);
    } else if (is(id, Operation::Power) && is(node.a, Operation::Reciprocal) && isPlainNumber(node.b) && !below) {
        product.below.push_back({at(node.a).a, graph_.constantValue(node.b)});
    } else if (is(id, Operation::Power) && derived && isPlainNumber(node.b) && graph_.constantValue(node.b) < 0 &&
               !below) {
        product.below.push_back({node.a, -graph_.constantValue(node.b)});
    } else {
        here.push_back({id});
    }
}

MathBox MathTypesetter::product(const MathStyle& style, NodeId id, bool opposite) {
    Product parts;
    gather(id, false, true, parts);
    const auto isOne = [&](const Factor& f) {
        return isPlainNumber(f.id) && !f.exponent && std::abs(graph_.constantValue(f.id)) == 1;
    };
    if (opposite && parts.above.size() > 1 && isOne(parts.above.front())) {
        parts.above.erase(parts.above.begin());
        opposite = false;
    }
    if (parts.below.empty()) return factors(style, parts.above, opposite);
    const MathStyle inner = style.inFraction();
    const MathBox above =
        parts.above.empty() ? math::text(inner, "1", false) : factors(inner, parts.above, opposite);
    return math::fraction(style, above, factors(inner, parts.below, false));
}

bool MathTypesetter::startsWithDigit(const Factor& factor) const {
    NodeId id = factor.id;
    while (is(id, Operation::Power) || is(id, Operation::Multiply) || is(id, Operation::Divide)) id = at(id).a;
    return isPlainNumber(id);
}

/// Does it begin or end with letters that would run into a neighbour's?
bool MathTypesetter::isWordy(const Factor& factor) const {
    if (const std::string* name = nameOf(factor.id)) return !MathSymbol::of(*name).isOneLetter();
    const Node& node = at(factor.id);
    if (node.operation == Operation::Input)
        return !MathSymbol::of(names_.inputs[static_cast<std::size_t>(graph_.inputIndex(factor.id))])
                    .isOneLetter();
    if (node.operation == Operation::Power) return isWordy({node.a});
    return uprightName(node.operation) != nullptr || node.operation == Operation::Exp;
}

MathBox MathTypesetter::factors(const MathStyle& style, const std::vector<Factor>& list, bool opposite) {
    std::vector<MathBox> boxes;
    if (!opposite && list.size() > 1 && leadsNegative(list.front().id)) {
        boxes.push_back(minusSign(style));
        opposite = true;
    }
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (i > 0) boxes.push_back(between(style, list[i - 1], list[i]));
        boxes.push_back(factor(style, list[i], list.size() == 1, opposite && i == 0));
    }
    return math::row(boxes);
}

/// What stands between two factors: a dot where digits would run together, else a space that keeps names apart.
MathBox MathTypesetter::between(const MathStyle& style, const Factor& left, const Factor& right) const {
    if (startsWithDigit(right)) return spacedSign(style, "·", 0.1);
    const bool coefficient = isPlainNumber(left.id) && !left.exponent;
    const double air = isWordy(left) || isWordy(right) ? 0.18 : coefficient ? 0.07 : 0.12;
    return math::gap(air * style.em());
}

MathBox MathTypesetter::factor(const MathStyle& style, const Factor& factor, bool alone, bool opposite) {
    if (factor.exponent) {
        const double n = *factor.exponent;
        if (n == 1) return alone ? box(style, factor.id) : operand(style, factor.id, Level::product);
        return power(style, factor.id, layoutNumber(style.script(), n), n > 1 && std::floor(n) == n);
    }
    if (opposite) return term(style, factor.id, true);
    return alone ? box(style, factor.id) : operand(style, factor.id, Level::product);
}

}  // namespace bilevel::ui
