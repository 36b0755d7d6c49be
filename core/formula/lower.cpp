#include "core/formula/lower.h"

#include "core/formula/kernels.h"

#include <cmath>
#include <utility>

namespace bilevel {
namespace {

using enum Operation;

constexpr double maximumProductPower = 16;  // above, a power function is faster, and more accurate

class Lowering {
public:
    explicit Lowering(const Graph& source) : source_(source) {}

    Lowered run(std::span<const NodeId> outputs) {
        const auto needed = cone(source_, outputs);
        std::vector<NodeId> lowered(needed.size(), noNode);
        for (NodeId id = 0; id < needed.size(); ++id)
            if (needed[id]) lowered[id] = rewrite(id, lowered);
        Lowered result;
        for (const NodeId output : outputs) result.outputs.push_back(lowered[output]);
        result.graph = std::move(graph_);
        return result;
    }

private:
    NodeId rewrite(NodeId id, const std::vector<NodeId>& lowered) {
        const auto [operation, a, b, c] = source_[id];
        if (operation == Constant) return graph_.constant(source_.constantValue(id));
        if (operation == Input) return graph_.input(source_.inputIndex(id));
        if (operation == Reciprocal) return reciprocal(a, lowered);
        switch (operandCount(operation)) {
            case 1:
                return unary(operation, lowered[a]);
            case 2:
                return binary(operation, lowered[a], lowered[b]);
            default:
                return select(lowered[a], lowered[b], lowered[c]);
        }
    }

    /// 1/uⁿ is (1/u)ⁿ: all powers of u share one division.
    NodeId reciprocal(NodeId a, const std::vector<NodeId>& lowered) {
        const Node& inner = source_[a];
        const bool shared =
            inner.operation == Power && source_.isConstant(inner.b) && source_.constantValue(inner.b) > 0;
        if (!shared) return binary(Divide, number(1), lowered[a]);
        return binary(Power, binary(Divide, number(1), lowered[inner.a]), lowered[inner.b]);
    }

    bool isConstant(NodeId id) const { return graph_.isConstant(id); }
    bool isConstant(NodeId id, double value) const { return isConstant(id) && graph_.constantValue(id) == value; }
    bool is(NodeId id, Operation operation) const { return graph_[id].operation == operation; }
    NodeId number(double value) { return graph_.constant(value); }
    NodeId negate(NodeId a) { return unary(Negate, a); }

    NodeId unary(Operation operation, NodeId a) {
        // without a kernel of their own
        if (operation == Sigmoid) return binary(Divide, number(1), binary(Add, number(1), unary(Exp, negate(a))));
        if (operation == Softplus)
            return binary(Add, binary(Maximum, a, number(0)), unary(Log1p, unary(Exp, negate(unary(Abs, a)))));
        if (isConstant(a)) return number(evaluate(operation, graph_.constantValue(a)));
        if (operation == Negate && is(a, Negate)) return graph_[a].a;
        if (operation == Negate && is(a, Multiply) && isConstant(graph_[a].a))
            return multiply(negate(graph_[a].a), graph_[a].b);
        if (operation == Square && (is(a, Negate) || is(a, Abs))) a = graph_[a].a;
        return graph_.unary(operation, a);
    }

    NodeId binary(Operation operation, NodeId a, NodeId b) {
        if (operation == Greater) return binary(Less, b, a);
        if (operation == GreaterEqual) return binary(LessEqual, b, a);
        if (isConstant(a) && isConstant(b))
            return number(evaluate(operation, graph_.constantValue(a), graph_.constantValue(b)));
        switch (operation) {
            case Add:
                if (is(b, Negate)) return binary(Subtract, a, graph_[b].a);
                if (is(a, Negate)) return binary(Subtract, b, graph_[a].a);
                break;
            case Subtract:
                if (is(b, Negate)) return binary(Add, a, graph_[b].a);
                break;
            case Multiply:
                return multiply(a, b);
            case Divide:
                return divide(a, b);
            case Power:
                if (isConstant(b)) return power(a, graph_.constantValue(b));
                break;
            case Minimum:
            case Maximum:
                if (a == b) return a;
                break;
            default:
                break;
        }
        return graph_.binary(operation, a, b);
    }

    NodeId multiply(NodeId a, NodeId b) {
        if (isConstant(b)) std::swap(a, b);
        if (isConstant(a, 1)) return b;
        if (isConstant(a, -1)) return negate(b);
        if (is(a, Negate) && is(b, Negate)) return multiply(graph_[a].a, graph_[b].a);
        if (isConstant(a) && is(b, Negate)) return multiply(number(-graph_.constantValue(a)), graph_[b].a);
        if (is(a, Negate)) return negate(multiply(graph_[a].a, b));
        if (is(b, Negate)) return negate(multiply(a, graph_[b].a));
        return a == b ? unary(Square, a) : graph_.binary(Multiply, a, b);
    }

    NodeId divide(NodeId a, NodeId b) {
        if (isConstant(b)) {
            int exponent = 0;
            const double divisor = graph_.constantValue(b), inverse = 1 / divisor;
            const bool exact = std::fabs(std::frexp(divisor, &exponent)) == 0.5 && std::isnormal(inverse);
            if (exact) return multiply(number(inverse), a);
        }
        if (is(a, Negate) && is(b, Negate)) return divide(graph_[a].a, graph_[b].a);
        if (is(a, Negate)) return negate(divide(graph_[a].a, b));
        if (is(b, Negate)) return negate(divide(a, graph_[b].a));
        return graph_.binary(Divide, a, b);
    }

    /// Integer and half-integer powers by squaring; x⁰ = 1 also at 0, as IEEE and muParser have it.
    NodeId power(NodeId a, double exponent) {
        const double size = std::fabs(exponent), whole = std::floor(size);
        if (exponent == 0) return number(1);
        if (size > maximumProductPower || (size != whole && size != whole + 0.5))
            return graph_.binary(Power, a, number(exponent));
        NodeId result = size == whole ? noNode : unary(Sqrt, a);
        NodeId factor = a;
        for (auto rest = static_cast<unsigned>(whole); rest > 0; rest >>= 1) {
            if ((rest & 1) != 0) result = result == noNode ? factor : multiply(result, factor);
            if (rest > 1) factor = unary(Square, factor);
        }
        return exponent < 0 ? divide(number(1), result) : result;
    }

    NodeId select(NodeId condition, NodeId yes, NodeId no) {
        if (isConstant(condition)) return graph_.constantValue(condition) != 0 ? yes : no;
        return yes == no ? yes : graph_.select(condition, yes, no);
    }

    const Graph& source_;
    Graph graph_;
};

}  // namespace

Lowered lower(const Graph& graph, std::span<const NodeId> outputs) { return Lowering(graph).run(outputs); }

}  // namespace bilevel
