#include "ui/ground/solutions.h"

#include "core/problem/bilevel_optimum.h"

namespace bilevel::ui {
namespace {

constexpr int columnsOfALine = 500, columnsOfAPlane = 120, columnsOfASpace = 48;

/// The held coordinates that the lower level's solutions and f at them depend on.
std::uint64_t heldUpperInputs(const Slice& slice) {
    const Problem& problem = slice.problem;
    const std::uint64_t upper = (std::uint64_t{1} << problem.nx()) - 1;
    return upper & (heldInputs(slice, problem.upper().value) | heldInputs(slice, problem.lower().value));
}

}  // namespace

int SolutionRequest::along() const {
    const int nx = slice.problem.nx();
    return slice.horizontal < nx ? slice.horizontal : slice.vertical < nx ? slice.vertical : -1;
}

SolutionRequest solutionRequest(const Slice& slice, const Interval& horizontal, const Interval& vertical) {
    const int ny = slice.problem.ny();
    const bool alongHorizontal = slice.horizontal < slice.problem.nx();
    return {.slice = slice,
            .range = alongHorizontal ? horizontal : vertical,
            .columns = ny == 1   ? columnsOfALine
                       : ny == 2 ? columnsOfAPlane
                                 : columnsOfASpace};
}

bool sameSolutions(const SolutionRequest& a, const SolutionRequest& b) {
    return a.range == b.range && a.columns == b.columns && sameFunctions(a.slice, b.slice) &&
           sameHeld(a.slice, b.slice, heldUpperInputs(a.slice));
}

SolutionsPtr computeSolutions(const SolutionRequest& request, const SolutionsPtr& before,
                              const std::function<bool()>& keepGoing) {
    auto solutions = std::make_shared<Solutions>();
    solutions->request = request;
    const Slice& slice = request.slice;
    solutions->best = before && sameFunctions(before->request.slice, slice)
                          ? before->best
                          : findOptimum(slice.problem, keepGoing);
    if (request.along() < 0) {
        solutions->level = LowerSolver(slice.problem)(slice.held.x);
        return solutions;
    }
    const CurveRequest along{.problem = slice.problem,
                             .x = slice.held.x,
                             .upper = request.along(),
                             .range = request.range,
                             .columns = request.columns};
    std::optional<SolutionCurve> curve = solveAlong(along, keepGoing);
    if (!curve) return nullptr;
    solutions->curve = *std::move(curve);
    std::optional<SolutionBranches> branches = linkBranches(along, solutions->curve, keepGoing);
    if (!branches) return nullptr;
    solutions->branches = *std::move(branches);
    return solutions;
}

}  // namespace bilevel::ui
