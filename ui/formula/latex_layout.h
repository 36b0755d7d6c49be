#pragma once

#include "ui/formula/math_box.h"

#include <string_view>
#include <vector>

namespace bilevel::ui {

/// A formula in the subset of LaTeX that RuleLine::latex is written in, as parts that may stand on lines of their
/// own: it is cut at every \quad outside of braces. What is outside the subset appears as it is written, with its
/// backslash.
std::vector<MathBox> layoutLatex(const MathStyle& style, std::string_view latex);

}  // namespace bilevel::ui
