#include "core/run/certificate.h"

#include "core/record/in_words.h"

#include <algorithm>
#include <cmath>

namespace bilevel {
namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();
constexpr double sameBranch = 1e-4;
constexpr int sweeps = 200;  // of the multipliers of branches that take over

bool isInside(const Problem& problem, const Point& z) {
    Point moved = z;
    problem.project(moved);
    return moved.x == z.x && moved.y == z.y;
}

bool isNear(const Vector& a, const Vector& b) {
    for (Eigen::Index j = 0; j < a.size(); ++j)
        if (std::abs(a[j] - b[j]) > sameBranch * std::max(1.0, std::abs(b[j]))) return false;
    return true;
}

std::string whyUnsolved(LowerLevel::Kind kind) {
    switch (kind) {
        case LowerLevel::Kind::unbounded:
            return "g has no lower bound in y at this x: give y bounds.";
        case LowerLevel::Kind::unattained:
            return "g keeps falling in y at this x and reaches no minimum.";
        default:
            return "g has no finite value in sight at this x.";
    }
}

}  // namespace

std::string_view id(Verdict verdict) {
    constexpr std::string_view ids[]{"bilevel_stationary", "not_stationary", "wrong_branch",
                                     "lower_level_not_solved", "not_finite"};
    return ids[static_cast<std::size_t>(verdict)];
}

Certifier::Certifier(const Problem& problem) : solver_(problem), oracle_(problem) {}

Certificate Certifier::operator()(const Point& z) {
    Certificate c;
    c.point = z;
    c.f = oracle_.f(z).value;
    c.g = oracle_.g(z).value;
    c.lower = solver_(z.x, z.y);
    c.lowerStationarity = lowerStationarity(oracle_, z);
    c.hypergradient = trueHypergradient(oracle_, z);
    c.upperValue = upperValue(solver_, oracle_, z.x, c.lower);
    c.distanceToKnownSolution = distanceToKnownSolution(oracle_.problem(), z);
    c.lowerGap = none;
    c.kkt = {none, none};
    c.stationarity = c.hypergradient.value.norm();
    if (c.lower.solved()) {
        // The grid may miss a minimum by a rounding, never the point itself.
        c.lowerGap = isInside(oracle_.problem(), z) ? std::max(0.0, c.g - c.lower.minimum()) : none;
        const Vector own = ownSolution(c);
        c.kkt = kktResidual(oracle_, z, own);
        c.stationarity = remainingSlope(c, own);
    }
    judge(c);
    return c;
}

void Certifier::judge(Certificate& c) {
    const Value f = oracle_.f(c.point);
    const double solved = gapTolerance * std::max(1.0, std::abs(c.g)),
                 still = stationarityTolerance * std::max(1.0, f.gradient.norm());
    if (!std::isfinite(c.f) || !std::isfinite(c.g) || !std::isfinite(f.gradient.norm()) ||
        !std::isfinite(c.lowerStationarity)) {
        c.verdict = Verdict::notFinite;
        c.reason = "f, g or a derivative is not finite here.";
    } else if (!isInside(oracle_.problem(), c.point)) {
        c.verdict = Verdict::lowerLevelNotSolved;
        c.reason = "The point lies outside the bounds.";
    } else if (!c.lower.solved()) {
        c.verdict = Verdict::lowerLevelNotSolved;
        c.reason = whyUnsolved(c.lower.kind);
    } else if (c.lowerGap > solved) {
        const bool local = c.g - solver_.descend(c.point.x, c.point.y).g <= solved;
        c.verdict = local ? Verdict::wrongBranch : Verdict::lowerLevelNotSolved;
        c.reason = local
                       ? "y is a local minimum of g(x, ·); the global one is lower by " + inWords(c.lowerGap) + "."
                       : "g(x, ·) can still fall by " + inWords(c.lowerGap) + ".";
    } else if (c.f - c.upperValue.optimistic > gapTolerance * std::max(1.0, std::abs(c.f))) {
        c.verdict = Verdict::notStationary;
        c.reason = "Another lower solution at the same x has a lower f.";
    } else if (!(c.stationarity <= still)) {
        c.verdict = Verdict::notStationary;
        c.reason = "The lower level is solved, but the hypergradient is " + inWords(c.stationarity) + ", not 0.";
    } else {
        c.verdict = Verdict::bilevelStationary;
        c.reason = "The lower level is solved, and f cannot fall along its solutions.";
    }
}

Vector Certifier::ownSolution(const Certificate& c) {
    const LowerMinimiser own = solver_.descend(c.point.x, c.point.y);
    const bool global = own.g <= c.lower.minimum() + sameValue(c.lower.minimum());
    return global ? own.y : c.lower.minimisers.front().y;
}

/// Moving x along d, another solution y_j of the same value takes over from y as soon as ⟨c_j, d⟩ > 0 with c_j =
/// ∇x g(x, y) − ∇x g(x, y_j). What f can gain without that is min over μ ≥ 0 of ‖h + Σ μ_j c_j‖.
double Certifier::remainingSlope(const Certificate& c, const Vector& own) {
    const Point& z = c.point;
    const Vector here = oracle_.g({z.x, own}).gradient.x;
    const double limit = c.lower.minimum() + gapTolerance * std::max(1.0, std::abs(c.g));
    std::vector<Vector> cones;
    const auto add = [&](const Vector& y) {
        if (isNear(y, own)) return;
        const Vector cone = here - oracle_.g({z.x, y}).gradient.x;
        if (cone.norm() > gapTolerance && cone.allFinite()) cones.push_back(cone);
    };
    for (const LowerMinimiser& m : c.lower.minimisers) {
        if (m.g > limit) break;
        add(m.y);
        if (!m.flat || m.y.size() > 1) continue;
        add(Vector::Constant(1, m.valley.minimum));
        add(Vector::Constant(1, m.valley.maximum));
    }
    Vector rest = c.hypergradient.value;
    std::vector<double> weights(cones.size(), 0);
    for (int sweep = 0; sweep < sweeps; ++sweep)
        for (std::size_t j = 0; j < cones.size(); ++j) {
            const double change = std::max(-weights[j], -rest.dot(cones[j]) / cones[j].squaredNorm());
            weights[j] += change;
            rest += change * cones[j];
        }
    return rest.norm();
}

std::optional<double> distanceToKnownSolution(const Problem& problem, const Point& z) {
    const auto& solution = problem.text().solution;
    if (!solution || solution->point.empty()) return {};
    double squared = 0;
    for (Eigen::Index i = 0; i < z.size(); ++i) {
        const auto it = solution->point.find(problem.variables()[static_cast<std::size_t>(i)]);
        if (it != solution->point.end()) squared += (z[i] - it->second) * (z[i] - it->second);
    }
    return std::sqrt(squared);
}

}  // namespace bilevel
