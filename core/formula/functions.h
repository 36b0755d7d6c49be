#pragma once

#include "core/formula/graph.h"
#include "core/formula/parse.h"

#include <span>
#include <string_view>

namespace bilevel {

/// A function of the grammar. `build` gets as many operands as `help.arguments` says, at least one.
struct Function {
    FunctionHelp help;
    NodeId (*build)(Graph& graph, std::span<const NodeId> operands);
    bool takes(std::size_t count) const {
        return help.arguments < 0 ? count > 0 : count == static_cast<std::size_t>(help.arguments);
    }
};
std::span<const Function> functions();
const Function* findFunction(std::string_view name);

/// The name under which an operation is written: "sin", "min", …; empty for operators and choices.
std::string_view functionName(Operation operation);

/// A name that stands for a number: pi, e.
struct NamedNumber {
    std::string_view name;
    double value;
};
std::span<const NamedNumber> namedNumbers();
const NamedNumber* findNumber(std::string_view name);

}  // namespace bilevel
