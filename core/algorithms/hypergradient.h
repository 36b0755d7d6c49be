#pragma once

#include "core/problem/oracle.h"
#include "core/record/row.h"

namespace bilevel {

/// Notes an estimate of dF/dx and its length.
inline void recordHypergradient(Row& row, const Vector& h) {
    row("hypergradient_norm", h.norm());
    row.upper("hypergradient", h);
}

/// x ← P(x − step · h), and notes h.
inline void followHypergradient(Oracle& oracle, Point& z, double step, const Vector& h, Row& row) {
    z.x -= step * h;
    oracle.problem().project(z);
    recordHypergradient(row, h);
}

/// Notes ‖v − H⁻¹b‖ at z, the shortest solution where H is singular. Not charged.
void recordSolverError(Oracle& oracle, const Point& z, const Vector& v, const Vector& b, Row& row);

}  // namespace bilevel
