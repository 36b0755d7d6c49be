#pragma once

#include <QPainter>

namespace bilevel::ui {

/// The second code besides hue: the shape of run style 0, 1, … (circle, square, triangle, down, diamond, hexagon,
/// plus, cross, star).
void drawMarker(QPainter& painter, int style, QPointF centre, double radius);
/// A five-pointed star, for known solutions.
void drawStar(QPainter& painter, QPointF centre, double radius);

}  // namespace bilevel::ui
