#pragma once

#include "core/formula/graph.h"
#include "core/result.h"

#include <span>
#include <string>
#include <string_view>

namespace bilevel {

/// A name that may stand in a formula: a variable, a parameter or a definition.
struct Symbol {
    std::string name;
    NodeId node;
};

/// Text in muParser's grammar to a node of the graph. Errors carry position and length in bytes of `text` as
/// typed.
Result<NodeId> parse(Graph& graph, std::string_view text, std::span<const Symbol> symbols);

/// Is this a legal name for a variable, a parameter or a definition? Empty, or the reason why not.
std::string nameProblem(std::string_view name);

/// A function of the grammar, for completion and for the handbook.
struct FunctionHelp {
    std::string_view name;
    int arguments;             ///< -1: one or more
    std::string_view meaning;  ///< a few words
};
std::span<const FunctionHelp> functionHelp();

}  // namespace bilevel
