#include "ui/kit/marker.h"

#include <cmath>
#include <numbers>

namespace bilevel::ui {
namespace {

using std::numbers::pi;

QPolygonF regular(int corners, double first, double radius) {
    QPolygonF shape;
    for (int i = 0; i < corners; ++i) {
        const double angle = first + 2 * pi * i / corners;
        shape << QPointF(radius * std::cos(angle), radius * std::sin(angle));
    }
    return shape;
}

QPolygonF star(double outer, double inner) {
    QPolygonF shape;
    for (int i = 0; i < 10; ++i) {
        const double angle = -pi / 2 + pi * i / 5, radius = i % 2 ? inner : outer;
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

QPolygonF cross(double arm, double half) {
    QTransform turn;
    turn.rotate(45);
    return turn.map(plus(arm, half));
}

}  // namespace

void drawMarker(QPainter& painter, int style, QPointF centre, double radius) {
    QPolygonF shape;
    switch (style % 9) {
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
        default:
            shape = star(1.4 * radius, 0.62 * radius);
            break;
    }
    painter.drawPolygon(shape.translated(centre));
}

void drawStar(QPainter& painter, QPointF centre, double radius) {
    painter.drawPolygon(star(radius, 0.42 * radius).translated(centre));
}

}  // namespace bilevel::ui
