#pragma once

#include "core/io/study.h"
#include "core/run/run.h"

namespace bilevel {

/// A run and what it recorded.
struct FinishedRun {
    RunRequest request;
    Trajectory trajectory;
};

/// What run() needs for one run of a study: the method found, its settings resolved, and the start put together
/// from the problem's and the run's own. Errors: the method is not one of ours, a setting does not fit, the start
/// names something unknown or lies outside the bounds; `path` says which part of the run, such as "settings.eta".
Result<RunRequest> requestRun(const Study& study, const Problem& problem, const StudyRun& run);

}  // namespace bilevel
