#include "ui/trace/downsample.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace bilevel::ui {
namespace {

constexpr double gap = std::numeric_limits<double>::quiet_NaN();

/// Collects points; gaps only between points, and only one at a time.
class Polyline {
public:
    explicit Polyline(std::size_t expected) { points_.reserve(expected); }

    void add(int row, double value) {
        if (broken_ && !points_.empty()) points_.emplace_back(row, gap);
        broken_ = false;
        points_.emplace_back(row, value);
    }
    void breakOff() { broken_ = true; }
    std::vector<QPointF> take() { return std::move(points_); }

private:
    std::vector<QPointF> points_;
    bool broken_ = false;
};

/// The rows of [begin, end) with the smallest and the largest finite value, in order; -1 where there is none.
std::pair<int, int> extremes(std::span<const double> values, int begin, int end) {
    int low = -1, high = -1;
    for (int row = begin; row < end; ++row) {
        const double value = values[static_cast<std::size_t>(row)];
        if (!std::isfinite(value)) continue;
        if (low < 0 || value < values[static_cast<std::size_t>(low)]) low = row;
        if (high < 0 || value > values[static_cast<std::size_t>(high)]) high = row;
    }
    return std::minmax(low, high);
}

}  // namespace

std::vector<QPointF> downsample(std::span<const double> values, int first, int last, int columns) {
    first = std::max(first, 0);
    last = std::min(last, static_cast<int>(values.size()) - 1);
    if (first > last || columns < 1) return {};

    const std::int64_t rows = last - first + 1;
    const std::int64_t parts = rows <= 2 * static_cast<std::int64_t>(columns) ? rows : columns;
    Polyline line(static_cast<std::size_t>(2 * parts));
    for (std::int64_t part = 0; part < parts; ++part) {
        const int begin = first + static_cast<int>(part * rows / parts);
        const int end = first + static_cast<int>((part + 1) * rows / parts);
        const auto [earlier, later] = extremes(values, begin, end);
        if (earlier < 0) {
            line.breakOff();
            continue;
        }
        line.add(earlier, values[static_cast<std::size_t>(earlier)]);
        if (later != earlier) line.add(later, values[static_cast<std::size_t>(later)]);
    }
    return line.take();
}

}  // namespace bilevel::ui
