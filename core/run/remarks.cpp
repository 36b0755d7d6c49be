#include "core/run/remarks.h"

#include "core/algorithms/lower_hessian.h"
#include "core/record/in_words.h"

#include <algorithm>
#include <cmath>

namespace bilevel {
namespace {

constexpr int rowsLookedAt = 12;
constexpr double singular = 1e-10;  // of the largest eigenvalue
constexpr int farDecades = 12;      // of steps along the steepest descent
constexpr double farBelow = -1e8;

/// What the lower level looked like in the rows visited.
struct Seen {
    double steepest = 0;                    ///< L_g
    int singularRow = -1, concaveRow = -1;  ///< first of its kind
    bool mismatch = false;                  ///< ∇f + ∇g is not 0 somewhere, where that is asked for
};

/// Do the two objectives not sum to a constant?
bool differ(Oracle& oracle, const Point& z) {
    const Point f = oracle.f(z).gradient, g = oracle.g(z).gradient;
    return (f + g).norm() > 1e-9 * (f.norm() + g.norm());
}

Seen lookAt(Oracle& oracle, const Trajectory& trajectory, Assumption checked) {
    Seen seen;
    const int last = trajectory.rows() - 1, step = std::max(1, last / (rowsLookedAt - 1));
    for (int row = 0; row <= last; row += step) {
        const Point z = trajectory.iterate(row, oracle.nx());
        const Spectrum s = spectrum(lowerHessian(oracle, z));
        if (!(s.largestMagnitude() >= 0)) continue;
        seen.steepest = std::max(seen.steepest, s.largestMagnitude());
        const double zero = singular * s.largestMagnitude();
        if (seen.singularRow < 0 && s.smallestMagnitude <= zero) seen.singularRow = row;
        if (seen.concaveRow < 0 && s.smallest < -zero) seen.concaveRow = row;
        seen.mismatch = seen.mismatch || (checked == Assumption::opposed && differ(oracle, z));
    }
    return seen;
}

/// Does g fall for ever along the steepest descent from the last iterate?
bool fallsForEver(Oracle& oracle, const Trajectory& trajectory) {
    const Point z = trajectory.iterate(trajectory.rows() - 1, oracle.nx());
    const Vector slope = oracle.gradientYG(z.x, z.y);
    const double steepness = slope.norm();
    if (!(steepness > 0) || !std::isfinite(steepness)) return false;
    double before = oracle.g(z).value;
    double step = 1;
    for (int decade = 0; decade <= farDecades; ++decade, step *= 10) {
        Point far = z;
        far.y -= step / steepness * slope;
        oracle.problem().projectLower(far.y);
        const double value = oracle.g(far).value;
        if (value == -std::numeric_limits<double>::infinity()) return true;
        if (!(value < before)) return false;
        before = value;
    }
    return before < farBelow;
}

std::string inRow(int row) { return " in row " + std::to_string(row); }

}  // namespace

std::vector<std::string> remarks(const RunRequest& request, const Trajectory& trajectory) {
    std::vector<std::string> all;
    Oracle oracle(request.problem);
    const Algorithm& algorithm = *request.algorithm;
    const Seen seen = lookAt(oracle, trajectory, algorithm.checked);
    const double limit = 2 / seen.steepest;
    for (std::size_t i = 0; i < algorithm.parameters.size(); ++i) {
        const Parameter& p = algorithm.parameters[i];
        if (p.lowerStep && request.settings[i] > limit)
            all.push_back(std::string(p.symbol) + " = " + inWords(request.settings[i]) + " is above 2/L_g = " +
                          inWords(limit) + ": steps on g overshoot. Lower it, or set it to auto.");
    }
    const bool curved = algorithm.checked == Assumption::invertible || algorithm.checked == Assumption::convex;
    if (curved && seen.singularRow >= 0)
        all.push_back("∇²g in y is singular" + inRow(seen.singularRow) +
                      ": the hypergradient is not unique there, and this method needs it.");
    if (algorithm.checked == Assumption::convex && seen.concaveRow >= 0)
        all.push_back("g is not convex in y" + inRow(seen.concaveRow) + ", and this method assumes it.");
    if (seen.mismatch) all.emplace_back("g is not −f, and this method is meant for min–max problems.");
    if (fallsForEver(oracle, trajectory))
        all.emplace_back("g has no lower bound in y from the last iterate: give y bounds.");
    return all;
}

}  // namespace bilevel
