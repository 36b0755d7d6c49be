#pragma once

#include "core/formula/print.h"
#include "ui/formula/math_box.h"

#include <string_view>
#include <vector>

namespace bilevel::ui {

/// One line of mathematics: what it defines, and the terms of its sum. A line may be broken before any term but
/// the first.
struct MathLine {
    MathBox lead;
    std::vector<MathBox> terms;
};

/// A formula as people write it: few parentheses, fractions, powers, roots, Greek letters. Definitions in `names`
/// appear by name; with `spellRoot` the root itself is written out even if it is one. A formula too large to read
/// ends in "…".
std::vector<MathBox> layoutFormula(const MathStyle& style, const Graph& graph, NodeId root, const Names& names,
                                   bool spellRoot = false);

/// "f =" for `name`.
MathBox layoutLead(const MathStyle& style, std::string_view name);
/// "∂f/∂x =".
MathBox layoutPartialLead(const MathStyle& style, std::string_view function, std::string_view variable);

}  // namespace bilevel::ui
