#include "ui/plane/ground_painter.h"

#include "ui/ground/clip.h"

#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace bilevel::ui {
namespace {

constexpr double minorWidth = 0.9, majorWidth = 1.15, majorInk = 1.85;
constexpr double hatchDistance = 7;
constexpr double detail = 0.3;  // px: finer than this, a line's corners cannot be seen

/// Diagonals: here the objective has no value.
void paintHatch(QPainter& painter, const QRectF& area, const Theme& theme) {
    QColor ink = theme.ink3;
    ink.setAlphaF(0.28F);
    painter.setPen(QPen(ink, theme.pxf(0.8)));
    const double step = theme.pxf(hatchDistance);
    for (double x = area.left() - area.height(); x < area.right(); x += step)
        for (const QPolygonF& piece :
             clipLine(QPolygonF{QPointF(x, area.bottom()), QPointF(x + area.height(), area.top())}, area))
            painter.drawPolyline(piece);
}

QRectF placeOf(const Ground& ground, const PlaneMap& map) {
    const GroundRequest& r = ground.request;
    return {map.toScene(QPointF(r.horizontal.minimum, r.vertical.maximum)),
            map.toScene(QPointF(r.horizontal.maximum, r.vertical.minimum))};
}

void paintHeat(QPainter& painter, const Ground& ground, const PlaneMap& map, const Theme& theme) {
    if (ground.hasHoles) paintHatch(painter, map.area, theme);
    painter.save();
    painter.setClipRect(map.area, Qt::IntersectClip);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(placeOf(ground, map), groundImage(ground, theme));
    painter.restore();
}

/// Where lower descent would be led astray.
void paintBasins(QPainter& painter, const Ground& ground, const PlaneMap& map, const Theme& theme) {
    painter.save();
    painter.setClipRect(map.area, Qt::IntersectClip);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(placeOf(ground, map), basinImage(ground, theme));
    painter.restore();
}

/// The same as shapes: every level covers what is below it.
void paintBands(QPainter& painter, const Ground& ground, const PlaneMap& map, const Theme& theme) {
    if (ground.hasHoles) paintHatch(painter, map.area, theme);
    for (const Band& band : ground.bands) {
        QPainterPath path;
        path.setFillRule(Qt::OddEvenFill);
        for (const QPolygonF& loop : band.loops)
            path.addPolygon(clipPolygon(thinLine(map.toScene(loop), detail), map.area));
        painter.fillPath(path, QColor::fromRgb(theme.ground(ground.request.upper, band.share)));
    }
}

void paintLine(QPainter& painter, const QPolygonF& data, const PlaneMap& map) {
    for (const QPolygonF& piece : clipLine(thinLine(map.toScene(data), detail), map.area))
        painter.drawPolyline(piece);
}

void paintContours(QPainter& painter, const Ground& ground, const PlaneMap& map, const Theme& theme,
                   double widest) {
    for (const bool major : {false, true}) {
        const double wanted = theme.pxf(major ? majorWidth : minorWidth), width = std::min(wanted, widest);
        QColor ink = theme.contour;
        const double opacity = (major ? majorInk : 1) * static_cast<double>(ink.alphaF()) * wanted / width;
        ink.setAlphaF(static_cast<float>(std::min(1.0, opacity)));
        painter.setPen(QPen(ink, width));
        for (const Ground::Contour& contour : ground.contours)
            if (contour.major == major) paintLine(painter, contour.line, map);
    }
}

/// A veil over what the bounds of the shown variables exclude.
void paintBounds(QPainter& painter, const PlaneContent& content, const PlaneMap& map, const Theme& theme) {
    const ProblemText& problem = content.problem.text();
    const Interval x = problem.boundsOf(content.horizontalName()), y = problem.boundsOf(content.verticalName());
    const auto clamped = [](double v) { return std::clamp(v, -1e9, 1e9); };
    const QPointF topLeft = map.toScene(QPointF(x.minimum, y.maximum));
    const QPointF bottomRight = map.toScene(QPointF(x.maximum, y.minimum));
    const QRectF allowed = QRectF(QPointF(clamped(topLeft.x()), clamped(topLeft.y())),
                                  QPointF(clamped(bottomRight.x()), clamped(bottomRight.y()))) &
                           map.area;
    if (allowed == map.area) return;
    QPainterPath outside;
    outside.addRect(map.area);
    if (allowed.isValid()) outside.addRect(allowed);
    QColor veil = theme.surface;
    veil.setAlphaF(0.55F);
    painter.fillPath(outside, veil);
    QColor ink = theme.ink2;
    ink.setAlphaF(0.6F);
    painter.setPen(QPen(ink, theme.pxf(1), Qt::DashLine));
    const QPolygonF rim{allowed.topLeft(), allowed.topRight(), allowed.bottomRight(), allowed.bottomLeft(),
                        allowed.topLeft()};
    const double edge = 0.5;
    for (qsizetype i = 1; i < rim.size(); ++i) {
        const QPointF middle = (rim[i - 1] + rim[i]) / 2;
        if (map.area.adjusted(edge, edge, -edge, -edge).contains(middle)) painter.drawLine(rim[i - 1], rim[i]);
    }
}

}  // namespace

void paintGround(QPainter& painter, const Ground* ground, const PlaneContent& content, const PlaneMap& map,
                 const Theme& theme, double widestContour) {
    painter.fillRect(map.area, theme.sunken);
    painter.setBrush(Qt::NoBrush);
    painter.setRenderHint(QPainter::Antialiasing);
    if (ground && content.options.heat)
        ground->bands.empty() ? paintHeat(painter, *ground, map, theme) : paintBands(painter, *ground, map, theme);
    if (ground && ground->basins && content.options.basins) paintBasins(painter, *ground, map, theme);
    if (ground && content.options.contours) paintContours(painter, *ground, map, theme, widestContour);
    paintBounds(painter, content, map, theme);
}

}  // namespace bilevel::ui
