#include "core/run/exact_derivatives.h"

#include "core/algorithms/lower_hessian.h"

#include <cmath>

namespace bilevel {
namespace {

constexpr double singular = 1e-12;  // of the largest eigenvalue

enum class Hold { free, held, weakly };

/// Does a bound keep the variable where it is, when it wants to move against `slope`?
Hold holdOf(double value, const Interval& bounds, double slope) {
    const bool low = value <= bounds.minimum, high = value >= bounds.maximum;
    if (!low && !high) return Hold::free;
    if ((low && slope > 0) || (high && slope < 0) || (low && high)) return Hold::held;
    return slope == 0 ? Hold::weakly : Hold::free;
}

void projectOnBounds(const Problem& problem, const Vector& x, Vector& h) {
    for (Eigen::Index i = 0; i < h.size(); ++i)
        if (holdOf(x[i], problem.upperBounds(i), h[i]) == Hold::held) h[i] = 0;
}

}  // namespace

TrueHypergradient trueHypergradient(Oracle& oracle, const Point& z) {
    const Point f = oracle.f(z).gradient, g = oracle.g(z).gradient;
    TrueHypergradient answer{f.x, true, std::numeric_limits<double>::quiet_NaN()};
    std::vector<int> free;
    for (int j = 0; j < oracle.ny(); ++j) {
        const Hold hold = holdOf(z.y[j], oracle.problem().lowerBounds(j), g.y[j]);
        if (hold != Hold::held) free.push_back(j);
        if (hold == Hold::weakly) answer.isUnique = false;
    }
    if (!free.empty()) {
        const Matrix h = lowerHessian(oracle, z)(free, free);
        const Spectrum s = spectrum(h);
        answer.lowerCurvature = s.smallest;
        if (!(s.smallestMagnitude > singular * s.largestMagnitude())) answer.isUnique = false;
        const Vector v = solveSymmetric(h, f.y(free), 0);
        Vector whole = Vector::Zero(oracle.ny());
        for (std::size_t k = 0; k < free.size(); ++k) whole[free[k]] = v[static_cast<Eigen::Index>(k)];
        answer.value -= oracle.jacobianVector(z, whole);
    }
    projectOnBounds(oracle.problem(), z.x, answer.value);
    return answer;
}

KktResidual kktResidual(Oracle& oracle, const Point& z, const Vector& lowerSolution) {
    const Value f = oracle.f(z), g = oracle.g(z), least = oracle.g({z.x, lowerSolution});
    const Point q{g.gradient.x - least.gradient.x, g.gradient.y};
    const double squared = q.squaredNorm();
    const double multiplier = squared > 0 ? std::max(0.0, -f.gradient.dot(q) / squared) : 0;
    return {multiplier, (f.gradient + multiplier * q).squaredNorm() + std::max(0.0, g.value - least.value)};
}

double lowerStationarity(Oracle& oracle, const Point& z) {
    Vector slope = oracle.gradientYG(z.x, z.y);
    for (int j = 0; j < oracle.ny(); ++j)
        if (holdOf(z.y[j], oracle.problem().lowerBounds(j), slope[j]) == Hold::held) slope[j] = 0;
    return slope.norm();
}

}  // namespace bilevel
