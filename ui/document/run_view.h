#pragma once

#include "core/io/study.h"
#include "core/run/certificate.h"
#include "core/run/run.h"
#include "ui/kit/run_style.h"

#include <QString>

#include <memory>
#include <vector>

namespace bilevel::ui {

using TrajectoryPtr = std::shared_ptr<const Trajectory>;
using CertificatePtr = std::shared_ptr<const Certificate>;

/// One run as views see it.
struct RunView {
    QString label;
    const Algorithm* algorithm = nullptr;  ///< nullptr: it cannot be shown, see `unavailable`
    QString unavailable = {};              ///< why: a sentence; empty where it can be
    SharedRecording recording = {};        ///< what is shown in the place of a computed path
    Settings settings;
    RunStyle style;
    bool visible = true;
    bool ownStart = false;  ///< it does not begin where the others do
    Point start;
    TrajectoryPtr trajectory;         ///< nullptr until the first answer, or where there is none
    CertificatePtr certificate = {};  ///< of its last iterate; nullptr until that is judged
    bool hasTruth = false;            ///< the exact lower level has been asked about every row: see withTruth()

    // How the clock counts this run, see wind().
    std::shared_ptr<const std::vector<double>> costs = {};  ///< of each row; nullptr: the row itself
    std::shared_ptr<const std::vector<int>> schedule = {};  ///< row by position; nullptr: the position itself

    /// The row to be shown at a position of the player: the last one, where the run has ended before. 0 without a
    /// trajectory.
    int rowAt(int position) const;
    /// The run has ended before this position.
    bool endsBefore(int position) const;
    /// The first position at which the row is shown.
    int positionOf(int row) const;
    double costAt(int row) const { return costs ? (*costs)[static_cast<std::size_t>(row)] : row; }
    /// The last row that costs no more; fractional where costs are rows.
    double rowAtCost(double cost) const;
};

/// Are there paths in view of whose rows the exact lower level has not been asked yet?
bool isTruthToCome(const std::vector<RunView>& runs);
/// The style of the run at this place in its study: what it says itself, else what belongs to the place.
RunStyle styleOf(const StudyRun& run, int place);
/// The study's runs, without trajectories. `problem` is the study's own, compiled.
std::vector<RunView> runViews(const Study& study, const Problem& problem);
RunRequest requestFor(const RunView& run, const Problem& problem, int iterations);

}  // namespace bilevel::ui
