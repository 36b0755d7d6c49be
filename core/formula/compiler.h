#pragma once

#include "core/formula/graph.h"
#include "core/formula/parse.h"

#include <optional>
#include <span>
#include <string>

namespace bilevel {

/// What muParser made of a formula: a node, or muParser's refusal.
struct Compilation {
    NodeId node = noNode;
    int nesting = 0;           ///< how deep operands nest to the right, parentheses or not
    std::string refusal = {};  ///< muParser's words where there is no node
};

/// Lets muParser, the only grammar there is, compile the text and writes the result into the graph.
/// Every name in the text must be a function, a named number or one of the symbols.
Compilation compile(Graph& graph, const std::string& text, std::span<const Symbol> symbols);

}  // namespace bilevel
