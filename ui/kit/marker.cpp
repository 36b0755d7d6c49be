#include "ui/kit/marker.h"

#include <QCoreApplication>

#include <cmath>
#include <numbers>

namespace bilevel::ui {
namespace {

using std::numbers::pi;

constexpr int markerShapes = 12;

QPolygonF regular(int corners, double first, double radius) {
    QPolygonF shape;
    for (int i = 0; i < corners; ++i) {
        const double angle = first + 2 * pi * i / corners;
        shape << QPointF(radius * std::cos(angle), radius * std::sin(angle));
    }
    return shape;
}

QPolygonF star(int points, double outer, double inner) {
    QPolygonF shape;
    for (int i = 0; i < 2 * points; ++i) {
        const double angle = -pi / 2 + pi * i / points, radius = i % 2 ? inner : outer;
        shape << QPointF(radius * std::cos(angle), radius * std::sin(angle));
    }
    return shape;
}

QPolygonF plus(double arm, double half) {
    return QPolygonF({{-half, -arm},
                      {half, -arm},
                      {half, -half},
                      {arm, -half},
                      {arm, half},
                      {half, half},
                      {half, arm},
                      {-half, arm},
                      {-half, half},
                      {-arm, half},
                      {-arm, -half},
                      {-half, -half}});
}

QPolygonF bowTie(double across, double up) {
    return QPolygonF({{-across, -up}, {across, up}, {across, -up}, {-across, up}});
}

QPolygonF cross(double arm, double half) {
    QTransform turn;
    turn.rotate(45);
    return turn.map(plus(arm, half));
}

}  // namespace

void drawMarker(QPainter& painter, int marker, QPointF centre, double radius) {
    QPolygonF shape;
    switch (marker % markerShapes) {
        // The factors give every shape the same visual weight as the circle.
        case 0:
            painter.drawEllipse(centre, radius, radius);
            return;
        case 1:
            shape = regular(4, pi / 4, 1.25 * radius);
            break;
        case 2:
            shape = regular(3, -pi / 2, 1.35 * radius);
            break;
        case 3:
            shape = regular(3, pi / 2, 1.35 * radius);
            break;
        case 4:
            shape = regular(4, 0, 1.3 * radius);
            break;
        case 5:
            shape = regular(6, 0, 1.12 * radius);
            break;
        case 6:
            shape = plus(1.2 * radius, 0.42 * radius);
            break;
        case 7:
            shape = cross(1.25 * radius, 0.42 * radius);
            break;
        case 8:
            shape = star(5, 1.4 * radius, 0.62 * radius);
            break;
        case 9:
            shape = bowTie(1.2 * radius, 1.05 * radius);
            break;
        case 10:
            shape = QTransform().rotate(90).map(bowTie(1.2 * radius, 1.05 * radius));
            break;
        default:
            shape = star(3, 1.5 * radius, 0.5 * radius);
            break;
    }
    painter.drawPolygon(shape.translated(centre));
}

QString markerName(int marker) {
    static constexpr const char* names[markerShapes]{
        QT_TRANSLATE_NOOP("Marker", "circle"),    QT_TRANSLATE_NOOP("Marker", "square"),
        QT_TRANSLATE_NOOP("Marker", "triangle"),  QT_TRANSLATE_NOOP("Marker", "triangle, point down"),
        QT_TRANSLATE_NOOP("Marker", "diamond"),   QT_TRANSLATE_NOOP("Marker", "hexagon"),
        QT_TRANSLATE_NOOP("Marker", "plus"),      QT_TRANSLATE_NOOP("Marker", "cross"),
        QT_TRANSLATE_NOOP("Marker", "star"),      QT_TRANSLATE_NOOP("Marker", "bow tie"),
        QT_TRANSLATE_NOOP("Marker", "hourglass"), QT_TRANSLATE_NOOP("Marker", "three-pointed star")};
    return QCoreApplication::translate("Marker", names[marker % markerShapes]);
}

void drawSample(QPainter& painter, const QRectF& box, RunStyle style, const Theme& theme) {
    const double width = theme.pxf(2.6), y = box.center().y();
    const QLineF line(box.left() + width, y, box.right() - width, y);
    painter.setPen(QPen(theme.run(style), width, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(line);
    painter.setPen(QPen(theme.surface, casedCore * width, Qt::SolidLine, Qt::RoundCap));
    if (style.cased()) painter.drawLine(line);
    painter.setPen(QPen(theme.surface, theme.pxf(1.2)));
    painter.setBrush(theme.run(style));
    drawMarker(painter, style.marker, line.center(), theme.pxf(4.6));
}

void drawStar(QPainter& painter, QPointF centre, double radius, const Theme& theme) {
    painter.setPen(QPen(theme.dark ? theme.background : theme.ink, theme.pxf(1.4)));
    painter.setBrush(QColor::fromRgb(starColour));
    painter.drawPolygon(star(5, radius, 0.42 * radius).translated(centre));
}

}  // namespace bilevel::ui
