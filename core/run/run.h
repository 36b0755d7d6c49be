#pragma once

#include "core/algorithms/algorithm.h"
#include "core/record/recording.h"
#include "core/record/trajectory.h"

namespace bilevel {

/// Everything that determines a run. Equal requests give bit-for-bit equal trajectories.
struct RunRequest {
    Problem problem;
    const Algorithm* algorithm = nullptr;
    Settings settings;
    Point start;
    int iterations = 1000;
    SharedRecording recording =
        {};  ///< what took place elsewhere: then nothing is computed but f and g, where they are missing
};

/// Called once per iteration; return false to stop. This is how a run is watched and cancelled.
using KeepGoing = std::function<bool(int iteration)>;

Trajectory run(const RunRequest& request, const KeepGoing& keepGoing = {});

/// What the method shows of the step from row `row` (≥ 0), when that is looked at closely: the run is repeated up
/// to there. Empty where the run ends before, or `keepGoing` said no.
StepDetail lookClosely(const RunRequest& request, int row, const KeepGoing& keepGoing = {});

}  // namespace bilevel
