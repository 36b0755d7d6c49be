#pragma once

#include "ui/ground/solution_lines.h"
#include "ui/kit/theme.h"
#include "ui/plane/plane_map.h"

#include <QPainter>

namespace bilevel::ui {

/// The exact lower solutions: global solid with a halo, local dashed, maxima dotted; rings where a branch ends,
/// dots and a thin line where the global solution changes branches.
void paintSolutions(QPainter& painter, const SolutionLines& lines, const PlaneMap& map, const Theme& theme);

}  // namespace bilevel::ui
