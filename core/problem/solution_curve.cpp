#include "core/problem/solution_curve.h"

#include <algorithm>
#include <cmath>

namespace bilevel {
namespace {

constexpr int halvings = 60, sections = 60;
constexpr double goldenShare = 0.3819660112501051;
constexpr double samePlace = 1e-4, nearby = 0.02;  // of the width of the search
constexpr int widestGap = 3;  // columns without isolated solutions that a swap may hide behind

class CurveSolver {
public:
    explicit CurveSolver(const CurveRequest& request)
        : request_(request), solver_(request.problem), oracle_(request.problem), x_(request.x) {
        const Interval bounds = request.problem.upperBounds(request.upper);
        range_ = {bounds.clamp(request.range.minimum), bounds.clamp(request.range.maximum)};
    }

    bool solveColumns(const std::function<bool()>& keepGoing) {
        for (int i = 0; i < request_.columns; ++i) {
            if (keepGoing && !keepGoing()) return false;
            const double share = static_cast<double>(i) / (request_.columns - 1);
            curve_.columns.push_back(columnAt(range_.minimum + share * (range_.maximum - range_.minimum)));
        }
        return true;
    }

    void findSwaps() {
        const SolutionColumn* before = nullptr;
        std::ptrdiff_t gap = 0;
        for (const SolutionColumn& column : curve_.columns) {
            ++gap;
            if (!column.level.solved() || column.level.kind == LowerLevel::Kind::flat) continue;
            if (before && gap <= widestGap) findSwap(*before, column);
            before = &column;
            gap = 0;
        }
    }

    void findOptimum() {
        const auto least = std::ranges::min_element(curve_.columns, {}, [](const SolutionColumn& c) {
            return std::isnan(c.f.optimistic) ? std::numeric_limits<double>::infinity() : c.f.optimistic;
        });
        if (least == curve_.columns.end() || std::isnan(least->f.optimistic)) return;
        consider(*least);
        const double low = least == curve_.columns.begin() ? least->x : (least - 1)->x;
        const double high = least + 1 == curve_.columns.end() ? least->x : (least + 1)->x;
        closeIn(low, high);
        for (const BranchSwap& swap : curve_.swaps)
            for (const Vector& y : {swap.from, swap.to}) consider(swap.x, y, oracle_.f({at(swap.x), y}).value);
    }

    SolutionCurve take() { return std::move(curve_); }

private:
    const Vector& at(double x) {
        x_[request_.upper] = x;
        return x_;
    }

    SolutionColumn columnAt(double x) {
        SolutionColumn column;
        column.x = x;
        if (solver_.problem().ny() == 1) {
            LowerLine line = solver_.line(at(x));
            column.level = std::move(line.level);
            column.maxima = std::move(line.maxima);
        } else {
            column.level = solver_(at(x));
        }
        column.f = upperValue(solver_, oracle_, x_, column.level);
        return column;
    }

    bool isSame(const Vector& a, const Vector& b) const { return isWithin(samePlace, a, b); }
    bool isNear(const Vector& a, const Vector& b) const { return isWithin(nearby, a, b); }
    bool isWithin(double share, const Vector& a, const Vector& b) const {
        for (Eigen::Index j = 0; j < a.size(); ++j)
            if (std::abs(a[j] - b[j]) > share * solver_.axes()[static_cast<std::size_t>(j)].width()) return false;
        return true;
    }

    /// The first global solution of `column` that is not continued by one of `other`.
    const LowerMinimiser* lost(const SolutionColumn& column, const SolutionColumn& other) {
        for (const LowerMinimiser& m : column.level.globalOnes()) {
            const Vector there = solver_.descend(at(other.x), m.y).y;
            if (std::ranges::none_of(other.level.globalOnes(),
                                     [&](const LowerMinimiser& o) { return isSame(o.y, there); }))
                return &m;
        }
        return nullptr;
    }

    void findSwap(const SolutionColumn& left, const SolutionColumn& right) {
        const LowerMinimiser *leaves = lost(left, right), *enters = lost(right, left);
        Jump jump{left.x, right.x, (leaves ? *leaves : left.level.minimisers.front()).y,
                  (enters ? *enters : right.level.minimisers.front()).y};
        if (leaves || enters)
            byValue(jump);
        else if (left.level.global == 1 && right.level.global == 1 && !isNear(jump.a, jump.b))
            byPlace(jump);
        else
            return;
        if (isSame(jump.a, jump.b)) return;  // one branch that moves fast
        const double step = (range_.maximum - range_.minimum) / request_.columns;
        if (!curve_.swaps.empty() && std::abs(curve_.swaps.back().x - jump.high) <= 1e-6 * step) return;
        curve_.swaps.push_back({jump.high, jump.a, jump.b});
    }

    /// Between low and high the solution moves from a to b.
    struct Jump {
        double low, high;
        Vector a, b;
    };

    /// Both branches exist on both sides: where are they equally low?
    void byValue(Jump& jump) {
        for (int k = 0; k < halvings; ++k) {
            const double x = jump.low + (jump.high - jump.low) / 2;
            if (x == jump.low || x == jump.high) return;
            const LowerMinimiser onA = solver_.descend(at(x), jump.a), onB = solver_.descend(x_, jump.b);
            if (onA.g <= onB.g)
                jump.low = x, jump.a = onA.y;
            else
                jump.high = x, jump.b = onB.y;
        }
    }

    /// One branch ends where the other begins: to which of them is the solution closer?
    void byPlace(Jump& jump) {
        for (int k = 0; k < halvings; ++k) {
            const double x = jump.low + (jump.high - jump.low) / 2;
            if (x == jump.low || x == jump.high) return;
            const LowerLevel level = solver_(at(x));
            if (!level.solved() || level.kind == LowerLevel::Kind::flat) {
                jump.high = x;
                return;
            }
            const Vector& y = level.minimisers.front().y;
            if ((y - jump.a).norm() <= (y - jump.b).norm())
                jump.low = x, jump.a = y;
            else
                jump.high = x, jump.b = y;
        }
    }

    void closeIn(double low, double high) {
        const double width = high - low;
        double inner = low + goldenShare * width, outer = high - goldenShare * width;
        double atInner = consider(columnAt(inner)), atOuter = consider(columnAt(outer));
        for (int k = 0; k < sections && high - low > 1e-12 * (range_.maximum - range_.minimum); ++k) {
            if (atInner <= atOuter) {
                high = outer, outer = inner, atOuter = atInner;
                inner = low + goldenShare * (high - low);
                atInner = consider(columnAt(inner));
            } else {
                low = inner, inner = outer, atInner = atOuter;
                outer = high - goldenShare * (high - low);
                atOuter = consider(columnAt(outer));
            }
        }
    }

    double consider(const SolutionColumn& column) {
        if (std::isnan(column.f.optimistic)) return std::numeric_limits<double>::infinity();
        consider(column.x, column.f.optimisticY, column.f.optimistic);
        return column.f.optimistic;
    }

    void consider(double x, const Vector& y, double f) {
        if (!curve_.optimum || f < curve_.optimum->f) curve_.optimum = {x, y, f};
    }

    const CurveRequest& request_;
    LowerSolver solver_;
    Oracle oracle_;
    Vector x_;
    Interval range_;
    SolutionCurve curve_;
};

}  // namespace

std::optional<SolutionCurve> solveAlong(const CurveRequest& request, const std::function<bool()>& keepGoing) {
    CurveSolver solver(request);
    if (!solver.solveColumns(keepGoing)) return {};
    solver.findSwaps();
    solver.findOptimum();
    return solver.take();
}

}  // namespace bilevel
