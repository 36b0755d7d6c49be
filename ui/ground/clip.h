#pragma once

#include <QList>
#include <QPolygonF>
#include <QRectF>

namespace bilevel::ui {

/// The pieces of a line inside a rectangle. Vector devices need it (SVG knows no clip), and so do paths that run
/// away: coordinates may be of any finite size; a non-finite point breaks the line.
QList<QPolygonF> clipLine(const QPolygonF& line, const QRectF& area);

/// The part of a filled, finite polygon inside a rectangle. Parts that lie apart are joined along its rim.
QPolygonF clipPolygon(QPolygonF polygon, const QRectF& area);

/// The line with as few of its points as stay within `tolerance` of it (Douglas–Peucker); the ends stay.
QPolygonF simplifyLine(const QPolygonF& line, double tolerance);

/// The line without points nearer than `distance` to the last kept one; the last point stays.
QPolygonF thinLine(const QPolygonF& line, double distance);

}  // namespace bilevel::ui
