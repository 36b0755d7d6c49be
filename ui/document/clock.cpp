#include "ui/document/clock.h"

#include <algorithm>
#include <cmath>

namespace bilevel::ui {
namespace {

constexpr int fewestPositions = 241;
constexpr double rounding = 1e-12;  // of the whole cost: what a sum may be off

bool isShown(const RunView& run) { return run.visible && run.trajectory && run.trajectory->rows() > 0; }

std::vector<int> scheduleOf(const std::vector<double>& costs, const Clock& clock) {
    std::vector<int> rows;
    rows.reserve(static_cast<std::size_t>(clock.positions));
    std::size_t row = 0;
    for (int position = 0; position < clock.positions; ++position) {
        const double paid = clock.costAt(position) + rounding * clock.end;
        while (row + 1 < costs.size() && costs[row + 1] <= paid) ++row;
        rows.push_back(static_cast<int>(row));
    }
    return rows;
}

/// A position is an iteration; a recording that leaves some out stays where it was until the next.
void followIterations(std::vector<RunView>& runs, int positions) {
    const Clock byIteration{{}, positions, static_cast<double>(positions - 1)};
    for (RunView& run : runs)
        if (isShown(run) && run.trajectory->leavesIterationsOut())
            run.schedule = std::make_shared<const std::vector<int>>(
                scheduleOf(costs(*run.trajectory, Measure::iterations), byIteration));
}

}  // namespace

double Clock::costAt(int position) const {
    return position >= positions - 1 ? end : end * position / (positions - 1);
}

int Clock::positionAt(double cost) const {
    if (end <= 0) return 0;
    const double position = std::floor(cost / end * (positions - 1) + 1e-9);
    return static_cast<int>(std::clamp(position, 0.0, static_cast<double>(positions - 1)));
}

Clock wind(std::vector<RunView>& runs, Pace pace) {
    if (pace.measure == Measure::iterations) pace.equalCost = false;
    Clock clock{.pace = pace};
    for (RunView& run : runs) {
        run.costs = nullptr;
        run.schedule = nullptr;
        if (!isShown(run)) continue;
        const Trajectory& t = *run.trajectory;
        clock.positions = std::max(clock.positions, t.iterationAt(t.rows() - 1) + 1);
        if (pace.measure != Measure::iterations || t.leavesIterationsOut()) {
            run.costs = std::make_shared<const std::vector<double>>(costs(t, pace.measure));
            clock.end = std::max(clock.end, run.costs->back());
        }
    }
    if (pace.measure == Measure::iterations) clock.end = clock.positions - 1;
    if (!pace.equalCost) {
        followIterations(runs, clock.positions);
        return clock;
    }
    clock.positions = std::max(clock.positions, fewestPositions);
    for (RunView& run : runs)
        if (run.costs) run.schedule = std::make_shared<const std::vector<int>>(scheduleOf(*run.costs, clock));
    return clock;
}

}  // namespace bilevel::ui
