#include "core/problem/lower_search.h"

#include <nlopt.h>

#include <cmath>
#include <memory>
#include <numeric>

namespace bilevel {
namespace {

constexpr int mostEvaluations = 400;  // of one descent
constexpr double relativeTolerance = 1e-9;

/// The root of r^(n+1) = r + 1 above 1: powers of its inverse spread places evenly over the unit cube (Roberts
/// 2018, the R_n sequence).
double spreadingRoot(int n) {
    double root = 2;
    for (int k = 0; k < 60; ++k) root = std::pow(1 + root, 1.0 / (n + 1));
    return root;
}

double objective(unsigned n, const double* y, double* gradient, void* function) {
    auto& g = *static_cast<LowerFunction*>(function);
    const LowerFunction::Model& m = g.model(Eigen::Map<const Vector>(y, n));
    if (gradient != nullptr) Eigen::Map<Vector>(gradient, n) = m.gradient;
    return m.value;
}

using Optimiser = std::unique_ptr<std::remove_pointer_t<nlopt_opt>, decltype(&nlopt_destroy)>;

/// A descent with limited memory inside the bounds; the last place where g is finite.
Vector descendFrom(LowerFunction& g, Vector y) {
    const Optimiser optimiser(nlopt_create(NLOPT_LD_LBFGS, static_cast<unsigned>(g.ny())), &nlopt_destroy);
    Vector low(g.ny()), high(g.ny());
    for (int j = 0; j < g.ny(); ++j) {
        low[j] = g.problem().lowerBounds(j).minimum;
        high[j] = g.problem().lowerBounds(j).maximum;
    }
    nlopt_set_lower_bounds(optimiser.get(), low.data());
    nlopt_set_upper_bounds(optimiser.get(), high.data());
    nlopt_set_min_objective(optimiser.get(), objective, &g);
    nlopt_set_ftol_rel(optimiser.get(), relativeTolerance);
    nlopt_set_maxeval(optimiser.get(), mostEvaluations);
    const Vector start = y;
    double value = 0;
    nlopt_optimize(optimiser.get(), y.data(),
                   &value);  // what stops it early leaves its best place, which is polished
    return y.allFinite() ? y : start;
}

}  // namespace

LowerCandidates searchSpace(LowerFunction& g, std::span<const SearchAxis> axes, int starts,
                            std::span<const Vector> more) {
    std::vector<Vector> places(more.begin(), more.end());
    const double root = spreadingRoot(g.ny());
    for (int k = 0; k < starts; ++k) {
        Vector y(g.ny());
        double stride = 1;
        for (int j = 0; j < g.ny(); ++j) {
            stride /= root;
            double whole = 0;
            const double share = std::modf(0.5 + (k + 1) * stride, &whole);
            const SearchAxis& axis = axes[static_cast<std::size_t>(j)];
            y[j] = axis.range.minimum + share * axis.width();
        }
        places.push_back(y);
    }

    LowerCandidates answer;
    for (Vector& place : places) {
        g.problem().projectLower(place);
        if (!std::isfinite(g.value(place))) continue;
        answer.finite = true;
        const Polished end = polish(g, axes, descendFrom(g, place));
        if (end.ranAway) {
            answer.failure = fallsForEver(g, place, end.minimiser.y - place);
            if (answer.failure != LowerLevel::Kind::unique) return answer;
        }
        answer.found.push_back(end.minimiser);
    }
    return answer;
}

}  // namespace bilevel
