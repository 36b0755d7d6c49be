#include "ui/plane/ticks.h"

#include "ui/kit/number_text.h"

#include <algorithm>
#include <cmath>

namespace bilevel::ui {
namespace {

constexpr int mostDecimals = 7;
constexpr double greatestPlain = 1e6;

/// The smallest of 1, 2, 5 · 10^k that is not below `least`.
double niceStep(double least) {
    const double decade = std::pow(10.0, std::floor(std::log10(least)));
    for (const double factor : {1.0, 2.0, 5.0})
        if (factor * decade >= least * (1 - 1e-12)) return factor * decade;
    return 10 * decade;
}

QString label(double value, double step, double greatest) {
    const int exponent = static_cast<int>(std::floor(std::log10(step) + 1e-9));
    const int decimals = std::max(0, -exponent);
    if (decimals <= mostDecimals && greatest < greatestPlain)
        return QString::number(value, 'f', decimals).replace('-', QChar(0x2212));
    const int digits = static_cast<int>(std::floor(std::log10(std::max(greatest, step)))) - exponent + 2;
    return numberText(value, std::clamp(digits, 2, 15));
}

}  // namespace

std::vector<Tick> niceTicks(const Interval& interval, double pixels, double distance) {
    const double width = interval.maximum - interval.minimum;
    if (!(width > 0) || !(pixels > 0) || !std::isfinite(width)) return {};
    const double step = niceStep(width * std::min(1.0, distance / pixels));
    const double greatest = std::max(std::abs(interval.minimum), std::abs(interval.maximum));
    const double tolerance = 1e-9;  // of a step: an end that is a round number carries its label
    std::vector<Tick> ticks;
    for (double k = std::ceil(interval.minimum / step - tolerance);
         k * step <= interval.maximum + tolerance * step; ++k)
        ticks.push_back({k * step, label(k == 0 ? 0.0 : k * step, step, greatest)});
    return ticks;
}

}  // namespace bilevel::ui
