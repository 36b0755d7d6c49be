#include "core/algorithms/hypergradient.h"

#include "core/algorithms/lower_hessian.h"

namespace bilevel {

void recordSolverError(Oracle& oracle, const Point& z, const Vector& v, const Vector& b, Row& row) {
    const Oracle::Uncharged recording(oracle);
    const double error = (v - solveSymmetric(lowerHessian(oracle, z), b)).norm();
    if (std::isfinite(error))
        row("solver_error", error);
    else
        row.missing("solver_error");
}

}  // namespace bilevel
