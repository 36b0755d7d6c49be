#pragma once

#include "ui/ground/field.h"

#include <QList>
#include <QPolygonF>

#include <span>
#include <vector>

namespace bilevel::ui {

/// Where a field is at least as high as a level: the inside of closed loops, an odd number of times.
struct Band {
    QList<QPolygonF> loops;  ///< data coordinates; they end outside the field's rim
    double share = 0;        ///< of the shades, from 0 for the valley to 1: the colour up to the next level
};

/// One band where the field has a value at all, then one for every level; painted in this order they fill the
/// plane. `levels` increase, and none of them equals a value. `tolerance` of the loops, in cells: that of the
/// contours, so that both run along the same lines.
std::vector<Band> traceBands(const Field& field, std::span<const double> levels, double tolerance);

}  // namespace bilevel::ui
