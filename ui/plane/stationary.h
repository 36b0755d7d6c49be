#pragma once

#include "ui/plane/field.h"
#include "ui/plane/ground.h"

namespace bilevel::ui {

/// Is the vertical coordinate the only lower variable? Only then does a curve of lower solutions tell the truth.
bool hasStationaryCurves(const Slice& slice);

/// Adds to a ground the curves on which the lower level is stationary: the zeros of the exact derivative ∂g/∂y,
/// polished by Newton steps and split where the second derivative changes sign, and the stretches of a bound that
/// hold a minimum. Only where
/// hasStationaryCurves().
void addStationaryCurves(const GroundRequest& request, const Grid& grid, Ground& ground,
                         const std::function<bool()>& keepGoing);

}  // namespace bilevel::ui
