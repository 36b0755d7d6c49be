#include "ui/trace/chart_content.h"

#include <algorithm>

namespace bilevel::ui {

ChartContent fillChart(const ChartPlan& plan, const std::vector<RunView>& runs, int selected) {
    ChartContent content{plan, {}, {}};
    const auto collect = [&](const Term* term, bool beside, std::vector<ChartLine>& lines) {
        for (std::size_t i = 0; i < runs.size(); ++i) {
            const RunView& run = runs[i];
            if (!run.visible || !run.trajectory || !termOf(run, term->id)) continue;
            const auto values = run.trajectory->column(term->id);
            if (values.empty()) continue;
            lines.push_back({.term = term,
                             .values = values,
                             .trajectory = run.trajectory,
                             .run = run.label,
                             .style = run.style,
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
