#pragma once

#include "core/problem/solution_branches.h"

namespace bilevel {

/// A stationary point of one column.
struct Stationary {
    SolutionBranch::Kind kind = SolutionBranch::Kind::local;
    Vector y;
    Interval valley = {};
    bool isMaximum() const { return kind == SolutionBranch::Kind::maximum; }
};

/// All of one column.
struct Profile {
    double x = 0;
    std::vector<Stationary> points;
};

/// The minima of a column, global ones named.
Profile minimaOf(double x, const LowerLevel& level);

/// Strings profiles to branches, from left to right.
class BranchBuilder {
public:
    void begin(const Profile& first);
    /// next.points[to] continues point `matches[to]` of the profile before, or nothing where it is −1.
    void advance(const Profile& next, const std::vector<int>& matches);
    /// Point `k` of the profile before ends in a fold, or begins at one when `k` is of the profile just added.
    void bend(const SolutionFold& fold, int k);
    void addFold(const SolutionFold& fold) { answer_.folds.push_back(fold); }
    SolutionBranches take();

private:
    std::size_t open(int branch, double x, const Stationary& point);

    SolutionBranches answer_;
    std::vector<std::size_t> before_, now_;  ///< the branch of each point of the last two profiles
    int branches_ = 0;
};

std::optional<SolutionBranches> linkLine(const CurveRequest& request, const SolutionCurve& curve,
                                         const std::function<bool()>& keepGoing);
std::optional<SolutionBranches> linkSpace(const CurveRequest& request, const SolutionCurve& curve,
                                          const std::function<bool()>& keepGoing);

}  // namespace bilevel
