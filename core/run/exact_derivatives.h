#pragma once

#include "core/problem/lower_level.h"
#include "core/problem/oracle.h"

namespace bilevel {

/// dF/dx by the implicit function theorem.
struct TrueHypergradient {
    Vector value;           ///< zero in the upper variables that a bound holds against it
    bool isUnique = true;   ///< ∇²yy g is invertible and no bound of y is about to be left
    double lowerCurvature;  ///< least eigenvalue of ∇²yy g on the free lower variables; NaN where none is free
};

/// f_x − Jᵀ H⁻¹ f_y at (x, y), over the lower variables that no bound holds; for a singular H its pseudo-inverse.
TrueHypergradient trueHypergradient(Oracle& oracle, const Point& z);

/// How far (x, y) is from the conditions of Karush, Kuhn and Tucker for min f subject to q ≤ 0 (Ye et al. 2022,
/// section 4): λ̄ = argmin over λ ≥ 0 of ‖∇f + λ∇q‖, and K = ‖∇f + λ̄∇q‖² + q.
struct KktResidual {
    double multiplier, residual;
};

/// With q(x, y) = g(x, y) − g(x, y*), y* a lower solution at this x.
KktResidual kktResidual(Oracle& oracle, const Point& z, const Vector& lowerSolution);

/// ‖∇y g‖ without the components that a bound takes up.
double lowerStationarity(Oracle& oracle, const Point& z);

}  // namespace bilevel
