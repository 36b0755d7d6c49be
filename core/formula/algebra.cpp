#include "core/formula/algebra.h"

#include "core/formula/decimal.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>
#include <optional>
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

bool Algebra::isFactor(NodeId id) const {
    if (!graph_.isConstant(id)) return false;
    const double value = graph_.constantValue(id);
    return isUsable(value) && value != std::numbers::pi && value != std::numbers::e;  // those keep their names
}

Algebra::Term Algebra::split(NodeId id) const {
    Term term{.rest = id};
    while (isUsable(term.numerator) && isUsable(term.denominator)) {
        const Node& n = graph_[term.rest];
        if (isFactor(term.rest) || is(term.rest, 0)) {
            term.numerator *= graph_.constantValue(term.rest);
            term.rest = noNode;
            return term;
        }
        if (n.operation == Operation::Negate) {
            term.numerator = -term.numerator;
            term.rest = n.a;
        } else if (n.operation == Operation::Multiply && isFactor(n.a)) {
            term.numerator *= graph_.constantValue(n.a);
            term.rest = n.b;
        } else if (n.operation == Operation::Multiply && isFactor(n.b)) {
            term.numerator *= graph_.constantValue(n.b);
            term.rest = n.a;
        } else if (n.operation == Operation::Divide && isFactor(n.b)) {
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
        result = term.denominator == 1 ? opposite(result) : node({Operation::Negate, result});
    else if (term.numerator != 1)
        result = node({Operation::Multiply, number(term.numerator), result});
    return term.denominator == 1 ? result : node({Operation::Divide, result, number(term.denominator)});
}

/// −a for an a without a number in front; −(b − c) is c − b, and where b is negative, c + |b|.
NodeId Algebra::opposite(NodeId a) {
    const auto [operation, b, c, unused] = graph_[a];
    if (operation != Operation::Subtract) return node({Operation::Negate, a});
    Term first = split(b);
    if (first.numerator >= 0) return node({Operation::Subtract, c, b});
    first.numerator = -first.numerator;
    return node({Operation::Add, c, join(first)});
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
    if (is(a, 0) || is(b, 0)) return number(0);
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
    WholePower result{under ? graph_[id].a : id, under ? -1.0 : 1.0};
    for (;;) {
        const Node& n = graph_[result.base];
        const bool isPower = n.operation == Operation::Power && graph_.isConstant(n.b) &&
                             isInteger(graph_.constantValue(n.b)) && graph_.constantValue(n.b) > 0;
        if (!isPower) return result;
        result.exponent *= graph_.constantValue(n.b);
        result.base = n.a;
    }
}

/// The factors of a product, ordered by base; none where it is too long to be worth comparing.
std::vector<Algebra::WholePower> Algebra::factors(NodeId id) const {
    constexpr int longest = 32;
    std::vector<WholePower> factors;
    std::vector<WholePower> pending{{id, 1}};
    for (int steps = 0; !pending.empty(); ++steps) {
        if (steps == longest) return {};
        const auto [part, sign] = pending.back();
        pending.pop_back();
        const Node& n = graph_[part];
        if (n.operation == Operation::Multiply || n.operation == Operation::Divide) {
            pending.push_back({n.a, sign});
            pending.push_back({n.b, n.operation == Operation::Divide ? -sign : sign});
        } else {
            const auto [base, exponent] = wholePower(part);
            const auto same = std::ranges::find(factors, base, &WholePower::base);
            if (same == factors.end())
                factors.push_back({base, sign * exponent});
            else
                same->exponent += sign * exponent;
        }
    }
    std::ranges::sort(factors, {}, &WholePower::base);
    return factors;
}

/// The same node, or the same factors in another order.
bool Algebra::isSameProduct(NodeId a, NodeId b) const {
    if (a == b) return true;
    const auto isProduct = [&](NodeId id) {
        return id != noNode &&
               (graph_[id].operation == Operation::Multiply || graph_[id].operation == Operation::Divide);
    };
    if (!isProduct(a) || !isProduct(b) || graph_.dependencies(a) != graph_.dependencies(b)) return false;
    const auto factorsOfA = factors(a);
    return !factorsOfA.empty() && factorsOfA == factors(b);
}

NodeId Algebra::add(NodeId a, NodeId b) {
    if (is(a, 0)) return b;
    if (is(b, 0)) return a;
    Term x = split(a), y = split(b);
    if (isSameProduct(x.rest, y.rest))
        if (const auto both = sum(x, y)) return join(*both);
    if (y.rest == noNode)
        if (const auto combined = addToNumber(a, y)) return *combined;
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

/// Like terms; nothing where the numbers leave the range of doubles.
std::optional<Algebra::Term> Algebra::sum(const Term& a, const Term& b) {
    const double numerator = a.numerator * b.denominator + b.numerator * a.denominator;
    const double denominator = a.denominator * b.denominator;
    if (!std::isfinite(numerator) || !isUsable(denominator)) return std::nullopt;
    return Term{.numerator = numerator, .denominator = denominator, .rest = a.rest};
}

/// (u ± number) + number.
std::optional<NodeId> Algebra::addToNumber(NodeId a, const Term& term) {
    const auto [operation, u, v, unused] = graph_[a];
    if (operation != Operation::Add && operation != Operation::Subtract) return std::nullopt;
    Term last = split(v);
    if (last.rest != noNode) return std::nullopt;
    if (operation == Operation::Subtract) last.numerator = -last.numerator;
    auto both = sum(last, term);
    if (!both) return std::nullopt;
    if (both->numerator == 0) return u;
    const bool negative = both->numerator < 0;
    both->numerator = std::fabs(both->numerator);
    return node({negative ? Operation::Subtract : Operation::Add, u, join(*both)});
}

NodeId Algebra::power(NodeId a, NodeId exponent) {
    const Term term = split(exponent);
    if (term.rest == noNode) {
        const double value = term.numerator / term.denominator;
        if (value == 0) return number(1);
        if (value == 1) return a;
        if (value == -1) return reciprocal(a);
        if (value == 0.5) return node({Operation::Sqrt, a});
        const Node& base = graph_[a];
        if (base.operation == Operation::Reciprocal && value > 0)  // one division for all powers of it
            return node({Operation::Reciprocal, power(base.a, exponent)});
    }
    return node({Operation::Power, a, exponent});
}

NodeId Algebra::select(NodeId condition, NodeId yes, NodeId no) {
    if (yes == no) return yes;
    if (graph_.isConstant(condition)) return graph_.constantValue(condition) != 0 ? yes : no;
    return node({Operation::Select, condition, yes, no});
}

}  // namespace bilevel
