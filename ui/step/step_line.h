#pragma once

#include "ui/document/run_view.h"

#include <QString>

#include <string>
#include <string_view>
#include <vector>

namespace bilevel::ui {

/// A value that belongs to a line of a rule.
struct LiveValue {
    QString symbol;
    bool flag = false;
    bool vector = false;
    std::vector<std::string> columns;  ///< of the trajectory: one, or one per component; empty for a setting
    QString setting;                   ///< its value

    /// "0.8880", "yes", "(1.20, −0.50)"; a dash where there is none in this row.
    QString at(const Trajectory& trajectory, int row) const;
    /// Letters to leave room for, so that nothing moves while it changes.
    int letters() const;

    static constexpr int mostComponents = 3;  ///< written out
};

/// What a method does in a step, line by line, with what belongs to each.
struct StepLine {
    std::string_view latex;
    std::vector<LiveValue> values;
};

/// The lines that hold under the run's settings; none for a method this version does not know.
std::vector<StepLine> stepLines(const RunView& run);

}  // namespace bilevel::ui
