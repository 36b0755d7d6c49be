#pragma once

#include "core/algorithms/algorithm.h"
#include "core/record/trajectory.h"

#include <string>

namespace bilevel {

/// The step from a row in one sentence without a full stop: "step 12: barrier active, λ = 0.83, q̂ fell by 40 %".
/// It names what the method says is worth telling, f and g where it says nothing; numbers have three digits. The
/// last row has no step and says how the run ended. Empty for a row that is not there.
std::string narrate(const Algorithm& algorithm, const Trajectory& trajectory, int row);

}  // namespace bilevel
