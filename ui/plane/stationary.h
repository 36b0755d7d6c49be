#pragma once

#include "ui/plane/field.h"
#include "ui/plane/ground.h"

namespace bilevel::ui {

/// Adds to a ground the curves on which the lower level is stationary: the zeros of the exact derivative ∂g/∂y,
/// polished by a Newton step and split where the second derivative changes sign, and the stretches of a bound that
/// hold a minimum. Does nothing unless the vertical coordinate is the only lower variable.
void addStationaryCurves(const GroundRequest& request, const Grid& grid, Ground& ground,
                         const std::function<bool()>& keepGoing);

}  // namespace bilevel::ui
