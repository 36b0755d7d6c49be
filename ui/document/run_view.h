#pragma once

#include "core/io/study.h"
#include "core/run/run.h"

#include <QString>

#include <memory>
#include <vector>

namespace bilevel::ui {

using TrajectoryPtr = std::shared_ptr<const Trajectory>;

/// One run as views see it.
struct RunView {
    QString label;
    const Algorithm* algorithm = nullptr;  ///< nullptr: a method this version does not know
    Settings settings;
    int style = 0;  ///< colour and marker, see Theme::run
    bool visible = true;
    Point start;
    TrajectoryPtr trajectory;  ///< nullptr until the first answer, or where there is none
};

/// The study's runs, without trajectories. `problem` is the study's own, compiled.
std::vector<RunView> runViews(const Study& study, const Problem& problem);
RunRequest requestFor(const RunView& run, const Problem& problem, int iterations);

}  // namespace bilevel::ui
