// TTSA with exact gradients. M. Hong, H.-T. Wai, Z. Wang, Z. Yang: "A Two-Timescale Stochastic Algorithm Framework
// for Bilevel Optimization: Complexity Analysis and Application to Actor-Critic", SIAM J. Optimization 33, 2023.
//
//     y ← y − βk ∇y g,                      βk = β (k + 1)^−0.4
//     v = η Σ (I − ηH)ⁱ ∇y f,   i = 0 … Q
//     x ← x − αk (∇x f − Jᵀv),              αk = α (k + 1)^−0.6
//
// The paper draws one term of the sum at random; this is its mean.

#include "core/algorithms/algorithm.h"
#include "core/algorithms/hypergradient.h"
#include "core/algorithms/neumann_sum.h"

#include <cmath>

namespace bilevel {
namespace {

struct Ttsa {
    LowerStep beta{0.1}, eta{0.1};
    int Q = 10;
    double alpha = 0.1;
    double lowerDecay = 0.4, upperDecay = 0.6;

    static constexpr Term terms[]{
        {"alpha_k", "αk", "step of x", Term::Kind::logarithmic, Term::Group::convergence},
        {"beta_k", "βk", "step of y", Term::Kind::logarithmic, Term::Group::convergence, "alpha_k"},
    };

    void parameters(Parameters& p) {
        using enum Parameters::Scale;
        p.lowerStep("lower_step_size", beta, {1e-5, 10}, "β", "lower step size");
        p.real("upper_step_size", alpha, {1e-5, 10}, logarithmic, "α", "upper step size");
        p.real("lower_decay", lowerDecay, {0, 1}, linear, "e", "β falls as (k+1)^−e");
        p.real("upper_decay", upperDecay, {0, 1}, linear, "e'", "α falls as (k+1)^−e'");
        p.integer("solver_steps", Q, {0, 200}, "Q", "products in the Neumann series");
        p.lowerStep("solver_step_size", eta, {1e-5, 10}, "η", "step of the Neumann series");
    }

    void step(Oracle& oracle, Point& z, Row& row) {
        ++k;
        const double betaK = beta(oracle, z) * std::pow(k, -lowerDecay), alphaK = alpha * std::pow(k, -upperDecay);
        descendLower(oracle, z.x, z.y, betaK, 1, row.lowerPath("lower_path"));
        const Point gradF = oracle.f(z).gradient;
        const NeumannSum v = neumannSum(oracle, z, gradF.y, eta(oracle, z), Q);
        const Vector hypergradient = gradF.x - oracle.jacobianVector(z, v.sum);
        followHypergradient(oracle, z, alphaK, hypergradient, row);
        row("linear_residual", v.residual);
        row("alpha_k", alphaK);
        row("beta_k", betaK);
    }

    double k = 0;
};
static_assert(Stepper<Ttsa>);

}  // namespace

Algorithm ttsa() {
    return describe<Ttsa>({
        .id = "ttsa",
        .name = "TTSA",
        .family = Family::loops,
        .summary =
            "One step of y on g and one of x along the hypergradient, on two time scales: x slows down faster.",
        .reference =
            "Hong, Wai, Wang, Yang: A Two-Timescale Stochastic Algorithm Framework for Bilevel Optimization, "
            "SIAM J. Optimization 33, 2023",
        .assumptions =
            "g(x, ·) strongly convex; η < 1/L_g. The noise of the paper is off: gradients are exact, and "
            "the random Neumann estimate is replaced by its mean.",
        .failures =
            "Slow by design: tens of thousands of iterations for four digits. The terms cut off the series "
            "bias the end point.",
        .checked = Assumption::convex,
        .rule = {{R"(\beta_k = \beta (k + 1)^{-e},\quad \alpha_k = \alpha (k + 1)^{-e'})",
                  {"beta_k", "lower_step_size", "lower_decay", "alpha_k", "upper_step_size", "upper_decay"}},
                 {R"(y \leftarrow y - \beta_k \nabla_y g(x, y))", {"lower_residual"}},
                 {R"(v = \eta \sum_{i=0}^{Q} (I - \eta H)^i \nabla_y f,\quad H = \nabla_{yy}^2 g)",
                  {"solver_step_size", "solver_steps", "linear_residual"}},
                 {R"(\hat h = \nabla_x f - J^\top v,\quad J = \nabla_{yx}^2 g)",
                  {"hypergradient", "hypergradient_norm"}},
                 {R"(x \leftarrow x - \alpha_k \hat h)"}},
        .told = {{"hypergradient_norm", Told::As::change}, {"alpha_k"}, {"f", Told::As::change}},
    });
}

}  // namespace bilevel
