#include "core/formula/writer.h"

#include <algorithm>
#include <cmath>

namespace bilevel {
namespace {

constexpr int maximumParts = 1000;  // a product of shared products may have exponentially many

void add(std::vector<Factor>& factors, Factor factor) {
    const auto same = std::ranges::find(factors, factor.base, &Factor::base);
    if (same == factors.end())
        factors.push_back(factor);
    else
        same->exponent += factor.exponent;
}

Factor asFactor(const Graph& graph, NodeId id, const Names& names) {
    Factor factor{id, 1};
    for (;;) {
        const Node& node = graph[factor.base];
        if (node.operation != Operation::Power || !graph.isConstant(node.b) || names.of(factor.base))
            return factor;
        const double exponent = graph.constantValue(node.b);
        if (exponent <= 0 || exponent != std::floor(exponent)) return factor;
        factor = {node.a, factor.exponent * exponent};
    }
}

}  // namespace

std::vector<NodeId> arguments(const Graph& graph, const Node& node, const Names& names) {
    std::vector<NodeId> arguments;
    if (operandCount(node.operation) == 2) arguments.push_back(node.b);
    NodeId first = node.a;
    if (node.operation == Operation::Minimum || node.operation == Operation::Maximum)
        for (; graph[first].operation == node.operation && names.of(first) == nullptr; first = graph[first].a)
            arguments.push_back(graph[first].b);
    arguments.push_back(first);
    std::ranges::reverse(arguments);
    return arguments;
}

Fraction fraction(const Graph& graph, NodeId id, const Names& names) {
    struct Part {
        NodeId node;
        bool under;
    };
    Fraction result;
    std::vector<Part> pending{{id, false}};
    for (int parts = 0; !pending.empty(); ++parts) {
        const auto [part, under] = pending.back();
        pending.pop_back();
        const Node& node = graph[part];
        const bool named = part != id && names.of(part) != nullptr;
        if (named || parts > maximumParts) {
            add(under ? result.under : result.over, {part, 1});
        } else if (node.operation == Operation::Multiply || node.operation == Operation::Divide) {
            pending.push_back({node.b, under != (node.operation == Operation::Divide)});
            pending.push_back({node.a, under});
        } else if (node.operation == Operation::Reciprocal) {
            pending.push_back({node.a, !under});
        } else if (node.operation == Operation::Negate) {
            result.negative = !result.negative;
            pending.push_back({node.a, under});
        } else {
            add(under ? result.under : result.over, asFactor(graph, part, names));
        }
    }
    const auto isNumber = [&](const Factor& factor) { return graph.isNumber(factor.base); };
    std::stable_partition(result.over.begin(), result.over.end(), isNumber);
    std::stable_partition(result.under.begin(), result.under.end(), isNumber);
    std::erase_if(result.over, [&](const Factor& factor) {
        return graph.isConstant(factor.base) && graph.constantValue(factor.base) == 1;
    });
    return result;
}

}  // namespace bilevel
