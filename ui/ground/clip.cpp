#include "ui/ground/clip.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>
#include <vector>

namespace bilevel::ui {
namespace {

struct Segment {
    QPointF from, to;
    bool fromMoved, toMoved;  ///< the rectangle cut this end off
};

constexpr double farAway = 1e100;  // differences and products of such numbers are still finite

QPointF tamed(QPointF p) { return {std::clamp(p.x(), -farAway, farAway), std::clamp(p.y(), -farAway, farAway)}; }

/// Liang–Barsky.
std::optional<Segment> clipSegment(QPointF a, QPointF b, const QRectF& area) {
    if (!std::isfinite(a.x() + a.y()) || !std::isfinite(b.x() + b.y())) return {};
    a = tamed(a), b = tamed(b);
    const double dx = b.x() - a.x(), dy = b.y() - a.y();
    double from = 0, to = 1;
    const auto cut = [&](double p, double q) {
        if (p == 0) return q >= 0;
        const double t = q / p;
        (p < 0 ? from : to) = p < 0 ? std::max(from, t) : std::min(to, t);
        return from <= to;
    };
    if (!cut(-dx, a.x() - area.left()) || !cut(dx, area.right() - a.x()) || !cut(-dy, a.y() - area.top()) ||
        !cut(dy, area.bottom() - a.y()))
        return {};
    const auto at = [&](double t) {
        return QPointF(std::clamp(a.x() + t * dx, area.left(), area.right()),
                       std::clamp(a.y() + t * dy, area.top(), area.bottom()));
    };
    return Segment{from > 0 ? at(from) : a, to < 1 ? at(to) : b, from > 0, to < 1};
}

/// From a point to a segment, which may be a point itself.
double squaredDistance(QPointF p, QPointF a, QPointF b) {
    const QPointF along = b - a;
    const double length = QPointF::dotProduct(along, along);
    const double share = length > 0 ? std::clamp(QPointF::dotProduct(p - a, along) / length, 0.0, 1.0) : 0;
    const QPointF away = p - a - share * along;
    return QPointF::dotProduct(away, away);
}

}  // namespace

QList<QPolygonF> clipLine(const QPolygonF& line, const QRectF& area) {
    QList<QPolygonF> pieces;
    // QRectF thinks that it contains what is not a number.
    const auto isInside = [&](const QPointF& p) { return std::isfinite(p.x() + p.y()) && area.contains(p); };
    if (line.size() > 1 && std::ranges::all_of(line, isInside)) return {line};
    QPolygonF piece;
    const auto finish = [&] {
        if (piece.size() > 1) pieces << piece;
        piece.clear();
    };
    for (qsizetype i = 1; i < line.size(); ++i) {
        const auto segment = clipSegment(line[i - 1], line[i], area);
        if (!segment || segment->fromMoved) finish();
        if (!segment) continue;
        if (piece.isEmpty()) piece << segment->from;
        piece << segment->to;
        if (segment->toMoved) finish();
    }
    finish();
    return pieces;
}

/// Sutherland–Hodgman: one side of the rectangle after the other.
QPolygonF clipPolygon(QPolygonF polygon, const QRectF& area) {
    const auto cut = [&](const auto& depth) {  // positive inside
        QPolygonF kept;
        for (qsizetype i = 0; i < polygon.size(); ++i) {
            const QPointF from = polygon[i], to = polygon[(i + 1) % polygon.size()];
            const double a = depth(from), b = depth(to);
            if (a >= 0) kept << from;
            if ((a < 0) != (b < 0)) kept << from + (to - from) * (a / (a - b));
        }
        polygon = kept;
    };
    cut([&](const QPointF& p) { return p.x() - area.left(); });
    cut([&](const QPointF& p) { return area.right() - p.x(); });
    cut([&](const QPointF& p) { return p.y() - area.top(); });
    cut([&](const QPointF& p) { return area.bottom() - p.y(); });
    return polygon;
}

QPolygonF simplifyLine(const QPolygonF& line, double tolerance) {
    if (line.size() < 3) return line;
    std::vector<char> keep(static_cast<std::size_t>(line.size()), 0);
    keep.front() = keep.back() = 1;
    std::vector<std::pair<qsizetype, qsizetype>> open{{0, line.size() - 1}};
    while (!open.empty()) {
        const auto [from, to] = open.back();
        open.pop_back();
        qsizetype farthest = from;
        double most = tolerance * tolerance;
        for (qsizetype i = from + 1; i < to; ++i)
            if (const double d = squaredDistance(line[i], line[from], line[to]); d > most) most = d, farthest = i;
        if (farthest == from) continue;
        keep[static_cast<std::size_t>(farthest)] = 1;
        open.emplace_back(from, farthest);
        open.emplace_back(farthest, to);
    }
    QPolygonF simple;
    for (qsizetype i = 0; i < line.size(); ++i)
        if (keep[static_cast<std::size_t>(i)]) simple << line[i];
    return simple;
}

QPolygonF thinLine(const QPolygonF& line, double distance) {
    if (line.size() < 3) return line;
    QPolygonF thin{line.first()};
    for (qsizetype i = 1; i + 1 < line.size(); ++i) {
        const QPointF step = line[i] - thin.last();
        if (QPointF::dotProduct(step, step) >= distance * distance) thin << line[i];
    }
    thin << line.last();
    return thin;
}

}  // namespace bilevel::ui
