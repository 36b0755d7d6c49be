#pragma once

#include "ui/plane/path_layers.h"
#include "ui/plane/plane_content.h"

#include "ui/kit/theme.h"

namespace bilevel::ui {

/// The visible runs' paths, in drawing order. `distance`: see makeScenePath.
std::vector<StyledPath> styledPaths(const PlaneContent& content, const PlaneMap& map, const Theme& theme,
                                    double distance);
PathLook pathLook(const PlaneContent& content, const Theme& theme, bool fast);

/// Paints paths up to a row as shapes, for files: halos, lines, beads, cut to the area.
void paintPathShapes(QPainter& painter, const PlaneContent& content, const PlaneMap& map, int row,
                     const Theme& theme);
/// All rows, faintly, in hairlines `width` wide.
void paintGhosts(QPainter& painter, const std::vector<StyledPath>& paths, const QRectF& area, double width);

}  // namespace bilevel::ui
