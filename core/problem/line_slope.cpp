#include "core/problem/line_slope.h"

#include "core/problem/lower_level.h"

#include <cmath>

namespace bilevel {
namespace {

constexpr double poleRatio = 0.5;
constexpr double epsilon = std::numeric_limits<double>::epsilon();

}  // namespace

bool LinePlace::finite() const { return std::isfinite(g.value) && std::isfinite(g.first); }

bool isFlat(const LinePlace& p, double h) {
    return p.g.first == 0 || std::abs(p.g.first) * h <= 8 * epsilon * std::abs(p.g.value);
}

double zeroOfSlope(LowerFunction& g, double a, double b, double sign) {
    double y = a + (b - a) / 2;
    for (int step = 0; step < bisections && a < y && y < b; ++step) {
        const LowerFunction::Slope s = g.slope(y);
        if (s.first == 0 || std::isnan(s.first)) return y;
        (sign * s.first < 0 ? a : b) = y;
        const double newton = y - s.first / s.second;
        const bool useful = sign * s.second > 0 && newton > a && newton < b;
        if (useful && std::abs(newton - y) <= 2 * epsilon * std::abs(y)) return newton;
        // Every third step halves, so that a kink is found as surely as a smooth minimum.
        y = useful && step % 3 != 2 ? newton : a + (b - a) / 2;
    }
    return y;
}

// Near a pole as slow as a logarithm's, each ten thousandth of the distance costs as much as the one before.
bool isPole(LowerFunction& g, double y, double scale, const Interval& inside, double sign) {
    for (const double side : {-1.0, 1.0}) {
        double value[3];
        for (int k = 0; k < 3; ++k) {
            const double at = y + side * scale * std::pow(1e-4, k + 1);
            value[k] = inside.contains(at) ? sign * g.slope(at).value : std::numeric_limits<double>::quiet_NaN();
        }
        const double first = value[0] - value[1], second = value[1] - value[2];
        if (first > 0 && second >= poleRatio * first && second > sameValue(value[2])) return true;
    }
    return false;
}

}  // namespace bilevel
