#include "ui/figure/figure_content.h"

#include "core/run/truth.h"
#include "ui/document/judgement.h"
#include "ui/plane/plane_content.h"

#include <algorithm>

namespace bilevel::ui {

FigureContent computeContent(const Study& study, const Problem& problem, Pace pace, int position, bool truth) {
    FigureContent content{.study = study,
                          .problem = problem,
                          .runs = runViews(study, problem),
                          .clock = {},
                          .view = study.problem.resolvedView()};
    for (RunView& view : content.runs) {
        if (!view.algorithm || !view.visible) continue;
        Trajectory trajectory = run(requestFor(view, problem, study.iterations));
        if (truth) trajectory = *withTruth(problem, std::move(trajectory));
        view.trajectory = std::make_shared<const Trajectory>(std::move(trajectory));
        view.hasTruth = truth;
        view.certificate = judgeEnd(problem, view.trajectory);
    }
    const auto first =
        std::ranges::find_if(content.runs, [](const RunView& run) { return run.trajectory != nullptr; });
    if (first != content.runs.end()) content.selected = static_cast<int>(first - content.runs.begin());
    content.clock = wind(content.runs, pace);
    content.position = content.clock.positions - 1;
    if (position >= 0) content.position = std::min(position, content.position);
    return content;
}

Slice shownSlice(const FigureContent& content, int position) {
    const std::vector<std::string>& variables = content.problem.variables();
    const auto index = [&](const std::string& name) {
        return static_cast<int>(std::ranges::find(variables, name) - variables.begin());
    };
    const int selected = content.selectedRun();
    const RunView* const run = selected < 0 ? nullptr : &content.runs[static_cast<std::size_t>(selected)];
    return {content.problem, index(content.view.horizontal), index(content.view.vertical),
            iterateAt(content.problem, run, position)};
}

SolutionsPtr shownSolutions(const FigureContent& content, int position, const SolutionsPtr& known) {
    if (!content.shown.solutions && !content.shown.values) return nullptr;
    const SolutionRequest request =
        solutionRequest(shownSlice(content, position), content.view.horizontalRange, content.view.verticalRange);
    return known && sameSolutions(known->request, request) ? known : computeSolutions(request, known);
}

bool FigureParts::shows(Term::Group group) const {
    return allCharts || (convergence && group == Term::Group::convergence) ||
           (truth && group == Term::Group::truth);
}

Result<FigureParts> findParts(const std::string& view) {
    if (view == "all") return FigureParts{.upper = true, .lower = true, .convergence = true};
    if (view == "plane") return FigureParts{.upper = true, .lower = true};
    if (view == "upper") return FigureParts{.upper = true};
    if (view == "lower") return FigureParts{.lower = true};
    if (view == "diagnostics") return FigureParts{.allCharts = true};
    if (view == "truth") return FigureParts{.truth = true};
    return impossible("there is no view ‘" + view +
                      "’; the views are all, plane, upper, lower, diagnostics and truth");
}

Error impossible(std::string message) { return {std::move(message), -1, 0, "options"}; }

}  // namespace bilevel::ui
