#include "core/problem/lower_level.h"

#include "core/problem/lower_search.h"

#include <Eigen/Eigenvalues>

#include <algorithm>
#include <cmath>

namespace bilevel {
namespace {

constexpr int startsPerVariable = 12, mostStarts = 256;
constexpr double leastReach = 10;   // how far an unbounded variable is looked for on both sides, at least
constexpr double samePlace = 1e-6;  // of the width of the search
constexpr double singular = 1e-9, rounding = 1e-14;
constexpr double leastValue = 1e-8;   // differences below rounding of it are noise: squares of what should be 0
constexpr double valueNoise = 1e-3;   // of sameValue()
constexpr double valleyProbe = 1e-2;  // of the width

/// The bounds; where there are none, three times what the view shows, or around the start and the known solution.
SearchAxis axisOf(const ProblemText& text, const std::string& variable) {
    const Interval bounds = text.boundsOf(variable);
    const View view = text.resolvedView();
    Interval range{-leastReach, leastReach};
    const auto include = [&](double value) {
        range.minimum = std::min(range.minimum, 2 * value);
        range.maximum = std::max(range.maximum, 2 * value);
    };
    include(text.startOf(variable));
    if (text.solution)
        if (const auto it = text.solution->point.find(variable); it != text.solution->point.end())
            include(it->second);
    if (variable == view.horizontal) range = view.horizontalRange;
    if (variable == view.vertical) range = view.verticalRange;
    range = searchRange(range, bounds);
    const bool openBelow = !std::isfinite(bounds.minimum), openAbove = !std::isfinite(bounds.maximum);
    const double reach = range.maximum - range.minimum;  // what is just out of view belongs to the picture
    if (openBelow) range.minimum -= reach;
    if (openAbove) range.maximum += reach;
    return {range, openBelow, openAbove};
}

/// Has g the same value a little way along a direction, once it has come down to the ground again?
bool staysLevel(LowerFunction& g, std::span<const SearchAxis> axes, const LowerMinimiser& m,
                const Vector& direction, double probe) {
    for (const double side : {-1.0, 1.0}) {
        const Polished there = polish(g, axes, m.y + side * probe * direction);
        const bool level = std::abs(there.minimiser.g - m.g) <= valueNoise * sameValue(m.g);
        if (level && (there.minimiser.y - m.y).norm() > probe / 2) return true;
    }
    return false;
}

/// Is g higher where the direction leads back into sight?
bool falls(LowerFunction& g, std::span<const SearchAxis> axes, const LowerMinimiser& m, const Vector& direction) {
    Eigen::Index j = 0;
    direction.cwiseAbs().maxCoeff(&j);
    const double inside = axes[static_cast<std::size_t>(j)].range.clamp(m.y[j]);
    return g.value(m.y + (inside - m.y[j]) / direction[j] * direction) >
           m.g + rounding * std::max(std::abs(m.g), leastValue);
}

/// Does g fall into a hole at m, rather than to a minimum? It does where each ten thousandth of the distance costs
/// as much as the one before: see isPole().
bool isHole(LowerFunction& g, std::span<const SearchAxis> axes, const LowerMinimiser& m) {
    for (int j = 0; j < g.ny(); ++j)
        for (const double side : {-1.0, 1.0}) {
            double value[3];
            for (int k = 0; k < 3; ++k) {
                Vector y = m.y;
                y[j] += side * axes[static_cast<std::size_t>(j)].width() * std::pow(1e-4, k + 1);
                g.problem().projectLower(y);
                value[k] = g.value(y);
            }
            const double first = value[0] - value[1], second = value[1] - value[2];
            if (first > 0 && second >= first / 2 && second > sameValue(value[2])) return true;
        }
    return false;
}

/// Is the minimiser one of many (flat), or does g only level off towards where it is (unattained)?
LowerLevel::Kind shapeAt(LowerFunction& g, std::span<const SearchAxis> axes, const LowerMinimiser& m) {
    double width = 0;
    for (const SearchAxis& axis : axes) width = std::max(width, axis.width());
    const Matrix h = g.model(m.y).hessian;
    if (!h.allFinite()) return LowerLevel::Kind::unique;
    const Eigen::SelfAdjointEigenSolver<Matrix> solver(h);
    const double largest = solver.eigenvalues().cwiseAbs().maxCoeff();
    for (int k = 0; k < g.ny(); ++k) {
        if (std::abs(solver.eigenvalues()[k]) > singular * largest) continue;
        const Vector direction = solver.eigenvectors().col(k);
        if (!staysLevel(g, axes, m, direction, valleyProbe * width)) continue;
        return falls(g, axes, m, direction) ? LowerLevel::Kind::unattained : LowerLevel::Kind::flat;
    }
    return LowerLevel::Kind::unique;
}

}  // namespace

std::string_view name(LowerLevel::Kind kind) {
    constexpr std::string_view names[]{"unique", "several", "flat", "unbounded", "unattained", "undefined"};
    return names[static_cast<std::size_t>(kind)];
}

double sameValue(double g) { return 1e-9 * std::max(1.0, std::abs(g)); }

std::vector<SearchAxis> searchAxes(const Problem& problem) {
    std::vector<SearchAxis> axes;
    for (const std::string& variable : problem.text().lowerVariables)
        axes.push_back(axisOf(problem.text(), variable));
    return axes;
}

LowerLevel classify(LowerFunction& g, std::span<const SearchAxis> axes, LowerCandidates candidates) {
    LowerLevel level;
    std::erase_if(candidates.found, [](const LowerMinimiser& m) { return !std::isfinite(m.g); });
    std::ranges::stable_sort(candidates.found, {}, &LowerMinimiser::g);
    const auto same = [&](const LowerMinimiser& a, const LowerMinimiser& b) {
        for (int j = 0; j < g.ny(); ++j)
            if (std::abs(a.y[j] - b.y[j]) > samePlace * axes[static_cast<std::size_t>(j)].width()) return false;
        return true;
    };
    for (LowerMinimiser& m : candidates.found)
        if (std::ranges::none_of(level.minimisers, [&](const LowerMinimiser& other) { return same(m, other); }))
            level.minimisers.push_back(std::move(m));

    if (candidates.failure != LowerLevel::Kind::unique) {
        level.kind = candidates.failure;
        return level;
    }
    if (level.minimisers.empty()) {
        // A function that has values but no minimiser keeps falling towards an end that does not belong to it.
        level.kind = candidates.finite ? LowerLevel::Kind::unattained : LowerLevel::Kind::undefined;
        return level;
    }
    const double limit = level.minimum() + sameValue(level.minimum());
    for (LowerMinimiser& m : level.minimisers) {
        if (m.g > limit) break;
        ++level.global;
        if (g.ny() == 1) continue;
        if (isHole(g, axes, m)) {
            level.kind = LowerLevel::Kind::unbounded;
            return level;
        }
        const LowerLevel::Kind shape = shapeAt(g, axes, m);
        m.flat = shape == LowerLevel::Kind::flat;
        if (shape == LowerLevel::Kind::unattained) {
            level.kind = shape;
            return level;
        }
    }
    const bool flat = std::ranges::any_of(level.globalOnes(), &LowerMinimiser::flat);
    level.kind = flat               ? LowerLevel::Kind::flat
                 : level.global > 1 ? LowerLevel::Kind::several
                                    : LowerLevel::Kind::unique;
    return level;
}

LowerSolver::LowerSolver(const Problem& problem) : function_(problem), axes_(searchAxes(problem)) {}

LowerLevel LowerSolver::operator()(const Vector& x) { return solve(x, {}); }
LowerLevel LowerSolver::operator()(const Vector& x, const Vector& hint) { return solve(x, {&hint, 1}); }

LowerLevel LowerSolver::solve(const Vector& x, std::span<const Vector> hints) {
    function_.fix(x);
    if (function_.ny() > 2) {
        std::vector<Vector> places(hints.begin(), hints.end());
        places.push_back(problem().start().y);
        const int starts = std::min(mostStarts, startsPerVariable * function_.ny());
        LowerLevel level = classify(function_, axes_, searchSpace(function_, axes_, starts, places));
        level.exhaustive = false;
        level.starts = starts + static_cast<int>(places.size());
        return level;
    }
    if (function_.ny() == 1) return classify(function_, axes_, searchLine(function_, axes_[0]));
    LowerCandidates candidates = searchPlane(function_, axes_);
    for (const Vector& hint : hints)
        if (const Polished end = polish(function_, axes_, hint); !end.ranAway)
            candidates.found.push_back(end.minimiser);
    return classify(function_, axes_, std::move(candidates));
}

LowerLevel LowerSolver::follow(const Vector& x, const LowerLevel& before, const Vector& y) {
    function_.fix(x);
    LowerCandidates candidates;
    candidates.finite = true;
    candidates.found.push_back(polish(function_, axes_, y).minimiser);
    for (const LowerMinimiser& m : before.minimisers)
        candidates.found.push_back(polish(function_, axes_, m.y).minimiser);
    LowerLevel level = classify(function_, axes_, std::move(candidates));
    level.exhaustive = before.exhaustive;
    level.starts = before.starts;
    return level;
}

LowerMinimiser LowerSolver::descend(const Vector& x, const Vector& y) {
    function_.fix(x);
    return polish(function_, axes_, y).minimiser;
}

}  // namespace bilevel
