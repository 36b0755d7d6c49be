#include "core/formula/algebra.h"

#include "core/formula/decimal.h"

#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace bilevel {
namespace {

constexpr double maximumInteger = 9007199254740992;  // 2^53: up to here doubles count exactly

bool isInteger(double value) { return std::floor(value) == value && std::fabs(value) <= maximumInteger; }

/// The same fraction with a positive denominator: integers stay a fraction in lowest terms, anything else becomes
/// one number where that number is short.
void reduce(double& numerator, double& denominator) {
    if (denominator < 0) {
        numerator = -numerator;
        denominator = -denominator;
    }
    if (isInteger(numerator) && isInteger(denominator)) {
        const auto divisor = static_cast<double>(
            std::gcd(static_cast<std::int64_t>(numerator), static_cast<std::int64_t>(denominator)));
        numerator /= divisor;
        denominator /= divisor;
    } else if (const auto quotient = shortDecimal(numerator / denominator)) {
        numerator = *quotient;
        denominator = 1;
    }
}

bool isUsable(double value) { return std::isfinite(value) && value != 0; }

}  // namespace

NodeId Algebra::node(const Node& node) { return graph_.operationNode(node, Graph::derivedMark); }

NodeId Algebra::apply(Operation operation, NodeId a, NodeId b) { return node({operation, a, b}); }

Algebra::Term Algebra::split(NodeId id) const {
    Term term{.rest = id};
    while (isUsable(term.numerator) && isUsable(term.denominator)) {
        const Node& n = graph_[term.rest];
        const auto constant = [&](NodeId k) { return graph_.isConstant(k) && isUsable(graph_.constantValue(k)); };
        if (constant(term.rest) || isNumber(term.rest, 0)) {
            term.numerator *= graph_.constantValue(term.rest);
            term.rest = noNode;
            return term;
        }
        if (n.operation == Operation::Negate) {
            term.numerator = -term.numerator;
            term.rest = n.a;
        } else if (n.operation == Operation::Multiply && constant(n.a)) {
            term.numerator *= graph_.constantValue(n.a);
            term.rest = n.b;
        } else if (n.operation == Operation::Multiply && constant(n.b)) {
            term.numerator *= graph_.constantValue(n.b);
            term.rest = n.a;
        } else if (n.operation == Operation::Divide && constant(n.b)) {
            term.denominator *= graph_.constantValue(n.b);
            term.rest = n.a;
        } else {
            return term;
        }
    }
    return {.rest = id};  // the numbers left the range of doubles: leave the formula as it is
}

NodeId Algebra::join(Term term) {
    if (term.numerator == 0) return number(0);
    reduce(term.numerator, term.denominator);
    NodeId result = term.rest;
    if (result == noNode)
        result = number(term.numerator);
    else if (term.numerator == -1)
        result = graph_[result].operation == Operation::Subtract && term.denominator == 1
                     ? node({Operation::Subtract, graph_[result].b, graph_[result].a})
                     : node({Operation::Negate, result});
    else if (term.numerator != 1)
        result = node({Operation::Multiply, number(term.numerator), result});
    return term.denominator == 1 ? result : node({Operation::Divide, result, number(term.denominator)});
}

NodeId Algebra::negate(NodeId a) {
    Term term = split(a);
    term.numerator = -term.numerator;
    return join(term);
}

NodeId Algebra::reciprocal(NodeId a) {
    Term term = split(a);
    if (term.numerator == 0) return node({Operation::Reciprocal, a});
    std::swap(term.numerator, term.denominator);
    if (term.rest != noNode)
        term.rest = graph_[term.rest].operation == Operation::Reciprocal
                        ? graph_[term.rest].a
                        : node({Operation::Reciprocal, term.rest});
    return join(term);
}

NodeId Algebra::multiply(NodeId a, NodeId b) {
    if (isNumber(a, 0) || isNumber(b, 0)) return number(0);
    const Term x = split(a), y = split(b);
    Term term{.numerator = x.numerator * y.numerator, .denominator = x.denominator * y.denominator};
    if (!isUsable(term.numerator) || !isUsable(term.denominator)) return node({Operation::Multiply, a, b});
    term.rest = product(x.rest, y.rest);
    return join(term);
}

/// Powers of one base are combined where they meet: x·x, x²·x, x/x², (1/x)·(1/x).
NodeId Algebra::product(NodeId a, NodeId b) {
    if (a == noNode) return b;
    if (b == noNode) return a;
    const auto [base, exponent] = wholePower(a);
    const auto [otherBase, otherExponent] = wholePower(b);
    if (base != otherBase) return node({Operation::Multiply, a, b});
    const double sum = exponent + otherExponent;
    if (sum == 0) return noNode;
    const double size = std::fabs(sum);
    const NodeId power = size == 1 ? base : node({Operation::Power, base, number(size)});
    return sum > 0 ? power : node({Operation::Reciprocal, power});
}

Algebra::WholePower Algebra::wholePower(NodeId id) const {
    const bool under = graph_[id].operation == Operation::Reciprocal;
    const NodeId inner = under ? graph_[id].a : id;
    const Node& n = graph_[inner];
    const bool isPower = n.operation == Operation::Power && graph_.isConstant(n.b) &&
                         isInteger(graph_.constantValue(n.b)) && graph_.constantValue(n.b) > 0;
    const double exponent = isPower ? graph_.constantValue(n.b) : 1;
    return {isPower ? n.a : inner, under ? -exponent : exponent};
}

NodeId Algebra::add(NodeId a, NodeId b) {
    if (isNumber(a, 0)) return b;
    if (isNumber(b, 0)) return a;
    Term x = split(a), y = split(b);
    if (x.rest == y.rest) {
        const double numerator = x.numerator * y.denominator + y.numerator * x.denominator;
        const double denominator = x.denominator * y.denominator;
        if (std::isfinite(numerator) && isUsable(denominator))
            return join({.numerator = numerator, .denominator = denominator, .rest = x.rest});
    }
    if (y.numerator < 0) {
        y.numerator = -y.numerator;
        return node({Operation::Subtract, a, join(y)});
    }
    if (x.numerator < 0) {
        x.numerator = -x.numerator;
        return node({Operation::Subtract, b, join(x)});
    }
    return node({Operation::Add, a, b});
}

NodeId Algebra::power(NodeId a, NodeId exponent) {
    const Term term = split(exponent);
    if (term.rest == noNode) {
        const double value = term.numerator / term.denominator;
        if (value == 0) return number(1);
        if (value == 1) return a;
        if (value == -1) return reciprocal(a);
        if (value == 0.5) return node({Operation::Sqrt, a});
    }
    return node({Operation::Power, a, exponent});
}

NodeId Algebra::select(NodeId condition, NodeId yes, NodeId no) {
    if (yes == no) return yes;
    if (graph_.isConstant(condition)) return graph_.constantValue(condition) != 0 ? yes : no;
    return node({Operation::Select, condition, yes, no});
}

}  // namespace bilevel
