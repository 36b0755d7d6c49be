#include "ui/ground/contour.h"

#include <algorithm>
#include <cmath>

namespace bilevel::ui {

ContourTracer::ContourTracer(const Field& field)
    : field_(field), neighbours_(2 * field.grid.size(), {none, none}), visited_(2 * field.grid.size(), 0) {}

std::vector<QPolygonF> ContourTracer::trace(double level) {
    for (const Edge e : touched_) {
        neighbours_[static_cast<std::size_t>(e)] = {none, none};
        visited_[static_cast<std::size_t>(e)] = 0;
    }
    touched_.clear();
    for (int row = 0; row + 1 < field_.grid.rows; ++row)
        for (int column = 0; column + 1 < field_.grid.columns; ++column) cross(column, row, level);

    std::vector<QPolygonF> lines;
    const auto collect = [&](bool openEndsOnly) {
        for (const Edge e : touched_) {
            const auto i = static_cast<std::size_t>(e);
            if (visited_[i] || (openEndsOnly && neighbours_[i][1] != none)) continue;
            lines.push_back(walk(e, level));
        }
    };
    collect(true);   // lines that begin and end at the rim or at a hole
    collect(false);  // what is left are loops
    return lines;
}

void ContourTracer::cross(int column, int row, double level) {
    const double corners[]{field_.at(column, row), field_.at(column + 1, row), field_.at(column + 1, row + 1),
                           field_.at(column, row + 1)};
    unsigned above = 0;
    for (unsigned k = 0; k < 4; ++k) above |= static_cast<unsigned>(corners[k] > level) << k;
    if (above == 0 || above == 15) return;
    if (!std::ranges::all_of(corners, [](double v) { return std::isfinite(v); })) return;

    const Edge bottom = 2 * (row * field_.grid.columns + column), left = bottom + 1, right = left + 2,
               top = bottom + 2 * field_.grid.columns;
    switch (above) {
        case 1:
        case 14:
            return join(left, bottom);
        case 2:
        case 13:
            return join(bottom, right);
        case 4:
        case 11:
            return join(right, top);
        case 8:
        case 7:
            return join(top, left);
        case 3:
        case 12:
            return join(left, right);
        case 6:
        case 9:
            return join(bottom, top);
        default:
            break;
    }
    // A saddle: the value in the middle says which two corners belong together.
    const bool middleAbove = (corners[0] + corners[1] + corners[2] + corners[3]) / 4 > level;
    if ((above == 5) == middleAbove) {
        join(left, top);
        join(bottom, right);
    } else {
        join(left, bottom);
        join(right, top);
    }
}

void ContourTracer::join(Edge a, Edge b) {
    const auto add = [this](Edge from, Edge to) {
        auto& [first, second] = neighbours_[static_cast<std::size_t>(from)];
        if (first == none) {
            touched_.push_back(from);
            first = to;
        } else {
            second = to;
        }
    };
    add(a, b);
    add(b, a);
}

QPolygonF ContourTracer::walk(Edge start, double level) {
    QPolygonF line;
    Edge last = none;
    for (Edge e = start; e != none;) {
        visited_[static_cast<std::size_t>(e)] = 1;
        line << crossing(e, level);
        last = e;
        Edge next = none;
        for (const Edge candidate : neighbours_[static_cast<std::size_t>(e)])
            if (next == none && candidate != none && !visited_[static_cast<std::size_t>(candidate)])
                next = candidate;
        e = next;
    }
    const auto& ends = neighbours_[static_cast<std::size_t>(last)];
    if (line.size() > 2 && (ends[0] == start || ends[1] == start)) line << line.first();
    return line;
}

QPointF ContourTracer::crossing(Edge edge, double level) const {
    const int node = edge / 2, column = node % field_.grid.columns, row = node / field_.grid.columns;
    const bool upwards = edge % 2;
    const double a = field_.at(column, row), b = upwards ? field_.at(column, row + 1) : field_.at(column + 1, row);
    const double share = (level - a) / (b - a);
    return upwards ? QPointF(column, row + share) : QPointF(column + share, row);
}

std::vector<double> quantileLevels(std::span<const double> sorted, int count) {
    std::vector<double> levels;
    for (int k = 1; k <= count; ++k) {
        const auto at =
            static_cast<std::size_t>(static_cast<double>(k) / (count + 1) * static_cast<double>(sorted.size()));
        if (at >= sorted.size()) break;
        const auto greater = std::ranges::upper_bound(sorted.subspan(at), sorted[at]);
        if (greater == sorted.end()) break;
        const double level = sorted[at] / 2 + *greater / 2;
        if (levels.empty() || level > levels.back()) levels.push_back(level);
    }
    return levels;
}

}  // namespace bilevel::ui
