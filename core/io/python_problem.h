#pragma once

#include "core/problem/problem.h"

#include <string>

namespace bilevel {

/// A problem as Python functions of its own, for NumPy: parameters and bounds as names of the module, then
///
///     f(upper, lower), g(upper, lower)             the objectives
///     grad_f(upper, lower), grad_g(upper, lower)   (∇x, ∇y) of each, exact
///     hessian_g(upper, lower)                      ∇²yy g and J = ∂(∇y g)/∂x, where `second` asks for it
///     clip_x(x), clip_y(y)                         the projection on the bounds
///
/// Names that mean something in Python get a low line at their end.
std::string pythonProblem(const Problem& problem, bool second);

/// A number that Python reads back to the last bit.
std::string pythonNumber(double value);

}  // namespace bilevel
