#pragma once

#include "core/problem/problem_text.h"

#include <QString>

#include <vector>

namespace bilevel::ui {

/// A labelled place on an axis.
struct Tick {
    double value = 0;
    QString label;
};

/// Round numbers (1, 2 or 5 times a power of ten apart) inside an interval that is `pixels` long on the screen, at
/// least `distance` pixels apart. Labels have as many decimals as tell neighbours apart, at any zoom.
std::vector<Tick> niceTicks(const Interval& interval, double pixels, double distance);

}  // namespace bilevel::ui
