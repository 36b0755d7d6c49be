#pragma once

#include "core/problem/problem_text.h"
#include "ui/formula/formula_completer.h"

namespace bilevel::ui {

/// The names that an objective may use, with what they are. A definition may use only those before it:
/// `definitions` of them.
std::vector<FormulaWord> formulaWords(const ProblemText& problem, std::size_t definitions);
std::vector<FormulaWord> formulaWords(const ProblemText& problem);

/// All that decides how a problem's formulas read: two problems with the same one look the same.
std::vector<std::string> formulaSignature(const ProblemText& problem);

}  // namespace bilevel::ui
