#include "ui/plane/scene_path.h"

#include "ui/ground/clip.h"

#include <algorithm>
#include <cmath>

namespace bilevel::ui {
namespace {

constexpr int widePiece = 8;    // the cost of stroking grows faster than the number of points
constexpr int hairPiece = 256;  // Qt draws hairlines without stroking them

}  // namespace

void ScenePath::follow(const std::vector<int>& schedule) {
    if (kept.empty()) return;
    std::vector<int> positions;
    positions.reserve(schedule.size());
    for (const int row : schedule) positions.push_back(keptAt(row));
    kept = std::move(positions);
}

int ScenePath::keptAt(int row) const {
    if (kept.empty() || row < 0) return 0;
    return kept[static_cast<std::size_t>(std::min(row, rows() - 1))];
}

QRectF ScenePath::extent(int from, int to) const {
    if (from > to) std::swap(from, to);
    const int first = std::max(0, keptAt(from) - 1), last = keptAt(to);
    if (first >= last) return {};
    double left = points[first].x(), right = left, top = points[first].y(), bottom = top;
    for (int i = first + 1; i < last; ++i) {
        left = std::min(left, points[i].x()), right = std::max(right, points[i].x());
        top = std::min(top, points[i].y()), bottom = std::max(bottom, points[i].y());
    }
    return {QPointF(left, top), QPointF(right, bottom)};
}

ScenePath makeScenePath(std::span<const double> x, std::span<const double> y, const PlaneMap& map,
                        double distance) {
    ScenePath path;
    path.kept.reserve(x.size());
    for (std::size_t k = 0; k < std::min(x.size(), y.size()); ++k) {
        const QPointF p = map.toScene(QPointF(x[k], y[k]));
        if (std::isfinite(p.x()) && std::isfinite(p.y())) {
            const QPointF step = path.points.isEmpty() ? QPointF() : p - path.points.last();
            if (path.points.isEmpty() || QPointF::dotProduct(step, step) >= distance * distance) path.points << p;
        }
        path.kept.push_back(static_cast<int>(path.points.size()));
    }
    return path;
}

void strokePieces(QPainter& painter, const QPolygonF& points, int from, int to, const QRectF& area) {
    const bool hairline = painter.pen().widthF() * painter.device()->devicePixelRatioF() <= 1;
    const int pieceLength = hairline ? hairPiece : widePiece;
    for (int i = std::max(0, from); i + 1 < to; i += pieceLength) {
        const int count = std::min(pieceLength + 1, to - i);
        const bool inside = std::all_of(points.begin() + i, points.begin() + i + count,
                                        [&](const QPointF& p) { return area.contains(p); });
        if (inside)
            painter.drawPolyline(points.constData() + i, count);
        else
            for (const QPolygonF& piece : clipLine(points.mid(i, count), area)) painter.drawPolyline(piece);
    }
}

}  // namespace bilevel::ui
