#include "core/problem/lower_search.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace bilevel {
namespace {

constexpr int coreNodes = 81;   // of each axis, over its range
constexpr int farNodes = 12;    // on each open side
constexpr double farRatio = 4;  // to 4^12 ≈ 2e7 widths away
constexpr std::size_t mostCandidates = 48;

std::vector<double> nodesOf(const SearchAxis& axis) {
    std::vector<double> nodes;
    const auto far = [&](int k) { return axis.width() * (std::pow(farRatio, k) - 1); };
    for (int k = farNodes; axis.openBelow && k > 0; --k) nodes.push_back(axis.range.minimum - far(k));
    for (int i = 0; i < coreNodes; ++i) nodes.push_back(axis.range.minimum + axis.width() * i / (coreNodes - 1));
    nodes.back() = axis.range.maximum;
    for (int k = 1; axis.openAbove && k <= farNodes; ++k) nodes.push_back(axis.range.maximum + far(k));
    return nodes;
}

/// g on the product of two axes.
class Grid {
public:
    Grid(LowerFunction& g, std::span<const SearchAxis> axes)
        : first_(nodesOf(axes[0])), second_(nodesOf(axes[1])) {
        std::vector<double> y1, y2;
        for (const double b : second_)
            for (const double a : first_) y1.push_back(a), y2.push_back(b);
        values_.resize(y1.size());
        const double* const places[]{y1.data(), y2.data()};
        g.values(places, values_);
    }

    const std::vector<double>& values() const { return values_; }
    Vector place(std::size_t node) const {
        Vector y(2);
        y << first_[node % first_.size()], second_[node / first_.size()];
        return y;
    }

    /// Finite, and not above any of its neighbours.
    bool isLowest(std::size_t node) const {
        if (!std::isfinite(values_[node])) return false;
        const auto columns = static_cast<long>(first_.size()), rows = static_cast<long>(second_.size());
        const long column = static_cast<long>(node) % columns, row = static_cast<long>(node) / columns;
        for (long r = std::max(0L, row - 1); r <= std::min(rows - 1, row + 1); ++r)
            for (long c = std::max(0L, column - 1); c <= std::min(columns - 1, column + 1); ++c)
                if (values_[static_cast<std::size_t>(r * columns + c)] < values_[node]) return false;
        return true;
    }

private:
    std::vector<double> first_, second_, values_;
};

bool isInside(std::span<const SearchAxis> axes, const Vector& y) {
    for (Eigen::Index j = 0; j < y.size(); ++j)
        if (!axes[static_cast<std::size_t>(j)].range.contains(y[j])) return false;
    return true;
}

Vector middleOf(std::span<const SearchAxis> axes) {
    Vector middle(static_cast<Eigen::Index>(axes.size()));
    for (Eigen::Index j = 0; j < middle.size(); ++j) {
        const Interval& range = axes[static_cast<std::size_t>(j)].range;
        middle[j] = std::midpoint(range.minimum, range.maximum);
    }
    return middle;
}

}  // namespace

LowerCandidates searchPlane(LowerFunction& g, std::span<const SearchAxis> axes) {
    LowerCandidates answer;
    const Grid grid(g, axes);
    std::vector<std::size_t> near, far;
    for (std::size_t node = 0; node < grid.values().size(); ++node) {
        if (grid.values()[node] == -std::numeric_limits<double>::infinity())
            answer.failure = LowerLevel::Kind::unbounded;
        answer.finite |= !std::isnan(grid.values()[node]);
        if (grid.isLowest(node)) (isInside(axes, grid.place(node)) ? near : far).push_back(node);
    }
    if (answer.failure != LowerLevel::Kind::unique) return answer;
    double best = std::numeric_limits<double>::infinity();
    // Out of sight only what is lower than anything in sight is worth a descent.
    for (std::vector<std::size_t>* nodes : {&near, &far}) {
        std::ranges::stable_sort(*nodes, {}, [&](std::size_t node) { return grid.values()[node]; });
        if (nodes->size() > mostCandidates) nodes->resize(mostCandidates);
        for (const std::size_t node : *nodes) {
            if (nodes == &far && !(grid.values()[node] < best - sameValue(best)) && std::isfinite(best)) continue;
            const Polished end = polish(g, axes, grid.place(node));
            if (end.ranAway) {
                const Vector middle = middleOf(axes);
                answer.failure = fallsForEver(g, middle, end.minimiser.y - middle);
                if (answer.failure != LowerLevel::Kind::unique) return answer;
            }
            best = std::min(best, end.minimiser.g);
            answer.found.push_back(end.minimiser);
        }
    }
    return answer;
}

}  // namespace bilevel
