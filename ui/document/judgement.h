#pragma once

#include "ui/document/run_view.h"

#include <atomic>

namespace bilevel::ui {

/// The trajectory of a run, with room for what the exact lower level will say of it; nullptr where the method is
/// not known.
TrajectoryPtr computeRun(const RunRequest& request, const std::atomic<bool>& stop);

/// A finished run, to be held against the exact lower level.
struct JudgementRequest {
    Problem problem;
    TrajectoryPtr trajectory;  ///< or nullptr
};

/// What can be said of the last row; nullptr where there is none.
CertificatePtr judgeEnd(const Problem& problem, const TrajectoryPtr& trajectory);
/// The trajectory with the columns of withTruth(); nullptr where there is none, or it was told to stop.
TrajectoryPtr judgeRows(const JudgementRequest& request, const std::atomic<bool>& stop);

}  // namespace bilevel::ui
