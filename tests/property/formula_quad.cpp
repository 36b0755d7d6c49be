#include "formula_quad.h"

#include <algorithm>
#include <cmath>
#include <vector>

// Declared here because only GCC finds quadmath.h.
extern "C" {
using bilevel::test::Quad;
Quad fabsq(Quad);
Quad floorq(Quad);
Quad ceilq(Quad);
Quad sqrtq(Quad);
Quad expq(Quad);
Quad expm1q(Quad);
Quad logq(Quad);
Quad log1pq(Quad);
Quad log2q(Quad);
Quad log10q(Quad);
Quad sinq(Quad);
Quad cosq(Quad);
Quad tanq(Quad);
Quad asinq(Quad);
Quad acosq(Quad);
Quad atanq(Quad);
Quad sinhq(Quad);
Quad coshq(Quad);
Quad tanhq(Quad);
Quad asinhq(Quad);
Quad acoshq(Quad);
Quad atanhq(Quad);
Quad erfq(Quad);
Quad powq(Quad, Quad);
Quad atan2q(Quad, Quad);
Quad hypotq(Quad, Quad);
}

namespace bilevel::test {
namespace {

using enum Operation;

Quad apply(Operation operation, Quad a, Quad b, Quad c) {
    const auto truth = [](bool value) { return Quad(value ? 1 : 0); };
    switch (operation) {
        case Negate:
            return -a;
        case Reciprocal:
            return 1 / a;
        case Abs:
            return fabsq(a);
        case Sign:
            return a > 0 ? 1 : a < 0 ? -1 : a;
        case Floor:
            return floorq(a);
        case Ceil:
            return ceilq(a);
        case Sqrt:
            return sqrtq(a);
        case Exp:
            return expq(a);
        case Expm1:
            return expm1q(a);
        case Log:
            return logq(a);
        case Log1p:
            return log1pq(a);
        case Log2:
            return log2q(a);
        case Log10:
            return log10q(a);
        case Sin:
            return sinq(a);
        case Cos:
            return cosq(a);
        case Tan:
            return tanq(a);
        case Asin:
            return asinq(a);
        case Acos:
            return acosq(a);
        case Atan:
            return atanq(a);
        case Sinh:
            return sinhq(a);
        case Cosh:
            return coshq(a);
        case Tanh:
            return tanhq(a);
        case Asinh:
            return asinhq(a);
        case Acosh:
            return acoshq(a);
        case Atanh:
            return atanhq(a);
        case Erf:
            return erfq(a);
        case Sigmoid:
            return 1 / (1 + expq(-a));
        case Softplus:
            return a > 0 ? a + log1pq(expq(-a)) : log1pq(expq(a));
        case Add:
            return a + b;
        case Subtract:
            return a - b;
        case Multiply:
            return a * b;
        case Divide:
            return a / b;
        case Power:
            return powq(a, b);
        case Minimum:
            return b < a ? b : a;
        case Maximum:
            return a < b ? b : a;
        case Atan2:
            return atan2q(a, b);
        case Hypot:
            return hypotq(a, b);
        case Less:
            return truth(a < b);
        case LessEqual:
            return truth(a <= b);
        case Greater:
            return truth(a > b);
        case GreaterEqual:
            return truth(a >= b);
        case Equal:
            return truth(a == b);
        case NotEqual:
            return truth(a != b);
        case And:
            return truth(a != 0 && b != 0);
        case Or:
            return truth(a != 0 || b != 0);
        case Select:
            return a != 0 ? b : c;
        default:
            return Quad(std::nan(""));  // no formula has it
    }
}

}  // namespace

QuadValue evaluateQuad(const Graph& graph, NodeId root, std::span<const Quad> inputs) {
    const auto needed = cone(graph, std::span(&root, 1));
    std::vector<Quad> values(needed.size());
    double largest = 0;
    for (NodeId id = 0; id < needed.size(); ++id) {
        if (!needed[id]) continue;
        const Node& node = graph[id];
        const auto operand = [&](NodeId k) { return k < id ? values[k] : Quad(0); };
        if (node.operation == Constant)
            values[id] = graph.constantValue(id);
        else if (node.operation == Input)
            values[id] = inputs[node.a];
        else
            values[id] = apply(node.operation, operand(node.a), operand(node.b), operand(node.c));
        if (const auto size = static_cast<double>(fabsq(values[id])); std::isfinite(size))
            largest = std::max(largest, size);
    }
    return {values[root], largest};
}

double slope(const Graph& graph, NodeId root, std::span<const double> inputs, std::size_t input) {
    const Quad step = 1e-10;
    const auto at = [&](Quad shift) {
        std::vector<Quad> x(inputs.begin(), inputs.end());
        x[input] += shift;
        return evaluateQuad(graph, root, x).value;
    };
    return static_cast<double>((at(step) - at(-step)) / (2 * step));
}

double curvature(const Graph& graph, NodeId root, std::span<const double> inputs, std::size_t first,
                 std::size_t second) {
    const Quad step = 1e-9;
    const auto at = [&](int a, int b) {
        std::vector<Quad> x(inputs.begin(), inputs.end());
        x[first] += a * step;
        x[second] += b * step;
        return evaluateQuad(graph, root, x).value;
    };
    return static_cast<double>((at(1, 1) - at(1, -1) - at(-1, 1) + at(-1, -1)) / (4 * step * step));
}

}  // namespace bilevel::test
