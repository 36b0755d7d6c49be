#pragma once

#include "core/record/trajectory.h"
#include "core/run/run.h"

namespace bilevel {

/// The trajectory of a run with what the exact lower level says of every iterate, as more columns:
///
///     true_gap                 g(x, y) − min g(x, ·)
///     kkt_residual             with the true gap, see kktResidual()
///     true_hypergradient       dF/dx at the lower solution that y leads to; with its norm
///     hypergradient_error      where the method records an estimate: how far it is off, as a number, …
///     hypergradient_relative_error, hypergradient_angle    … as a share of ‖dF/dx‖, and in degrees
///     distance_to_solution     where the problem has a known solution
///
/// Nothing of it is charged to the method. Above two lower variables a full search is made every few rows and its
/// solutions are followed between them. Empty when `keepGoing` (asked once a row) said no.
std::optional<Trajectory> withTruth(const Problem& problem, Trajectory trajectory,
                                    const KeepGoing& keepGoing = {});

/// The same columns without a value: so that pictures keep their places until the truth is known.
Trajectory withBlankTruth(const Problem& problem, Trajectory trajectory);

}  // namespace bilevel
