#include "ui/trace/chart_content.h"

#include <algorithm>
#include <cmath>

namespace bilevel::ui {
namespace {

bool isShown(const RunView& run) { return run.visible && run.trajectory; }

RunView leaderOf(const std::vector<RunView>& runs, int selected) {
    const auto index = static_cast<std::size_t>(selected);
    if (selected >= 0 && index < runs.size() && isShown(runs[index])) return runs[index];
    const auto first = std::ranges::find_if(runs, isShown);
    return first == runs.end() ? RunView{} : *first;
}

}  // namespace

double ChartTime::at(int position) const {
    if (clock.pace.equalCost) return clock.costAt(position);
    const bool counts = !leader.costs || clock.pace.measure == Measure::iterations;
    return counts ? position : leader.costAt(leader.rowAt(position));
}

int ChartTime::position(double at) const {
    if (clock.pace.equalCost) {
        const int below = clock.positionAt(at);
        const bool nearer = at - clock.costAt(below) > clock.costAt(below + 1) - at;
        return std::min(below + (nearer ? 1 : 0), clock.positions - 1);
    }
    if (!leader.costs || clock.pace.measure == Measure::iterations) return static_cast<int>(std::lround(at));
    const int row = rowAtCost(*leader.costs, at);
    const bool nearer =
        row + 1 < static_cast<int>(leader.costs->size()) && at - leader.costAt(row) > leader.costAt(row + 1) - at;
    return leader.positionOf(row + (nearer ? 1 : 0));
}

std::pair<int, int> ChartLine::rowsBetween(double first, double last) const {
    const auto whole = [&](double row) { return static_cast<int>(std::clamp(row, -1.0, 2e9)); };
    if (!run.costs) return {whole(std::floor(first)), whole(std::ceil(last))};
    return {rowAtCost(*run.costs, first), std::min(rowAtCost(*run.costs, last) + 1, rows() - 1)};
}

ChartContent fillChart(const ChartPlan& plan, const std::vector<RunView>& runs, int selected, const Clock& clock) {
    ChartContent content{plan, {clock, leaderOf(runs, selected)}, {}, {}};
    const auto collect = [&](const Term* term, bool beside, std::vector<ChartLine>& lines) {
        for (std::size_t i = 0; i < runs.size(); ++i) {
            const RunView& run = runs[i];
            if (!run.visible || !run.trajectory || !termOf(run, term->id)) continue;
            const auto values = run.trajectory->column(term->id);
            if (values.empty()) continue;
            lines.push_back({.term = term,
                             .values = values,
                             .run = run,
                             .selected = static_cast<int>(i) == selected,
                             .beside = beside});
        }
    };
    for (const Term* const term : plan.quantities) collect(term, term != plan.quantities.front(), content.lines);
    for (const Term* const term : plan.flags) collect(term, false, content.flags);

    std::ranges::reverse(
        content.lines);  // of equals, the first run lies on top, and a quantity on those beside it
    std::ranges::stable_partition(content.lines, [](const ChartLine& line) { return !line.selected; });
    return content;
}

}  // namespace bilevel::ui
