#pragma once

#include "ui/ground/ground.h"
#include "ui/plane/plane_content.h"
#include "ui/plane/plane_map.h"

#include <QPainter>

namespace bilevel::ui {

/// Paints what lies behind the paths: the heat map, contours, what the bounds exclude. `ground` may be nullptr, or
/// be of other ranges than the map, while a new one is on its way. Everything is cut to the map's area by
/// geometry, so vector files have nothing outside it. Contours wider than `widestContour` are drawn as wide as
/// that, and darker instead: Qt strokes a line of up to one device pixel six times faster than a wider one.
void paintGround(QPainter& painter, const Ground* ground, const PlaneContent& content, const PlaneMap& map,
                 const Theme& theme, double widestContour = 100);

}  // namespace bilevel::ui
