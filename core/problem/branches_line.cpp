// One lower variable: the stationary points of a column have an order, minima and maxima in turn.

#include "core/problem/branch_builder.h"

#include "core/problem/lower_line.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace bilevel {
namespace {

constexpr int deepest = 24;           // halvings between two columns: 2^-24 / 500 ≈ 1e-10 of the range
constexpr int budget = 40;            // times the columns that may be solved in all
constexpr double smooth = 1.0 / 200;  // of the width of the search: moves that need no closer look
constexpr double jump = 0.02;         // of the width: what moves more within the smallest step is not continuous

using Kind = SolutionBranch::Kind;

Profile profileOf(double x, const LowerLevel& level, const std::vector<double>& maxima) {
    Profile profile = minimaOf(x, level);
    for (const double y : maxima) profile.points.push_back({Kind::maximum, Vector::Constant(1, y), {y, y}});
    std::ranges::stable_sort(profile.points, {}, [](const Stationary& p) { return p.y[0]; });
    return profile;
}

class Linker {
public:
    Linker(const CurveRequest& request, const std::function<bool()>& keepGoing)
        : keepGoing_(keepGoing),
          solver_(request.problem),
          x_(request.x),
          upper_(request.upper),
          width_(solver_.axes()[0].width()),
          left_(budget * request.columns) {}

    std::optional<SolutionBranches> run(const SolutionCurve& curve) {
        if (curve.columns.empty()) return SolutionBranches{};
        Profile before =
            profileOf(curve.columns.front().x, curve.columns.front().level, curve.columns.front().maxima);
        builder_.begin(before);
        for (std::size_t i = 1; i < curve.columns.size(); ++i) {
            const SolutionColumn& column = curve.columns[i];
            Profile here = profileOf(column.x, column.level, column.maxima);
            if (!link(before, here, deepest)) return {};
            before = std::move(here);
        }
        return builder_.take();
    }

private:
    bool link(const Profile& a, const Profile& b, int depth) {
        if (keepGoing_ && !keepGoing_()) return false;
        const double middle = a.x + (b.x - a.x) / 2;
        if (!continues(a, b) && depth > 0 && left_ > 0 && middle > a.x && middle < b.x) {
            --left_;
            x_[upper_] = middle;
            const LowerLine line = solver_.line(x_);
            const Profile between = profileOf(middle, line.level, line.maxima);
            return link(a, between, depth - 1) && link(between, b, depth - 1);
        }
        connect(a, b);
        return true;
    }

    /// The same kinds in the same order, none moved far or half as far as to its neighbour.
    bool continues(const Profile& a, const Profile& b) const {
        if (a.points.size() != b.points.size()) return false;
        for (std::size_t k = 0; k < a.points.size(); ++k) {
            const double move = std::abs(a.points[k].y[0] - b.points[k].y[0]);
            if (a.points[k].kind != b.points[k].kind || move > smooth * width_) return false;
            if (k > 0 && move > (a.points[k].y[0] - a.points[k - 1].y[0]) / 2) return false;
            if (k + 1 < a.points.size() && move > (a.points[k + 1].y[0] - a.points[k].y[0]) / 2) return false;
        }
        return true;
    }

    /// As many pairs as keep their order and kind and move least; what is left over folds or ends.
    void connect(const Profile& a, const Profile& b) {
        const std::vector<int> matches = align(a, b);
        std::vector<bool> taken(a.points.size(), false);
        for (const int match : matches)
            if (match >= 0) taken[static_cast<std::size_t>(match)] = true;
        builder_.advance(b, matches);
        const double x = std::midpoint(a.x, b.x);
        fold(a, x, false, [&](std::size_t k) { return !taken[k]; });
        fold(b, x, true, [&](std::size_t k) { return matches[k] < 0; });
    }

    template <typename Single>
    void fold(const Profile& profile, double x, bool opens, const Single& single) {
        for (std::size_t k = 0; k + 1 < profile.points.size(); ++k) {
            const Stationary &low = profile.points[k], &high = profile.points[k + 1];
            if (!single(k) || !single(k + 1) || low.isMaximum() == high.isMaximum()) continue;
            if (high.y[0] - low.y[0] > jump * width_) continue;
            const SolutionFold fold{x, (low.y + high.y) / 2, opens};
            builder_.addFold(fold);
            builder_.bend(fold, static_cast<int>(k));
            builder_.bend(fold, static_cast<int>(k + 1));
            ++k;
        }
    }

    /// For each point of b the one of a that it continues, or −1: the cheapest alignment of two sequences.
    std::vector<int> align(const Profile& a, const Profile& b) const {
        const std::size_t rows = a.points.size(), columns = b.points.size();
        const double alone = jump * width_;
        std::vector<double> cost((rows + 1) * (columns + 1));
        const auto at = [&](std::size_t i, std::size_t j) -> double& { return cost[i * (columns + 1) + j]; };
        const auto pair = [&](std::size_t i, std::size_t j) {
            const Stationary &p = a.points[i], &q = b.points[j];
            const double move = std::abs(p.y[0] - q.y[0]);
            return p.isMaximum() == q.isMaximum() && move <= alone ? move : 3 * alone;
        };
        for (std::size_t i = 0; i <= rows; ++i)
            for (std::size_t j = 0; j <= columns; ++j) {
                if (i == 0 || j == 0) {
                    at(i, j) = alone * static_cast<double>(i + j);
                    continue;
                }
                at(i, j) =
                    std::min({at(i - 1, j - 1) + pair(i - 1, j - 1), at(i - 1, j) + alone, at(i, j - 1) + alone});
            }
        std::vector<int> matches(columns, -1);
        for (std::size_t i = rows, j = columns; i > 0 && j > 0;) {
            if (at(i, j) == at(i - 1, j - 1) + pair(i - 1, j - 1))
                matches[--j] = static_cast<int>(--i);
            else if (at(i, j) == at(i - 1, j) + alone)
                --i;
            else
                --j;
        }
        return matches;
    }

    const std::function<bool()>& keepGoing_;
    LowerSolver solver_;
    Vector x_;
    int upper_;
    double width_;
    int left_;
    BranchBuilder builder_;
};

}  // namespace

std::optional<SolutionBranches> linkLine(const CurveRequest& request, const SolutionCurve& curve,
                                         const std::function<bool()>& keepGoing) {
    return Linker(request, keepGoing).run(curve);
}

}  // namespace bilevel
