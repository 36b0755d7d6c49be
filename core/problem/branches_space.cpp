// Several lower variables: minima have no order, and each is followed by descent.

#include "core/problem/branch_builder.h"

#include <cmath>
#include <numeric>

namespace bilevel {
namespace {

constexpr int mostSteps = 400;          // between two columns, to find where a branch ends
constexpr double shortestShare = 1e-9;  // of the way between them
constexpr double samePlace = 1e-4;      // of the width of the search
constexpr double continuous = 0.05;     // of the width: how far a minimum moves from column to column
constexpr double meets = 0.01;          // of the width: what moves further in one step has jumped

class Follower {
public:
    Follower(const CurveRequest& request, const std::function<bool()>& keepGoing)
        : keepGoing_(keepGoing), solver_(request.problem), x_(request.x), upper_(request.upper) {}

    std::optional<SolutionBranches> run(const SolutionCurve& curve) {
        if (curve.columns.empty()) return SolutionBranches{};
        Profile before = isolated(curve.columns.front());
        builder_.begin(before);
        for (std::size_t i = 1; i < curve.columns.size(); ++i) {
            if (keepGoing_ && !keepGoing_()) return {};
            Profile here = isolated(curve.columns[i]);
            link(before, here);
            before = std::move(here);
        }
        return builder_.take();
    }

private:
    /// Minima that are not one of many: those of a valley have no place of their own.
    static Profile isolated(const SolutionColumn& column) {
        if (!column.level.solved() || column.level.kind == LowerLevel::Kind::flat) return {column.x, {}};
        return minimaOf(column.x, column.level);
    }

    double distance(const Vector& a, const Vector& b) const {
        double most = 0;
        for (Eigen::Index j = 0; j < a.size(); ++j)
            most = std::max(most, std::abs(a[j] - b[j]) / solver_.axes()[static_cast<std::size_t>(j)].width());
        return most;
    }

    Vector descend(double x, const Vector& y) {
        x_[upper_] = x;
        return solver_.descend(x_, y).y;
    }

    void link(const Profile& a, Profile& b) {
        std::vector<int> matches(b.points.size(), -1);
        std::vector<bool> continued(a.points.size(), false);
        for (std::size_t i = 0; i < a.points.size() && !b.points.empty(); ++i) {
            const Vector there = descend(b.x, a.points[i].y);
            if (distance(there, a.points[i].y) > continuous) continue;
            int match = find(b, there);
            if (match < 0) {  // the search of that column has missed it
                b.points.push_back({SolutionBranch::Kind::local, there, {there[0], there[0]}});
                matches.push_back(-1);
                match = static_cast<int>(matches.size()) - 1;
            }
            int& own = matches[static_cast<std::size_t>(match)];
            const auto move = [&](int k) { return distance(a.points[static_cast<std::size_t>(k)].y, there); };
            if (own >= 0 && move(own) <= move(static_cast<int>(i))) continue;
            if (own >= 0) continued[static_cast<std::size_t>(own)] = false;
            own = static_cast<int>(i);
            continued[i] = true;
        }
        builder_.advance(b, matches);
        for (std::size_t i = 0; i < continued.size(); ++i)
            if (!continued[i] && !b.points.empty()) fold(a.points[i].y, a.x, b.x, static_cast<int>(i));
        for (std::size_t k = 0; k < matches.size(); ++k)
            if (matches[k] < 0 && !a.points.empty()) fold(b.points[k].y, b.x, a.x, static_cast<int>(k));
    }

    int find(const Profile& profile, const Vector& y) const {
        for (std::size_t k = 0; k < profile.points.size(); ++k)
            if (distance(profile.points[k].y, y) <= samePlace) return static_cast<int>(k);
        return -1;
    }

    /// Follows a minimum from `here` towards `there`, in shorter steps where it moves fast, to the last x at which
    /// it has not jumped away.
    void fold(Vector y, double here, double there, int k) {
        const bool opens = there < here;
        const double shortest = std::abs(there - here) * shortestShare;
        double step = (there - here) / 2;
        for (int tried = 0; tried < mostSteps && std::abs(step) > shortest; ++tried) {
            if (std::abs(there - here) <= shortest) return;  // it only moves fast
            const double x = std::abs(step) < std::abs(there - here) ? here + step : there;
            const Vector next = descend(x, y);
            if (distance(next, y) > meets) {
                step /= 2;
                continue;
            }
            y = next;
            here = x;
            step *= 1.5;
        }
        const SolutionFold fold{here, y, opens};
        builder_.addFold(fold);
        builder_.bend(fold, k);
    }

    const std::function<bool()>& keepGoing_;
    LowerSolver solver_;
    Vector x_;
    int upper_;
    BranchBuilder builder_;
};

}  // namespace

std::optional<SolutionBranches> linkSpace(const CurveRequest& request, const SolutionCurve& curve,
                                          const std::function<bool()>& keepGoing) {
    return Follower(request, keepGoing).run(curve);
}

}  // namespace bilevel
