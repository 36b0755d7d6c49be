#include "core/problem/lower_line.h"

#include "core/problem/line_slope.h"
#include "core/problem/lower_search.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

namespace bilevel {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr int farSteps = 70;
constexpr double farRatio = 1.35;  // to 1.35^70 ≈ 1e9 widths away

/// Where descent ends that leaves the range through an open end.
LowerBasin beyond(LowerFunction& g, const SearchAxis& axis, double side) {
    const double edge = side < 0 ? axis.range.minimum : axis.range.maximum;
    double before = edge;
    for (int k = 1; k <= farSteps; ++k) {
        const double y = edge + side * axis.width() * (std::pow(farRatio, k) - 1);
        const LowerFunction::Slope slope = g.slope(y);
        if (!std::isfinite(slope.value)) return {{}, y, LowerBasin::End::endless};
        if (side * slope.first >= 0)
            return {{}, zeroOfSlope(g, std::min(before, y), std::max(before, y)), LowerBasin::End::minimum};
        before = y;
    }
    return {{}, side * infinity, LowerBasin::End::endless};
}

/// Reads marks from left to right: what parts descents closes a basin, what ends them names it.
class BasinReader {
public:
    BasinReader(LowerFunction& g, const SearchAxis& axis) : g_(g), axis_(axis) {}

    std::vector<LowerBasin> read(const std::vector<LineMark>& marks) {
        for (const LineMark& mark : marks) {
            switch (mark.kind) {
                case LineMark::Kind::begin:
                    from_ = mark.from;
                    break;
                case LineMark::Kind::minimum:
                    enter(mark, LowerBasin::End::minimum);
                    break;
                case LineMark::Kind::shelf:
                    enter(mark, LowerBasin::End::still);
                    break;
                case LineMark::Kind::hole:
                    enter(mark, LowerBasin::End::endless);
                    break;
                case LineMark::Kind::maximum:
                case LineMark::Kind::wall:
                case LineMark::Kind::end:
                    close(mark.from);
                    break;
            }
        }
        return std::move(basins_);
    }

private:
    void enter(const LineMark& mark, LowerBasin::End end) {
        if (target_) close(std::midpoint(last_, mark.from));  // a maximum between them was too narrow to be seen
        target_ = LowerBasin{{}, std::midpoint(mark.from, mark.to), end};
        last_ = mark.to;
    }

    void close(double to) {
        if (!target_) target_ = outside(to);
        if (target_ && from_ < to) {
            target_->from = {from_, to};
            basins_.push_back(*target_);
        }
        target_.reset();
        from_ = to;
    }

    /// Where a stretch without a minimum leads: through the open end towards which g falls.
    std::optional<LowerBasin> outside(double to) {
        const bool below = axis_.openBelow && from_ <= axis_.range.minimum,
                   above = axis_.openAbove && to >= axis_.range.maximum;
        if (above && (!below || g_.slope(to).first < 0)) return beyond(g_, axis_, 1);
        if (below) return beyond(g_, axis_, -1);
        return {};
    }

    LowerFunction& g_;
    const SearchAxis& axis_;
    std::vector<LowerBasin> basins_;
    std::optional<LowerBasin> target_;
    double from_ = 0, last_ = 0;
};

}  // namespace

LowerLine LowerSolver::line(const Vector& x) {
    std::vector<LineMark> marks;
    LowerLine line{mark(x, marks), {}};
    for (const LineMark& mark : marks)
        if (mark.kind == LineMark::Kind::maximum) line.maxima.push_back(mark.from);
    return line;
}

LowerBasins LowerSolver::basins(const Vector& x) {
    std::vector<LineMark> marks;
    LowerLevel level = mark(x, marks);
    return {std::move(level), BasinReader(function_, axes_[0]).read(marks)};
}

LowerLevel LowerSolver::mark(const Vector& x, std::vector<LineMark>& marks) {
    function_.fix(x);
    return classify(function_, axes_, searchLine(function_, axes_[0], &marks));
}

}  // namespace bilevel
