#include "core/problem/bilevel_optimum.h"

namespace bilevel {
namespace {

constexpr int columns = 500, widenings = 4;
constexpr double widening = 3;
constexpr double atTheEnd = 1e-3;  // of the range

/// The bounds; an end that is none is where the view ends.
Interval firstRange(const Problem& problem) {
    const std::string& variable = problem.variables().front();
    const View view = problem.text().resolvedView();
    const Interval shown = view.horizontal == variable ? view.horizontalRange
                           : view.vertical == variable ? view.verticalRange
                                                       : Interval{-10, 10};
    return searchRange(shown, problem.upperBounds(0));
}

}  // namespace

std::optional<BilevelOptimum> findOptimum(const Problem& problem, const std::function<bool()>& keepGoing) {
    if (problem.nx() != 1 || problem.ny() != 1) return {};
    const Interval bounds = problem.upperBounds(0);
    Interval range = firstRange(problem);
    for (int attempt = 0; attempt <= widenings; ++attempt) {
        const auto curve = solveAlong({problem, problem.start().x, 0, range, columns}, keepGoing);
        if (!curve || !curve->optimum) return {};
        const double width = range.maximum - range.minimum, x = curve->optimum->x;
        const bool below = x - range.minimum < atTheEnd * width && range.minimum > bounds.minimum;
        const bool above = range.maximum - x < atTheEnd * width && range.maximum < bounds.maximum;
        if (!below && !above) return curve->optimum;
        if (below) range.minimum = bounds.clamp(range.minimum - widening * width);
        if (above) range.maximum = bounds.clamp(range.maximum + widening * width);
    }
    return {};
}

}  // namespace bilevel
