#pragma once

#include "core/algorithms/algorithm.h"
#include "core/problem/problem.h"

#include <string>

namespace bilevel {

/// f, g and their partial derivatives as formulas, up to `order` 1 or 2, definitions first.
/// As text: one equation a line in Unicode. As LaTeX: an align* environment. As JSON: keys like those of
/// evaluationJson().
std::string derivationText(const Problem& problem, int order);
std::string derivationLatex(const Problem& problem, int order);
std::string derivationJson(const Problem& problem, int order);

/// The update of a method under these settings, one line each, as an align* environment under a comment that names
/// the source.
std::string ruleLatex(const Algorithm& algorithm, const Settings& settings);

}  // namespace bilevel
