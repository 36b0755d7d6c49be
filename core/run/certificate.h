#pragma once

#include "core/problem/upper_value.h"
#include "core/run/exact_derivatives.h"

#include <optional>
#include <string>
#include <string_view>

namespace bilevel {

/// What can be said of a point, whatever the method that found it believes.
enum class Verdict {
    bilevelStationary,
    notStationary,        ///< the lower level is solved, but f can still fall along its solutions
    wrongBranch,          ///< a local, not the global lower solution
    lowerLevelNotSolved,  ///< or it has no solution, or a bound is violated
    notFinite,
};
/// "bilevel_stationary", "not_stationary", "wrong_branch", "lower_level_not_solved", "not_finite".
std::string_view id(Verdict verdict);

/// How close to true something has to be: a gap of this many times max(1, |g|) counts as none, a hypergradient of
/// as many times max(1, ‖∇f‖) as zero. Published solutions are often rounded to four digits.
inline constexpr double gapTolerance = 1e-4, stationarityTolerance = 1e-3;

/// A point judged with the exact lower level. NaN where a number does not exist.
struct Certificate {
    Point point;
    double f = 0, g = 0;
    LowerLevel lower;
    double lowerGap = 0;           ///< g(x, y) − min g(x, ·) ≥ 0
    double lowerStationarity = 0;  ///< ‖∇y g‖ projected on the bounds
    TrueHypergradient hypergradient;
    /// What is left of the hypergradient where other lower solutions take over as soon as x moves against it.
    double stationarity = 0;
    KktResidual kkt{};
    UpperValue upperValue;                          ///< f at the global lower solutions
    std::optional<double> distanceToKnownSolution;  ///< over the variables that it names
    Verdict verdict = Verdict::notFinite;
    std::string reason;  ///< one sentence: why this verdict
};

/// Judges points of one problem. One per thread.
class Certifier {
public:
    explicit Certifier(const Problem& problem);
    Certificate operator()(const Point& z);

private:
    void judge(Certificate& c);
    /// The lower solution that belongs to y: where descent from it leads, if that is a global one, else the
    /// lowest.
    Vector ownSolution(const Certificate& c);
    double remainingSlope(const Certificate& c, const Vector& own);

    LowerSolver solver_;
    Oracle oracle_;
};

/// The distance to the problem's known solution over the variables that it names; empty where there is none.
std::optional<double> distanceToKnownSolution(const Problem& problem, const Point& z);

}  // namespace bilevel
