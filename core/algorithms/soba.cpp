// SOBA with exact gradients. M. Dagréou, P. Ablin, S. Vaiter, T. Moreau: "A framework for bilevel optimization
// that enables stochastic and global variance reduction algorithms", NeurIPS 2022, Algorithm 1.
//
//     y ← y − ρk ∇y g,   v ← v − ρk (Hv + ∇y f),   x ← x − γk (∇x f + Jᵀv)
//
// all three at once, from the old point; ρk = ρ (k + 1)^−e, γk = γ (k + 1)^−e'. Here v is −H⁻¹ ∇y f.

#include "core/algorithms/algorithm.h"
#include "core/algorithms/hypergradient.h"

#include <cmath>

namespace bilevel {
namespace {

struct Soba {
    LowerStep rho{0.1};
    double gamma = 0.1;
    double lowerDecay = 0.5, upperDecay = 0.5;

    static constexpr Term terms[]{
        {"solver_error", "‖v − v*‖", "distance of v from −H⁻¹∇ᵧf, which it follows", Term::Kind::logarithmic,
         Term::Group::norms, "linear_residual"},
        {"rho_k", "ρk", "step of y and v", Term::Kind::logarithmic, Term::Group::convergence},
        {"gamma_k", "γk", "step of x", Term::Kind::logarithmic, Term::Group::convergence, "rho_k"},
    };

    void parameters(Parameters& p) {
        using enum Parameters::Scale;
        p.lowerStep("lower_step_size", rho, {1e-5, 10}, "ρ", "step size of y and v");
        p.real("upper_step_size", gamma, {1e-5, 10}, logarithmic, "γ", "upper step size");
        p.real("lower_decay", lowerDecay, {0, 1}, linear, "e", "ρ falls as (k+1)^−e");
        p.real("upper_decay", upperDecay, {0, 1}, linear, "e'", "γ falls as (k+1)^−e'");
    }

    void begin(Oracle& oracle, const Point& /*z*/) { v = Vector::Zero(oracle.ny()); }

    void step(Oracle& oracle, Point& z, Row& row) {
        ++k;
        const double rhoK = rho(oracle, z) * std::pow(k, -lowerDecay), gammaK = gamma * std::pow(k, -upperDecay);
        const Point gradF = oracle.f(z).gradient;
        const Vector residual = oracle.hessianVector(z, v) + gradF.y;
        const Vector hypergradient = gradF.x + oracle.jacobianVector(z, v);
        recordSolverError(oracle, z, v, -1.0 * gradF.y, row);
        z.y -= rhoK * oracle.gradientYG(z.x, z.y);
        v -= rhoK * residual;
        followHypergradient(oracle, z, gammaK, hypergradient, row);
        row("linear_residual", residual.norm());
        row("rho_k", rhoK);
        row("gamma_k", gammaK);
    }

    Vector v;  ///< ≈ −H⁻¹ ∇y f
    double k = 0;
};
static_assert(Stepper<Soba>);

}  // namespace

Algorithm soba() {
    return describe<Soba>({
        .id = "soba",
        .name = "SOBA",
        .family = Family::loops,
        .summary =
            "One step each of y, of the linear system and of x, all at once from the same point: no inner loop.",
        .reference =
            "Dagréou, Ablin, Vaiter, Moreau: A framework for bilevel optimization that enables stochastic and "
            "global variance reduction algorithms, NeurIPS 2022",
        .assumptions =
            "g(x, ·) strongly convex; x slower than y and v. The noise of the paper is off: gradients are "
            "exact.",
        .failures =
            "The falling steps that noise asks for make exact runs slow: set both decays to 0. Too fast an x "
            "outruns v, and the three circle each other or diverge.",
        .checked = Assumption::convex,
        .rule =
            {{R"(\rho_k = \rho (k + 1)^{-e},\quad \gamma_k = \gamma (k + 1)^{-e'})",
              {"lower_step_size", "lower_decay", "upper_step_size", "upper_decay"}},
             {R"(y \leftarrow y - \rho_k \nabla_y g(x, y))", {"lower_residual"}},
             {R"(v \leftarrow v - \rho_k (H v + \nabla_y f),\quad H = \nabla_{yy}^2 g)", {"linear_residual"}},
             {R"(x \leftarrow x - \gamma_k \hat h,\quad \hat h = \nabla_x f + J^\top v,\quad J = \nabla_{yx}^2 g)",
              {"hypergradient", "hypergradient_norm"}},
             {R"(\text{all three at once, from the old }(x, y, v))"}},
        .told = {{"hypergradient_norm", Told::As::change}, {"linear_residual"}, {"f", Told::As::change}},
    });
}

}  // namespace bilevel
