#pragma once

#include "core/formula/graph.h"
#include "core/formula/print.h"

#include <string>
#include <vector>

namespace bilevel {

/// How tightly an operation binds, as in the grammar; an operand that binds less tightly than its place asks for
/// gets parentheses.
namespace binding {
inline constexpr int choice = 0, disjunction = 1, conjunction = 2, comparison = 3, sum = 4, product = 5, power = 6,
                     atom = 7;
}  // namespace binding

/// A piece of a formula being written: finished text, or a node that is still to be spelt out.
struct Piece {
    std::string text = {};
    NodeId node = noNode;
    int binding = 0;         ///< what the place asks for
    bool afterSign = false;  ///< an arithmetic sign stands right before it: a second one needs parentheses
};
using Pieces = std::vector<Piece>;

/// The operands of a function as written: min(min(a, b), c) is min(a, b, c).
std::vector<NodeId> arguments(const Graph& graph, const Node& node, const Names& names);

/// base^exponent, a factor of a product.
struct Factor {
    NodeId base;
    double exponent;  ///< a positive integer
};

/// A product as a person sees it: ± numerator over denominator, numbers first, equal factors as powers.
struct Fraction {
    bool negative = false;
    std::vector<Factor> over, under;
};
Fraction fraction(const Graph& graph, NodeId id, const Names& names);

/// Shared parts can make a text exponentially longer than its graph: it ends in "…" after this many bytes.
inline constexpr std::size_t maximumPrintedLength = 1'000'000;

/// Spells a node out by expanding pieces until only text is left. No recursion: formulas may be deep.
template <class Expand>  // Pieces(const Piece&)
std::string write(NodeId root, const Expand& expand) {
    std::string text;
    Pieces pending{{.node = root}};
    while (!pending.empty()) {
        const Piece piece = std::move(pending.back());
        pending.pop_back();
        if (piece.node == noNode) {
            text += piece.text;
            if (text.size() > maximumPrintedLength) return text + "…";
            continue;
        }
        Pieces parts = expand(piece);
        for (std::size_t k = parts.size(); k-- > 0;) pending.push_back(std::move(parts[k]));
    }
    return text;
}

}  // namespace bilevel
