#pragma once

#include "core/algorithms/algorithm.h"
#include "core/record/trajectory.h"

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

}  // namespace bilevel::ui
