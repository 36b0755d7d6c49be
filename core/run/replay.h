#pragma once

#include "core/run/run.h"

namespace bilevel {

/// Its id in files.
inline constexpr std::string_view recordedId = "trace";

/// What stands in the place of a method where a run was recorded elsewhere: it has a name, and neither settings
/// nor steps. It is not one of algorithms().
const Algorithm& recordedElsewhere();

/// The first variable of the problem that the recording has no column for; empty where it has them all.
std::string missingVariable(const Recording& recording, const std::vector<std::string>& variables);

/// A recording as a trajectory of the problem: its points, f and g there as the recording says or else as the
/// formulas do, and every other column. Remarks say where the recording's f or g are not those of the problem. The
/// recording has all variables.
Trajectory replay(const Problem& problem, const Recording& recording);

/// How a column of a recording is shown: as any method of ours shows it that records one of the same name, else
/// under its own name. nullptr for components of vectors. Terms live as long as the program.
const Term* recordedTerm(const Trajectory& trajectory, std::string_view name);

}  // namespace bilevel
