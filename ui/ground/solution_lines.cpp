#include "ui/ground/solution_lines.h"

#include "ui/ground/clip.h"

#include <algorithm>

namespace bilevel::ui {
namespace {

constexpr double labelPlaces[]{0.85, 0.7, 0.5, 0.3, 0.15};  // of the width: first where paths rarely are

using Kind = SolutionLines::Kind;

class Tracer {
public:
    Tracer(const Solutions& solutions, const Interval& horizontal, const Interval& vertical)
        : solutions_(solutions),
          slice_(solutions.request.slice),
          nx_(slice_.problem.nx()),
          along_(solutions.request.along()),
          area_(QPointF(horizontal.minimum, vertical.minimum), QPointF(horizontal.maximum, vertical.maximum)) {}

    SolutionLines trace() {
        if (along_ < 0)
            addPlaces();
        else if (lowerShown() >= 0)
            addCurves();
        return std::move(lines_);
    }

private:
    /// The lower variable that is shown beside the upper one; −1 where both are upper ones.
    int lowerShown() const { return std::max(slice_.horizontal, slice_.vertical) - nx_; }

    QPointF shown(double x, const Vector& y) const {
        const double lower = y[lowerShown()];
        return slice_.horizontal < nx_ ? QPointF(x, lower) : QPointF(lower, x);
    }

    void addPlaces() {
        const LowerLevel& level = solutions_.level;
        if (!level.solved()) return;
        for (std::size_t k = 0; k < level.minimisers.size(); ++k) {
            const Vector& y = level.minimisers[k].y;
            const QPointF at(y[slice_.horizontal - nx_], y[slice_.vertical - nx_]);
            if (area_.contains(at)) lines_.places.push_back({at, static_cast<int>(k) < level.global});
        }
    }

    void addCurves() {
        for (const SolutionBranch& branch : solutions_.branches.branches) addBranch(branch);
        for (const SolutionFold& fold : solutions_.branches.folds)
            if (const QPointF at = shown(fold.x, fold.y); area_.contains(at)) lines_.folds.push_back(at);
        for (const BranchSwap& swap : solutions_.curve.swaps)
            lines_.swaps.push_back({shown(swap.x, swap.from), shown(swap.x, swap.to)});
        if (solutions_.best) lines_.optimum = shown(solutions_.best->x, solutions_.best->y);
        placeLabel();
    }

    void addBranch(const SolutionBranch& branch) {
        using enum SolutionBranch::Kind;
        const Kind kind = branch.kind == global  ? Kind::global
                          : branch.kind == local ? Kind::local
                                                 : Kind::maximum;
        QPolygonF line;
        for (const BranchPoint& point : branch.points) {
            line << shown(point.x, point.y);
            addValley(point);
        }
        for (const QPolygonF& piece : clipLine(line, area_)) lines_.lines.push_back({piece, kind});
    }

    /// At one x all of a stretch are solutions.
    void addValley(const BranchPoint& point) {
        if (slice_.problem.ny() != 1 || !(point.valley.minimum < point.valley.maximum)) return;
        const QPolygonF stretch{shown(point.x, Vector::Constant(1, point.valley.minimum)),
                                shown(point.x, Vector::Constant(1, point.valley.maximum))};
        for (const QPolygonF& piece : clipLine(stretch, area_)) lines_.lines.push_back({piece, Kind::global});
    }

    void placeLabel() {
        for (const double share : labelPlaces) {
            const double x = area_.left() + share * area_.width();
            for (const SolutionLines::Line& line : lines_.lines) {
                if (line.kind != Kind::global) continue;
                for (qsizetype i = 1; i < line.line.size(); ++i) {
                    const QPointF a = line.line[i - 1], b = line.line[i];
                    if ((a.x() <= x) == (b.x() <= x)) continue;
                    lines_.label = {a + (b - a) * ((x - a.x()) / (b.x() - a.x())), b - a};
                    return;
                }
            }
        }
    }

    const Solutions& solutions_;
    const Slice& slice_;
    const int nx_, along_;
    const QRectF area_;
    SolutionLines lines_;
};

}  // namespace

SolutionLines solutionLines(const Solutions& solutions, const Interval& horizontal, const Interval& vertical) {
    return Tracer(solutions, horizontal, vertical).trace();
}

}  // namespace bilevel::ui
