#include "core/problem/line_slope.h"
#include "core/problem/lower_search.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace bilevel {
namespace {

constexpr std::size_t nodes = 769;
constexpr int farNodes = 70;     // on each open side
constexpr double overlap = 0.1;  // of the width: a minimum at the very end lies inside the part beyond
constexpr int halvings = 40;
constexpr double farRatio = 1.35;  // to 1.35^70 ≈ 1e9 widths away

class LineSearch {
public:
    LineSearch(LowerFunction& g, const SearchAxis& axis, std::vector<LineMark>* marks)
        : g_(g), axis_(axis), marks_(marks) {}

    LowerCandidates run() {
        search(axis_.range, !axis_.openBelow, !axis_.openAbove, nodes);
        if (marks_) std::ranges::stable_sort(*marks_, {}, &LineMark::from);
        marks_ = nullptr;  // beyond the range only what is lowest counts
        if (axis_.openBelow) lookFar(-1);
        if (axis_.openAbove) lookFar(1);
        if (answer_.failure == LowerLevel::Kind::unique && hole_) answer_.failure = LowerLevel::Kind::unbounded;
        return std::move(answer_);
    }

private:
    /// All minimisers in a range. Its ends count where they are bounds.
    void search(Interval range, bool lowerBound, bool upperBound, std::size_t count) {
        std::vector<double> y(count), value(count), first(count), second(count);
        for (std::size_t i = 0; i < count; ++i)
            y[i] = range.minimum +
                   (range.maximum - range.minimum) * (static_cast<double>(i) / static_cast<double>(count - 1));
        y.back() = range.maximum;
        g_.slopes(y, value, first, second);
        step_ = y[1] - y[0];
        range_ = range;

        std::vector<LinePlace> piece;
        bool closedBelow = lowerBound;
        for (std::size_t i = 0; i < count; ++i) {
            const LinePlace here{y[i], {value[i], first[i], second[i]}};
            if (value[i] == -std::numeric_limits<double>::infinity()) hole_ = true;
            if (here.finite()) {
                if (piece.empty() && i > 0) {
                    piece.push_back(edgeOfDomain(here, y[i - 1]));
                    closedBelow = true;
                }
                piece.push_back(here);
            } else if (!piece.empty()) {
                piece.push_back(edgeOfDomain(piece.back(), y[i]));
                searchPiece(piece, closedBelow, true);
                piece.clear();
            }
        }
        if (!piece.empty()) searchPiece(piece, closedBelow, upperBound);
    }

    /// The last place, from `inside` towards `outside`, where g is finite.
    LinePlace edgeOfDomain(const LinePlace& inside, double outside) {
        LinePlace edge = inside;
        for (int step = 0; step < bisections; ++step) {
            const double y = edge.y + (outside - edge.y) / 2;
            if (y == edge.y || y == outside) break;
            const LinePlace middle{y, g_.slope(y)};
            if (middle.finite())
                edge = middle;
            else
                outside = y;
        }
        return edge;
    }

    /// Consecutive places at which g falls (−1), stands still (0) or rises (1).
    struct Run {
        int sign;
        std::size_t begin, end;
    };
    std::vector<Run> runsOf(const std::vector<LinePlace>& piece) const {
        std::vector<Run> runs;
        for (std::size_t i = 0; i < piece.size(); ++i) {
            const int sign = isFlat(piece[i], step_) ? 0 : piece[i].g.first < 0 ? -1 : 1;
            if (runs.empty() || runs.back().sign != sign) runs.push_back({sign, i, i});
            runs.back().end = i + 1;
        }
        return runs;
    }

    /// A minimum is where g first falls, or is held by a bound, and then rises, or is held by the other.
    void searchPiece(const std::vector<LinePlace>& piece, bool closedBelow, bool closedAbove) {
        answer_.finite = true;
        mark(LineMark::Kind::begin, piece.front().y);
        for (std::size_t i = 1; i < piece.size(); ++i) followDip(piece[i - 1], piece[i]);
        const std::vector<Run> runs = runsOf(piece);
        for (std::size_t k = 0; k < runs.size(); ++k) {
            const Run& run = runs[k];
            const bool first = k == 0, last = k + 1 == runs.size();
            if (run.sign > 0 && first && closedBelow) addBound(piece.front());
            if (run.sign < 0 && last && closedAbove) addBound(piece.back());
            if (run.sign < 0 && !last && runs[k + 1].sign > 0) addZero(piece[run.end - 1], piece[run.end]);
            if (run.sign > 0 && !last && runs[k + 1].sign < 0) markTop(piece[run.end - 1], piece[run.end]);
            if (run.sign != 0) continue;
            const bool wide = run.end - run.begin > 1;
            const bool below = first ? closedBelow || wide : runs[k - 1].sign < 0;
            const bool above = last ? closedAbove || wide : runs[k + 1].sign > 0;
            if (!below || !above) {
                if (wide)
                    markShelf(piece[run.begin].y, piece[run.end - 1].y, below, above);
                else if (!first && !last && !below && !above)
                    markTop(piece[run.begin - 1], piece[run.end]);
            } else if (wide) {
                addValley(piece[run.begin].y, piece[run.end - 1].y);
            } else if (!first && !last) {
                addZero(piece[run.begin - 1], piece[run.end]);
            } else {
                addBound(piece[run.begin]);
            }
        }
        mark(LineMark::Kind::end, piece.back().y);
    }

    void addZero(const LinePlace& a, const LinePlace& b) {
        const double y = zeroOfSlope(g_, a.y, b.y);
        const LowerFunction::Slope slope = g_.slope(y);
        const double value = slope.value;
        if (slope.first == 0 && slope.second < 0 && addBothSides(a, y, b)) return;
        if (!std::isfinite(value) || isPole(g_, y, b.y - a.y, {a.y, b.y})) {
            const bool falls = !(value > std::min(a.g.value, b.g.value));
            hole_ = hole_ || falls;
            if (falls) mark(LineMark::Kind::hole, y);
            return;
        }
        add(y, value);
    }

    /// The zero at y is a maximum: a minimum lies on each side of it.
    bool addBothSides(const LinePlace& a, double y, const LinePlace& b) {
        const auto rising = [&](double side, double reach) -> std::optional<LinePlace> {
            for (int k = 0; k < halvings; ++k, reach /= 2)
                if (const LinePlace here{y + side * reach, g_.slope(y + side * reach)}; side * here.g.first < 0)
                    return here;
            return {};
        };
        const std::optional<LinePlace> left = rising(-1, (y - a.y) / 2), right = rising(1, (b.y - y) / 2);
        if (!left || !right) return false;
        addZero(a, *left);
        mark(LineMark::Kind::maximum, y);
        addZero(*right, b);
        return true;
    }

    /// Between a, where g rises, and b, where it falls.
    void markTop(const LinePlace& a, const LinePlace& b) {
        if (!marks_) return;
        const double y = zeroOfSlope(g_, a.y, b.y, -1);
        const bool smooth = std::isfinite(g_.slope(y).value) && !isPole(g_, y, b.y - a.y, {a.y, b.y}, -1);
        mark(smooth ? LineMark::Kind::maximum : LineMark::Kind::wall, y);
    }

    /// g does not move from a to b and falls beyond one of them at least.
    void markShelf(double a, double b, bool reachedFromBelow, bool reachedFromAbove) {
        if (!reachedFromBelow) mark(LineMark::Kind::wall, a);
        mark(LineMark::Kind::shelf, a, b);
        if (!reachedFromAbove) mark(LineMark::Kind::wall, b);
    }

    void addBound(const LinePlace& place) {
        if (isPole(g_, place.y, step_, range_)) {
            hole_ = true;
            mark(LineMark::Kind::hole, place.y);
        } else {
            add(place.y, place.g.value);
        }
    }

    void addValley(double from, double to) {
        const double middle = from + (to - from) / 2;
        answer_.found.push_back({one(middle), g_.slope(middle).value, true, {from, to}});
        mark(LineMark::Kind::minimum, from, to);
    }

    /// Between two places where g′ has one sign it may dip to the other. It does not where its tangents at both
    /// ends meet before zero; but g may jump there, against its slope.
    void followDip(const LinePlace& a, const LinePlace& b) {
        if (a.g.first * b.g.first <= 0) return;
        const double sign = a.g.first > 0 ? 1 : -1;
        if (!mayDip(a, b, sign)) return followJump(a, b, sign);
        double low = a.y, high = b.y;  // of the zero of g″ between them
        for (int step = 0; step < 60; ++step) {
            const double y = low + (high - low) / 2;
            if (y == low || y == high) return;
            const LinePlace here{y, g_.slope(y)};
            if (!here.finite()) return;
            if (sign * here.g.first < 0) return addDip(a, here, b, sign);
            (sign * here.g.second < 0 ? low : high) = y;
        }
    }

    static bool mayDip(const LinePlace& a, const LinePlace& b, double sign) {
        if (!std::isfinite(a.g.second) || !std::isfinite(b.g.second)) return false;
        const double h = b.y - a.y;
        const double p = sign * a.g.first, q = sign * b.g.first, dp = sign * a.g.second * h,
                     dq = sign * b.g.second * h;
        return dp < 0 && dq > 0 && p + dp * (q - p - dq) / (dp - dq) <= 0;
    }

    /// At `here` g′ has the other sign than at a and b.
    void addDip(const LinePlace& a, const LinePlace& here, const LinePlace& b, double sign) {
        addZero(sign > 0 ? here : a, sign > 0 ? b : here);
        markTop(sign > 0 ? a : here, sign > 0 ? here : b);
    }

    /// Where g rises all the way by its slope and yet is lower at the end, or the other way round, it has a pole
    /// or a step on the way: what lies at its foot is as low as g gets from that side.
    void followJump(LinePlace a, LinePlace b, double sign) {
        const auto contradicts = [&](const LinePlace& from, const LinePlace& to) {
            return sign * (to.g.value - from.g.value) < -sameValue(from.g.value);
        };
        const LinePlace begin = a, end = b;
        if (!contradicts(a, b)) return;
        for (int step = 0; step < bisections; ++step) {
            const double y = a.y + (b.y - a.y) / 2;
            if (y == a.y || y == b.y) break;
            const LinePlace here{y, g_.slope(y)};
            if (!here.finite()) break;
            if (sign * here.g.first < 0) return addDip(a, here, b, sign);
            (contradicts(a, here) ? b : a) = here;
        }
        const LinePlace& foot = sign < 0 ? a : b;
        if (isPole(g_, foot.y, end.y - begin.y, {begin.y, end.y})) {
            hole_ = true;
            mark(LineMark::Kind::hole, foot.y);
        } else {
            add(foot.y, foot.g.value);
        }
        mark(LineMark::Kind::wall, sign < 0 ? b.y : a.y);
    }

    /// Beyond an open end g is seen at places ever farther apart; where it gets lower than anything before, that
    /// part is searched too.
    void lookFar(double side) {
        const double edge = side < 0 ? axis_.range.minimum : axis_.range.maximum;
        std::vector<double> y(farNodes + 1), value(y.size()), first(y.size()), second(y.size());
        for (std::size_t k = 0; k < y.size(); ++k)
            y[k] = edge + side * axis_.width() * (std::pow(farRatio, static_cast<double>(k)) - 1);
        g_.slopes(y, value, first, second);
        std::size_t lowest = 0;
        double least = best();
        const auto consider = [&](std::size_t k, double g) {
            if (g < least - sameValue(least) || (std::isfinite(g) && !std::isfinite(least))) lowest = k, least = g;
        };
        for (std::size_t k = 0; k < y.size(); ++k) {
            answer_.finite |= !std::isnan(value[k]);
            if (value[k] == -std::numeric_limits<double>::infinity()) {
                answer_.failure = LowerLevel::Kind::unbounded;
                return;
            }
            if (k > 0 && side * first[k - 1] <= 0 && side * first[k] > 0)
                consider(k, g_.slope(zeroOfSlope(g_, y[side < 0 ? k : k - 1], y[side < 0 ? k - 1 : k])).value);
            if (k > 0) consider(k, value[k]);
        }
        if (lowest == 0) return;
        if (lowest + 1 == y.size()) {
            answer_.failure = fallsForEver(g_, one(edge), one(side));
            return;
        }
        const double from = lowest < 2 ? edge - side * overlap * axis_.width() : y[lowest - 2], to = y[lowest + 1];
        search({std::min(from, to), std::max(from, to)}, false, false, nodes);
    }

    double best() const {
        double lowest = std::numeric_limits<double>::infinity();
        for (const LowerMinimiser& m : answer_.found) lowest = std::min(lowest, m.g);
        return lowest;
    }

    static Vector one(double y) { return Vector::Constant(1, y); }
    void add(double y, double value) {
        answer_.found.push_back({one(y), value, false, {y, y}});
        mark(LineMark::Kind::minimum, y);
    }
    void mark(LineMark::Kind kind, double y) { mark(kind, y, y); }
    void mark(LineMark::Kind kind, double from, double to) {
        if (marks_) marks_->push_back({kind, from, to});
    }

    LowerFunction& g_;
    const SearchAxis& axis_;
    std::vector<LineMark>* marks_;
    LowerCandidates answer_;
    bool hole_ = false;  ///< g falls without limit at some place
    double step_ = 0;
    Interval range_;
};

}  // namespace

LowerCandidates searchLine(LowerFunction& g, const SearchAxis& axis, std::vector<LineMark>* marks) {
    return LineSearch(g, axis, marks).run();
}

}  // namespace bilevel
