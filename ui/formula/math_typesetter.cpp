#include "ui/formula/math_typesetter.h"

#include "ui/formula/math_operation.h"
#include "ui/formula/math_symbol.h"

#include <algorithm>
#include <cmath>

namespace bilevel::ui {

MathBox spacedSign(const MathStyle& style, const char* sign, double air) {
    const MathBox gap = math::gap(air * style.em());
    return math::row({gap, math::text(style, QString::fromUtf8(sign), false), gap});
}

MathBox minusSign(const MathStyle& style) {
    return math::row({math::text(style, "−", false), math::gap(0.05 * style.em())});
}

MathTypesetter::Level MathTypesetter::level(NodeId id) const {
    if (nameOf(id)) return Level::atom;
    switch (const Operation operation = at(id).operation) {
        case Operation::Constant:
            return isPowerOfTen(graph_.constantValue(id)) ? Level::product : Level::atom;
        case Operation::Add:
        case Operation::Subtract:
            return Level::sum;
        case Operation::Negate:
        case Operation::Multiply:
            return Level::product;
        case Operation::Divide:
        case Operation::Reciprocal:
            return Level::fraction;
        case Operation::Power:
        case Operation::Exp:
        case Operation::Sqrt:
            return Level::power;
        case Operation::Select:
            return Level::selection;
        case Operation::Or:
            return Level::disjunction;
        case Operation::And:
            return Level::conjunction;
        default:
            return isComparison(operation) ? Level::comparison : Level::atom;
    }
}

/// Would the formula begin with a minus sign?
bool MathTypesetter::leadsNegative(NodeId id) const {
    for (;; id = at(id).a) {
        if (nameOf(id)) return false;
        if (graph_.isConstant(id)) return graph_.constantValue(id) < 0;
        if (at(id).operation == Operation::Negate) return true;
        if (at(id).operation != Operation::Multiply && at(id).operation != Operation::Divide) return false;
    }
}

MathBox MathTypesetter::box(const MathStyle& style, NodeId id) {
    if (--left_ < 0 || depth_ > maximumDepth) return math::text(style, "…", false);
    ++depth_;
    MathBox result = spelt(style, id);
    --depth_;
    return result;
}

MathBox MathTypesetter::spelt(const MathStyle& style, NodeId id) {
    if (const std::string* name = nameOf(id)) return layoutName(style, *name);
    const Node& node = at(id);
    switch (node.operation) {
        case Operation::Constant:
            return layoutNumber(style, graph_.constantValue(id));
        case Operation::Input:
            return layoutName(style, names_.inputs[static_cast<std::size_t>(graph_.inputIndex(id))]);
        case Operation::Add:
        case Operation::Subtract:
            return math::row(terms(style, id));
        case Operation::Negate:
        case Operation::Multiply:
        case Operation::Divide:
        case Operation::Reciprocal:
            return signedTerm(style, id);
        case Operation::Power: {
            const bool whole = isPlainNumber(node.b) && graph_.constantValue(node.b) > 1 &&
                               std::floor(graph_.constantValue(node.b)) == graph_.constantValue(node.b);
            return power(style, node.a, box(style.script(), node.b), whole);
        }
        case Operation::Exp:
            return exponential(style, node.a);
        case Operation::Sqrt:
            return math::root(style, box(style, node.a));
        case Operation::Abs:
            return math::fenced(style, box(style, node.a), math::Fence::bars);
        case Operation::Floor:
            return math::fenced(style, box(style, node.a), math::Fence::floor);
        case Operation::Ceil:
            return math::fenced(style, box(style, node.a), math::Fence::ceiling);
        case Operation::Select:
            return selection(style, id);
        default:
            return relationSign(node.operation) ? relation(style, id) : call(style, id);
    }
}

MathBox MathTypesetter::operand(const MathStyle& style, NodeId id, Level least) {
    const MathBox inside = box(style, id);
    // Between a < b a minus sign needs no shelter; between a + b and a · b it does.
    const bool bare = level(id) >= least && (least <= Level::sum || !leadsNegative(id));
    return bare ? inside : math::fenced(style, inside, math::Fence::parentheses);
}

std::vector<MathBox> MathTypesetter::terms(const MathStyle& style, NodeId id) {
    struct Signed {
        NodeId id;
        bool negative;
    };
    std::vector<Signed> reversed;
    std::vector<Signed> open{{id, false}};
    while (!open.empty()) {  // the left spine of a long sum is as deep as the sum is long: no recursion
        const auto [next, negative] = open.back();
        open.pop_back();
        if (isSum(next) && !negative) {
            open.push_back({at(next).a, false});
            open.push_back({at(next).b, at(next).operation == Operation::Subtract});
        } else {
            reversed.push_back({next, negative});
        }
    }

    std::vector<MathBox> boxes;
    for (auto it = reversed.rbegin(); it != reversed.rend(); ++it) {
        if (boxes.empty()) {
            boxes.push_back(isSum(it->id) ? operand(style, it->id, Level::product) : signedTerm(style, it->id));
            continue;
        }
        if (left_ <= 0) {
            boxes.push_back(math::row({spacedSign(style, "+", 0.22), math::text(style, "…", false)}));
            break;
        }
        const bool flip = leadsNegative(it->id);
        const MathBox body = flip ? term(style, it->id, true) : operand(style, it->id, Level::product);
        boxes.push_back(math::row({spacedSign(style, it->negative != flip ? "−" : "+", 0.22), body}));
    }
    return boxes;
}

MathBox MathTypesetter::signedTerm(const MathStyle& style, NodeId id) {
    if (!leadsNegative(id)) return isProduct(id) ? product(style, id, false) : operand(style, id, Level::product);
    return math::row({minusSign(style), term(style, id, true)});
}

/// A term of a sum without its sign; `opposite` when it leads with a minus that is written elsewhere.
MathBox MathTypesetter::term(const MathStyle& style, NodeId id, bool opposite) {
    if (!opposite) return operand(style, id, Level::product);
    if (graph_.isConstant(id)) return layoutNumber(style, -graph_.constantValue(id));
    if (at(id).operation == Operation::Negate) return operand(style, at(id).a, Level::product);
    return product(style, id, true);
}

MathBox MathTypesetter::power(const MathStyle& style, NodeId base, const MathBox& exponent, bool wholeExponent) {
    if (const std::string* name = nameOf(base)) return layoutName(style, *name, exponent);
    if (is(base, Operation::Input))
        return layoutName(style, names_.inputs[static_cast<std::size_t>(graph_.inputIndex(base))], exponent);
    if (uprightName(at(base).operation) && wholeExponent) return call(style, base, exponent);
    MathBox inside = box(style, base);
    if (level(base) < Level::atom || leadsNegative(base) || uprightName(at(base).operation))
        inside = math::fenced(style, inside, math::Fence::parentheses);
    return math::scripts(style, inside, {}, exponent);
}

MathBox MathTypesetter::exponential(const MathStyle& style, NodeId exponent) {
    const int budget = left_;
    const MathBox small = box(style.script(), exponent);
    if (small.height() < 2.2 * style.em() && small.width() < 9 * style.em())
        return math::scripts(style, math::text(style, "e", false), {}, small);
    left_ = budget;
    return math::row(
        {math::text(style, "exp", false), math::fenced(style, box(style, exponent), math::Fence::parentheses)});
}

/// min(min(a, b), c) is min(a, b, c).
std::vector<NodeId> MathTypesetter::chain(NodeId id) const {
    const Operation operation = at(id).operation;
    std::vector<NodeId> arguments;
    if (operation == Operation::Minimum || operation == Operation::Maximum)
        for (; is(at(id).a, operation); id = at(id).a) arguments.push_back(at(id).b);
    if (operandCount(operation) == 2) arguments.push_back(at(id).b);
    arguments.push_back(at(id).a);
    std::ranges::reverse(arguments);
    return arguments;
}

MathBox MathTypesetter::call(const MathStyle& style, NodeId id, const MathBox& superscript) {
    const MathSymbol symbol = MathSymbol::of(uprightName(at(id).operation));
    const bool base = at(id).operation == Operation::Log2 || at(id).operation == Operation::Log10;
    const QString name = base ? symbol.base : QString::fromUtf8(uprightName(at(id).operation));
    const MathBox subscript = base ? math::text(style.script(), symbol.subscript, false) : MathBox();
    MathBox head = math::text(style, name, false);
    if (base || superscript.width() > 0) head = math::scripts(style, head, subscript, superscript);
    std::vector<MathBox> list;
    for (const NodeId argument : chain(id)) {
        if (!list.empty()) list.push_back(math::text(style, ", ", false));
        list.push_back(box(style, argument));
    }
    return math::row(
        {head, math::gap(0.03 * style.em()), math::fenced(style, math::row(list), math::Fence::parentheses)});
}

MathBox MathTypesetter::relation(const MathStyle& style, NodeId id) {
    const Node& node = at(id);
    const auto tighter = static_cast<Level>(static_cast<int>(level(id)) + 1);
    const bool comparison = isComparison(node.operation);
    // a < b < c means (a < b) < c here, which nobody would read into it: comparisons never chain without
    // parentheses.
    return math::row({operand(style, node.a, comparison ? tighter : level(id)),
                      spacedSign(style, relationSign(node.operation), 0.26), operand(style, node.b, tighter)});
}

MathBox MathTypesetter::selection(const MathStyle& style, NodeId id) {
    const MathStyle inner = style.inFraction();
    std::vector<math::Case> lines;
    for (; is(id, Operation::Select) && lines.size() < 12; id = at(id).c)
        lines.push_back(
            {box(inner, at(id).b), math::row({math::text(inner, "if ", false), box(inner, at(id).a)})});
    lines.push_back({box(inner, id), math::text(inner, "otherwise", false)});
    return math::cases(style, lines);
}

}  // namespace bilevel::ui
