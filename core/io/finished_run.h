#pragma once

#include "core/io/study.h"
#include "core/run/certificate.h"
#include "core/run/run.h"

namespace bilevel {

/// A run, what it recorded, and how its last iterate was judged, where that was asked for.
struct FinishedRun {
    RunRequest request;
    Trajectory trajectory;
    std::optional<Certificate> certificate = {};
    std::string label = {};  ///< what the study calls it; may be empty
};

/// What run() needs for one run of a study: the method found, its settings resolved, and the start put together
/// from the problem's and the run's own. Errors: the method is not one of ours, a setting does not fit, the start
/// names something unknown or lies outside the bounds, or what was recorded has no column for a variable; `path`
/// says which part of the run, such as "settings.eta".
Result<RunRequest> requestRun(const Study& study, const Problem& problem, const StudyRun& run);

}  // namespace bilevel
