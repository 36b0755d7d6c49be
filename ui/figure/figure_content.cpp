#include "ui/figure/figure_content.h"

#include <algorithm>

namespace bilevel::ui {

FigureContent computeContent(const Study& study, const Problem& problem, Pace pace, int position) {
    FigureContent content{.text = study.problem,
                          .problem = problem,
                          .runs = runViews(study, problem),
                          .clock = {},
                          .iterations = study.iterations};
    for (RunView& view : content.runs) {
        if (!view.algorithm || !view.visible) continue;
        view.trajectory = std::make_shared<const Trajectory>(run(requestFor(view, problem, study.iterations)));
    }
    content.clock = wind(content.runs, pace);
    content.position = content.clock.positions - 1;
    if (position >= 0) content.position = std::min(position, content.position);
    return content;
}

Result<FigureParts> findParts(const std::string& view) {
    if (view == "all") return FigureParts{.upper = true, .lower = true, .convergence = true};
    if (view == "plane") return FigureParts{.upper = true, .lower = true};
    if (view == "upper") return FigureParts{.upper = true};
    if (view == "lower") return FigureParts{.lower = true};
    if (view == "diagnostics") return FigureParts{.allCharts = true};
    return impossible("there is no view ‘" + view + "’; the views are all, plane, upper, lower and diagnostics");
}

Error impossible(std::string message) { return {std::move(message), -1, 0, "options"}; }

}  // namespace bilevel::ui
