#pragma once

#include "core/formula/graph.h"

#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace bilevel {

/// What nodes are called when a formula is shown.
struct Names {
    std::vector<std::string> inputs;                      ///< by input index
    std::unordered_map<NodeId, std::string> definitions;  ///< nodes shown by a name instead of being spelt out

    /// The definition's name for this node, or nullptr.
    const std::string* of(NodeId id) const {
        const auto it = definitions.find(id);
        return it == definitions.end() ? nullptr : &it->second;
    }
};

/// The formula in the grammar of parse(), with few parentheses. parse ∘ print is the identity for formulas that
/// were typed; a derivative reads back as the same function, for its products are written as fractions and its
/// powers put together. Very long texts (over a million bytes) end in "…".
std::string printText(const Graph& graph, NodeId root, const Names& names);

/// The formula as LaTeX mathematics (no dollar signs).
std::string printLatex(const Graph& graph, NodeId root, const Names& names);

/// The formula as a Python expression with the meaning that it has here, on NumPy numbers (np.float64): inputs
/// must be such numbers, and names must be Python's. It may ask for the modules `numpy as np` and `math`. Division
/// by zero and roots of negative numbers give inf and nan, where NumPy is told to keep quiet about them.
std::string printPython(const Graph& graph, NodeId root, const Names& names);

}  // namespace bilevel
