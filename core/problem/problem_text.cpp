#include "core/problem/problem_text.h"

#include <algorithm>
#include <cmath>

namespace bilevel {
namespace {

/// A range around the interesting values of one variable, a fifth wider than they span, cut to the bounds.
Interval chooseRange(const ProblemText& problem, const std::string& variable) {
    const Interval bounds = problem.boundsOf(variable);
    if (std::isfinite(bounds.minimum) && std::isfinite(bounds.maximum) && bounds.minimum < bounds.maximum)
        return bounds;
    double low = problem.startOf(variable), high = low;
    if (problem.solution) {
        const auto it = problem.solution->point.find(variable);
        if (it != problem.solution->point.end())
            low = std::min(low, it->second), high = std::max(high, it->second);
    }
    const double margin = std::max(1.0, 0.6 * (high - low));
    Interval range{bounds.clamp(low - margin), bounds.clamp(high + margin)};
    if (!(range.minimum < range.maximum)) range = {low - 1, low + 1};
    return range;
}

}  // namespace

Interval searchRange(Interval shown, const Interval& bounds) {
    const double width = shown.maximum - shown.minimum;
    const bool hasMinimum = std::isfinite(bounds.minimum), hasMaximum = std::isfinite(bounds.maximum);
    if (hasMinimum) shown.minimum = bounds.minimum;
    if (hasMaximum) shown.maximum = bounds.maximum;
    if (shown.minimum < shown.maximum) return shown;
    if (hasMinimum) return {bounds.minimum, std::min(bounds.maximum, bounds.minimum + width)};
    return {bounds.maximum - width, bounds.maximum};
}

std::vector<std::string> ProblemText::variables() const {
    std::vector<std::string> all = upperVariables;
    all.insert(all.end(), lowerVariables.begin(), lowerVariables.end());
    return all;
}

Interval ProblemText::boundsOf(const std::string& variable) const {
    const auto it = bounds.find(variable);
    return it == bounds.end() ? Interval{} : it->second;
}

double ProblemText::startOf(const std::string& variable) const {
    const auto it = start.find(variable);
    return boundsOf(variable).clamp(it == start.end() ? 0.0 : it->second);
}

View ProblemText::resolvedView() const {
    if (view) return *view;
    const std::string horizontal = upperVariables.empty() ? "" : upperVariables.front();
    const std::string vertical = lowerVariables.empty() ? "" : lowerVariables.front();
    return {horizontal, vertical, chooseRange(*this, horizontal), chooseRange(*this, vertical)};
}

}  // namespace bilevel
