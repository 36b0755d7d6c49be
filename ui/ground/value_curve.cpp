#include "ui/ground/value_curve.h"

#include <algorithm>
#include <cmath>

namespace bilevel::ui {
namespace {

constexpr double farQuantile = 0.04, farFactor = 6;
constexpr double roomAbove = 0.1;
constexpr double sameValue = 1e-9;  // relative

bool differs(double a, double b) {
    return std::abs(a - b) > sameValue * std::max({1.0, std::abs(a), std::abs(b)});
}

class Tracer {
public:
    Tracer(const Solutions& solutions, bool upper)
        : solutions_(solutions), upper_(upper), oracle_(solutions.request.slice.problem) {}

    ValueCurve trace() {
        auto swap = solutions_.curve.swaps.begin();
        const auto end = solutions_.curve.swaps.end();
        for (const SolutionColumn& column : solutions_.curve.columns) {
            for (; swap != end && swap->x <= column.x; ++swap) cross(*swap);
            add(column);
        }
        finish(piece_, curve_.best);
        finish(worst_, curve_.worst);
        if (solutions_.best)
            curve_.optimum = QPointF(solutions_.best->x, at(solutions_.best->x, solutions_.best->y));
        curve_.range = worthShowing();
        return std::move(curve_);
    }

private:
    double at(double x, const Vector& y) {
        Vector all = solutions_.request.slice.held.x;
        all[solutions_.request.along()] = x;
        return upper_ ? oracle_.f({all, y}).value : oracle_.g({all, y}).value;
    }

    void cross(const BranchSwap& swap) {
        const double from = at(swap.x, swap.from), to = at(swap.x, swap.to);
        if (!std::isfinite(from) || !std::isfinite(to)) return;
        piece_ << QPointF(swap.x, from);
        if (differs(from, to)) {
            finish(piece_, curve_.best);
            curve_.jumps.push_back({swap.x, from, to});
            piece_ << QPointF(swap.x, to);
        }
    }

    void add(const SolutionColumn& column) {
        const bool solved = column.level.solved();
        const double best = !solved ? std::nan("") : upper_ ? column.f.optimistic : column.level.minimum();
        const double worst = solved && upper_ ? column.f.pessimistic : best;
        if (std::isfinite(best))
            piece_ << QPointF(column.x, best);
        else
            finish(piece_, curve_.best);
        if (std::isfinite(worst) && std::isfinite(best) && differs(best, worst))
            worst_ << QPointF(column.x, worst);
        else
            finish(worst_, curve_.worst);
    }

    static void finish(QPolygonF& piece, std::vector<QPolygonF>& pieces) {
        if (!piece.isEmpty()) pieces.push_back(piece);
        piece.clear();
    }

    /// All values, but for a few that lie so far off that nothing else could be seen.
    Interval worthShowing() const {
        std::vector<double> values;
        for (const auto* pieces : {&curve_.best, &curve_.worst})
            for (const QPolygonF& piece : *pieces)
                for (const QPointF& p : piece) values.push_back(p.y());
        if (values.empty()) return {0, 1};
        std::ranges::sort(values);
        const auto quantile = [&](double q) {
            return values[static_cast<std::size_t>(q * static_cast<double>(values.size() - 1))];
        };
        double low = values.front(), high = values.back();
        const double usual = quantile(1 - farQuantile) - quantile(farQuantile);
        if (usual > 0 && high - quantile(1 - farQuantile) > farFactor * usual) high = quantile(1 - farQuantile);
        if (usual > 0 && quantile(farQuantile) - low > farFactor * usual) low = quantile(farQuantile);
        if (!differs(low, high)) low -= 1, high += 1;
        const double room = roomAbove * (high - low);
        return {low - room, high + room};
    }

    const Solutions& solutions_;
    const bool upper_;
    Oracle oracle_;
    ValueCurve curve_;
    QPolygonF piece_, worst_;
};

}  // namespace

double ValueCurve::at(double x) const {
    for (const QPolygonF& piece : best) {
        if (piece.first().x() > x || piece.last().x() < x) continue;
        const auto right = std::ranges::lower_bound(piece, x, {}, [](const QPointF& p) { return p.x(); });
        if (right == piece.begin()) return right->y();
        const QPointF a = *(right - 1), b = *right;
        return a.x() == b.x() ? b.y() : a.y() + (b.y() - a.y()) * ((x - a.x()) / (b.x() - a.x()));
    }
    return std::nan("");
}

ValueCurve valueCurve(const Solutions& solutions, bool upper) {
    if (solutions.request.along() < 0 || solutions.request.along() != solutions.request.slice.horizontal)
        return {};
    return Tracer(solutions, upper).trace();
}

}  // namespace bilevel::ui
