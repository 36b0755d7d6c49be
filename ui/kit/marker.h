#pragma once

#include "ui/kit/theme.h"

#include <QPainter>

namespace bilevel::ui {

/// The second code besides hue: shape 0, 1, … of twelve (circle, square, triangle, down, diamond, hexagon, plus,
/// cross, star, bow tie, hourglass, three-pointed star).
void drawMarker(QPainter& painter, int marker, QPointF centre, double radius);
/// What a shape is called, for those who cannot see it.
QString markerName(int marker);
/// A run's line with its marker on it, as legends show it.
void drawSample(QPainter& painter, const QRectF& box, RunStyle style, const Theme& theme);
/// A five-pointed golden star, for solutions.
void drawStar(QPainter& painter, QPointF centre, double radius, const Theme& theme);
inline constexpr QRgb starColour = 0xFFFFD23F;

}  // namespace bilevel::ui
