// stocBiO with exact gradients. K. Ji, J. Yang, Y. Liang: "Bilevel Optimization: Convergence Analysis and Enhanced
// Design", ICML 2021, Algorithm 2.
//
//     y ← T steps of size α on g(x, ·), from where y was
//     v = η Σ (I − ηH)ⁱ ∇y f,   i = 0 … Q
//     x ← x − β (∇x f − Jᵀv)
//
// The sum is the paper's; the authors' code adds its first Q terms without the factor η.

#include "core/algorithms/algorithm.h"
#include "core/algorithms/hypergradient.h"
#include "core/algorithms/neumann_sum.h"

namespace bilevel {
namespace {

struct StocBiO {
    int T = 10, Q = 10;
    LowerStep alpha{0.1}, eta{0.1};
    double beta = 0.1;

    void parameters(Parameters& p) {
        using enum Parameters::Scale;
        p.integer("inner_steps", T, {1, 200}, "T", "inner steps");
        p.lowerStep("lower_step_size", alpha, {1e-5, 10}, "α", "lower step size");
        p.integer("solver_steps", Q, {0, 200}, "Q", "products in the Neumann series");
        p.lowerStep("solver_step_size", eta, {1e-5, 10}, "η", "step of the Neumann series");
        p.real("upper_step_size", beta, {1e-5, 10}, logarithmic, "β", "upper step size");
    }

    void step(Oracle& oracle, Point& z, Row& row) {
        descendLower(oracle, z.x, z.y, alpha(oracle, z), T, row.lowerPath("lower_path"));
        const Point gradF = oracle.f(z).gradient;
        const NeumannSum v = neumannSum(oracle, z, gradF.y, eta(oracle, z), Q);
        const Vector hypergradient = gradF.x - oracle.jacobianVector(z, v.sum);
        followHypergradient(oracle, z, beta, hypergradient, row);
        row("linear_residual", v.residual);
    }
};
static_assert(Stepper<StocBiO>);

}  // namespace

Algorithm stocbio() {
    return describe<StocBiO>({
        .id = "stocbio",
        .name = "stocBiO",
        .family = Family::loops,
        .summary = "A few steps of y on g, then one of x along a hypergradient whose inverse Hessian is a cut-off "
                   "Neumann series.",
        .reference = "Ji, Yang, Liang: Bilevel Optimization: Convergence Analysis and Enhanced Design, ICML 2021",
        .assumptions = "g(x, ·) strongly convex; η < 1/L_g. The noise of the paper is off: gradients are exact.",
        .failures = "The terms cut off bias the end point by (1 − ημ)^(Q+1), however many iterations follow; "
                    "η above 2/L_g makes the series explode.",
        .checked = Assumption::convex,
        .presets = {{"authors_code",
                     "Authors' code",
                     "JunjieYang97/stocBiO: η = 0.5, Q = 3, T = 200",
                     {{"inner_steps", 200.0}, {"solver_steps", 3.0}, {"solver_step_size", 0.5}}}},
        .rule = {{R"(y \leftarrow y - \alpha \nabla_y g(x, y)\quad T\text{ times})",
                  {"lower_step_size", "inner_steps", "lower_residual"}},
                 {R"(v = \eta \sum_{i=0}^{Q} (I - \eta H)^i \nabla_y f,\quad H = \nabla_{yy}^2 g)",
                  {"solver_step_size", "solver_steps", "linear_residual"}},
                 {R"(\hat h = \nabla_x f - J^\top v,\quad J = \nabla_{yx}^2 g)",
                  {"hypergradient", "hypergradient_norm"}},
                 {R"(x \leftarrow x - \beta \hat h)", {"upper_step_size"}}},
        .told = {{"hypergradient_norm", Told::As::change}, {"linear_residual"}, {"f", Told::As::change}},
    });
}

}  // namespace bilevel
