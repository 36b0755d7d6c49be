#pragma once

#include "core/problem/solution_curve.h"

#include <string>

namespace bilevel {

/// The lower level along an upper variable as CSV, one row per column of the curve: the variable, y where f is
/// least among the global solutions, F there and where it is most (as optimists and pessimists have it), min g(x,
/// ·), how many global solutions there are, and of what kind the lower level is. Numbers have all their digits;
/// where the lower level is not solved the row has its kind alone.
std::string solutionCsv(const Problem& problem, int upper, const SolutionCurve& curve);

}  // namespace bilevel
