#include "core/problem/branch_builder.h"

#include <algorithm>

namespace bilevel {

Profile minimaOf(double x, const LowerLevel& level) {
    Profile profile{x, {}};
    int rank = 0;
    for (const LowerMinimiser& m : level.minimisers) {
        const bool global = level.solved() && rank++ < level.global;
        profile.points.push_back(
            {global ? SolutionBranch::Kind::global : SolutionBranch::Kind::local, m.y, m.valley});
    }
    return profile;
}

std::size_t BranchBuilder::open(int branch, double x, const Stationary& point) {
    answer_.branches.push_back({point.kind, branch, {{x, point.y, point.valley}}});
    return answer_.branches.size() - 1;
}

void BranchBuilder::begin(const Profile& first) {
    before_.clear();
    now_.clear();
    for (const Stationary& point : first.points) now_.push_back(open(branches_++, first.x, point));
}

void BranchBuilder::advance(const Profile& next, const std::vector<int>& matches) {
    before_ = std::move(now_);
    now_.assign(next.points.size(), 0);
    for (std::size_t k = 0; k < now_.size(); ++k) {
        const Stationary& point = next.points[k];
        if (matches[k] < 0) {
            now_[k] = open(branches_++, next.x, point);
            continue;
        }
        const std::size_t own = before_[static_cast<std::size_t>(matches[k])];
        answer_.branches[own].points.push_back({next.x, point.y, point.valley});
        const bool changes = answer_.branches[own].kind != point.kind;
        now_[k] = changes ? open(answer_.branches[own].branch, next.x, point) : own;
    }
}

void BranchBuilder::bend(const SolutionFold& fold, int k) {
    const std::vector<std::size_t>& of = fold.opens ? now_ : before_;
    std::vector<BranchPoint>& points = answer_.branches[of[static_cast<std::size_t>(k)]].points;
    points.insert(fold.opens ? points.begin() : points.end(), {fold.x, fold.y, {fold.y[0], fold.y[0]}});
}

SolutionBranches BranchBuilder::take() {
    std::erase_if(answer_.branches, [](const SolutionBranch& b) { return b.points.size() < 2; });
    return std::move(answer_);
}

std::optional<SolutionBranches> linkBranches(const CurveRequest& request, const SolutionCurve& curve,
                                             const std::function<bool()>& keepGoing) {
    return request.problem.ny() == 1 ? linkLine(request, curve, keepGoing) : linkSpace(request, curve, keepGoing);
}

}  // namespace bilevel
