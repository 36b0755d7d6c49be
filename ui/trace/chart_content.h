#pragma once

#include "ui/trace/chart_plan.h"

#include <span>
#include <vector>

namespace bilevel::ui {

/// One quantity of one run, over the iterations.
struct ChartLine {
    const Term* term = nullptr;
    std::span<const double> values;
    TrajectoryPtr trajectory;  ///< owns the values
    QString run;
    int style = 0;
    bool selected = false;  ///< of the selected run
    bool beside = false;    ///< not the quantity that gives the chart its axis
};

/// What one chart shows.
struct ChartContent {
    ChartPlan plan;
    std::vector<ChartLine> lines;  ///< in the order of drawing: what matters most comes last
    std::vector<ChartLine> flags;  ///< in the order of the runs
};

ChartContent fillChart(const ChartPlan& plan, const std::vector<RunView>& runs, int selected);

}  // namespace bilevel::ui
