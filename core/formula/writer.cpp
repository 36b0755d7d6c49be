#include "core/formula/writer.h"

#include <algorithm>
#include <cmath>

namespace bilevel {
namespace {

constexpr std::size_t maximumFactors = 256;  // a product of shared products may have exponentially many

}  // namespace

Fraction fraction(const Graph& graph, NodeId id, const Names& names) {
    struct Factor {
        NodeId node;
        bool under;
    };
    Fraction result;
    std::vector<Factor> pending{{id, false}};
    while (!pending.empty()) {
        const auto [factor, under] = pending.back();
        pending.pop_back();
        const Node& node = graph[factor];
        const bool whole = (factor != id && names.of(factor) != nullptr) ||
                           result.over.size() + result.under.size() + pending.size() > maximumFactors;
        if (!whole && (node.operation == Operation::Multiply || node.operation == Operation::Divide)) {
            pending.push_back({node.b, under != (node.operation == Operation::Divide)});
            pending.push_back({node.a, under});
        } else if (!whole && node.operation == Operation::Reciprocal) {
            pending.push_back({node.a, !under});
        } else if (!whole && node.operation == Operation::Negate) {
            result.negative = !result.negative;
            pending.push_back({node.a, under});
        } else {
            (under ? result.under : result.over).push_back(factor);
        }
    }
    const auto isNumber = [&](NodeId k) { return graph.isNumber(k); };
    std::stable_partition(result.over.begin(), result.over.end(), isNumber);
    std::stable_partition(result.under.begin(), result.under.end(), isNumber);
    const auto isOne = [&](NodeId k) { return graph.isConstant(k) && graph.constantValue(k) == 1; };
    std::erase_if(result.over, isOne);
    return result;
}

}  // namespace bilevel
