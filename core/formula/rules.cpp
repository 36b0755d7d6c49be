#include "core/formula/rules.h"

#include <cassert>
#include <numbers>

namespace bilevel {
namespace {

using enum Operation;

/// f′(a) for node id = f(a).
NodeId slope(Algebra& algebra, const Node& node, NodeId id) {
    const NodeId a = node.a;
    const auto one = [&] { return algebra.number(1); };
    const auto f = [&](Operation operation) { return algebra.apply(operation, a); };
    const auto overRootOf = [&](NodeId radicand) { return algebra.reciprocal(algebra.apply(Sqrt, radicand)); };
    const auto logarithm = [&](double base) { return algebra.apply(Log, algebra.number(base)); };
    switch (node.operation) {
        case Negate:
            return algebra.number(-1);
        case Reciprocal:
            return algebra.negate(algebra.square(id));
        case Abs:
            return f(Sign);  // 0 at 0: the subgradient of least norm
        case Sign:
        case Floor:
        case Ceil:
            return noNode;
        case Sqrt:
            return algebra.reciprocal(algebra.multiply(algebra.number(2), id));
        case Exp:
            return id;
        case Expm1:
            return f(Exp);
        case Log:
            return algebra.reciprocal(a);
        case Log1p:
            return algebra.reciprocal(algebra.add(one(), a));
        case Log2:
            return algebra.reciprocal(algebra.multiply(logarithm(2), a));
        case Log10:
            return algebra.reciprocal(algebra.multiply(logarithm(10), a));
        case Sin:
            return f(Cos);
        case Cos:
            return algebra.negate(f(Sin));
        case Tan:
            return algebra.add(one(), algebra.square(id));
        case Asin:
            return overRootOf(algebra.subtract(one(), algebra.square(a)));
        case Acos:
            return algebra.negate(overRootOf(algebra.subtract(one(), algebra.square(a))));
        case Atan:
            return algebra.reciprocal(algebra.add(one(), algebra.square(a)));
        case Sinh:
            return f(Cosh);
        case Cosh:
            return f(Sinh);
        case Tanh:
            return algebra.reciprocal(algebra.square(f(Cosh)));  // 1 − tanh² would cancel for large a
        case Asinh:
            return overRootOf(algebra.add(algebra.square(a), one()));
        case Acosh:
            return overRootOf(algebra.subtract(algebra.square(a), one()));
        case Atanh:
            return algebra.reciprocal(algebra.subtract(one(), algebra.square(a)));
        case Erf: {
            const NodeId scale =
                algebra.divide(algebra.number(2), algebra.apply(Sqrt, algebra.number(std::numbers::pi)));
            return algebra.multiply(scale, algebra.apply(Exp, algebra.negate(algebra.square(a))));
        }
        case Sigmoid:
            return algebra.multiply(id, algebra.apply(Sigmoid, algebra.negate(a)));
        case Softplus:
            return f(Sigmoid);
        default:
            assert(false);
            return noNode;
    }
}

/// u^v. In u: v·u^(v−1), which is 0 where v = 0. In v: u^v·log u, which is 0 where u^v = 0.
Partials ofPower(const Graph& graph, Algebra& algebra, NodeId id, Wanted wanted) {
    const auto [operation, u, v, unused] = graph[id];
    const NodeId zero = algebra.number(0);
    Partials result;
    if (wanted.a) {
        const NodeId lessOne = algebra.subtract(v, algebra.number(1));
        if (graph.isNumber(v))
            result.a = algebra.multiply(v, algebra.power(u, lessOne));
        else
            result.a = algebra.select(algebra.apply(Equal, v, zero), zero,
                                      algebra.multiply(v, algebra.apply(Power, u, lessOne)));
    }
    if (wanted.b) {
        const NodeId growth = algebra.multiply(id, algebra.apply(Log, u));
        result.b = graph.isNumber(u) && !algebra.is(u, 0)
                       ? growth
                       : algebra.select(algebra.apply(Equal, id, zero), zero, growth);
    }
    return result;
}

/// a/√(a²+b²), and 0 at the origin: the subgradient of least norm.
NodeId ofHypot(Algebra& algebra, NodeId id, NodeId a) {
    const NodeId zero = algebra.number(0);
    return algebra.select(algebra.apply(Equal, id, zero), zero, algebra.divide(a, id));
}

}  // namespace

Partials partials(const Graph& graph, Algebra& algebra, NodeId id, Wanted wanted) {
    const Node node = graph[id];
    const auto [operation, a, b, c] = node;
    if (operandCount(operation) == 1) return {.a = slope(algebra, node, id)};
    Partials result;
    switch (operation) {
        case Add:
            return {algebra.number(1), algebra.number(1)};
        case Subtract:
            return {algebra.number(1), algebra.number(-1)};
        case Multiply:
            return {b, a};
        case Power:
            return ofPower(graph, algebra, id, wanted);
        case Divide:
            if (wanted.a) result.a = algebra.reciprocal(b);
            if (wanted.b) result.b = algebra.negate(algebra.multiply(id, algebra.reciprocal(b)));
            return result;
        case Atan2: {
            const NodeId square = algebra.add(algebra.square(a), algebra.square(b));
            if (wanted.a) result.a = algebra.divide(b, square);
            if (wanted.b) result.b = algebra.negate(algebra.divide(a, square));
            return result;
        }
        case Hypot:
            if (wanted.a) result.a = ofHypot(algebra, id, a);
            if (wanted.b) result.b = ofHypot(algebra, id, b);
            return result;
        default:
            return {};  // comparisons and logic are flat wherever they have a slope
    }
}

bool isChoice(Operation operation) { return operation == Select || operation == Minimum || operation == Maximum; }

Choice choice(Algebra& algebra, const Node& node) {
    assert(isChoice(node.operation));
    if (node.operation == Select) return {node.a, node.b, node.c};
    const NodeId first = node.operation == Minimum ? node.a : node.b;
    const NodeId second = node.operation == Minimum ? node.b : node.a;
    return {algebra.apply(LessEqual, first, second), node.a, node.b};
}

}  // namespace bilevel
