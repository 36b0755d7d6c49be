#pragma once

#include "core/problem/problem.h"
#include "core/run/run.h"

#include <Eigen/LU>

#include <gtest/gtest.h>

#include <array>
#include <string>

namespace bilevel {

/// Two quadratics, both levels two-dimensional, the lower one strongly convex:
///
///     f = ½ ‖y − (1, −½)‖² + 0.05 ‖x‖²,   g = ½ yᵀAy − yᵀBx,   A = [2 0.4; 0.4 1],  B = [1 0.3; −0.2 0.8]
inline Problem quad() {
    ProblemText text;
    text.upperVariables = {"x1", "x2"};
    text.lowerVariables = {"y1", "y2"};
    text.upper = "((y1 - 1)^2 + (y2 + 0.5)^2)/2 + 0.05*(x1^2 + x2^2)";
    text.lower = "y1^2 + 0.4*y1*y2 + y2^2/2 - y1*(x1 + 0.3*x2) - y2*(0.8*x2 - 0.2*x1)";
    return *Problem::compile(text);
}

inline Eigen::Matrix2d quadA() { return Eigen::Matrix2d{{2, 0.4}, {0.4, 1}}; }
inline Eigen::Matrix2d quadB() { return Eigen::Matrix2d{{1, 0.3}, {-0.2, 0.8}}; }
/// t, where f is least in y.
inline Eigen::Vector2d quadTarget() { return {1, -0.5}; }

/// Its solution, x* = (SᵀS + 0.1 I)⁻¹ Sᵀ t and y* = S x* with S = A⁻¹B, t = (1, −½): x* = (1.30971, 0.07140),
/// y* = (0.76797, −0.51201).
inline Point quadSolution() {
    const Eigen::Matrix2d s = quadA().inverse() * quadB();
    const Eigen::Matrix2d normal = s.transpose() * s + 0.1 * Eigen::Matrix2d::Identity();
    const Eigen::Vector2d x = normal.inverse() * s.transpose() * quadTarget();
    return {x, s * x};
}

/// A singular lower level: y1 settles at x, y2 is free (Ye et al. 2022). Optimistic solution
/// x = 1, y = (1, 1), where f = 0; methods that follow ∇²yy g alone stop at x = ½, y = (½, 0).
inline Problem lls() {
    ProblemText text;
    text.lowerVariables = {"y1", "y2"};
    text.upper = "(x - y2)^2/2 + (y1 - 1)^2/2";
    text.lower = "y1^2/2 - x*y1";
    return *Problem::compile(text);
}

/// A run with the defaults of a method, but for what is named.
inline Trajectory runOf(std::string_view method, const Problem& problem, int iterations,
                        const NamedSettings& named = {}) {
    const Algorithm* algorithm = findAlgorithm(method);
    const Result<Settings> settings = algorithm->resolve(named);
    EXPECT_TRUE(settings) << method << ": " << (settings ? "" : settings.error().message);
    return run({problem, algorithm, settings ? *settings : algorithm->defaults(), problem.start(), iterations});
}

/// One recorded number; row −1 is the last.
inline double recorded(const Trajectory& t, std::string_view column, int row) {
    const std::span<const double> values = t.column(column);
    return values[static_cast<std::size_t>(row < 0 ? row + t.rows() : row)];
}

/// Where a run ended.
inline Point endOf(const Trajectory& t, const Problem& problem) { return t.iterate(t.rows() - 1, problem.nx()); }

/// Distance in x from the solution of quad() after a run.
inline double quadError(std::string_view method, int iterations, const NamedSettings& named = {}) {
    const Trajectory t = runOf(method, quad(), iterations, named);
    EXPECT_EQ(t.end, End::finished) << method << ": " << t.reason;
    return (endOf(t, quad()).x - quadSolution().x).norm();
}

/// The same for settings that may make the run diverge: then it is infinite.
inline double quadErrorOrInfinity(std::string_view method, const NamedSettings& named) {
    const Trajectory t = runOf(method, quad(), 2000, named);
    if (t.end == End::diverged) return std::numeric_limits<double>::infinity();
    return (endOf(t, quad()).x - quadSolution().x).norm();
}

/// What one step on quad() asks for: gradients of f, of g, products Hv and Jᵀv. The first step is left out.
inline std::array<double, 4> costOfAStep(std::string_view method, const NamedSettings& named = {}) {
    const Trajectory t = runOf(method, quad(), 3, named);
    const auto asked = [&](std::string_view column) { return recorded(t, column, 3) - recorded(t, column, 2); };
    return {asked("f_gradients"), asked("g_gradients"), asked("hessian_vector_products"),
            asked("jacobian_vector_products")};
}

}  // namespace bilevel
