// BiAdam with exact gradients. F. Huang, J. Li, H. Huang: "BiAdam: Fast Adaptive Bilevel Optimization Methods",
// arXiv 2106.11396, 2021, Algorithm 1.
//
//     ĥ = ∇x f − Jᵀv,   v = η Σ (I − ηH)ⁱ ∇y f,   i = 0 … Q
//     w ← αk ĥ + (1 − αk) w,        u ← βk ∇y g + (1 − βk) u
//     a ← τ a + (1 − τ) ĥ²,         b ← τ b + (1 − τ) (∇y g)²       component by component
//     x ← x − ek γ w / (√a + ρ),    y ← y − ek λ u / (√b + ρ)
//
// with ek = (m + k)^−½, αk = min(1, cx ek), βk = min(1, cy ek); the first step takes w = ĥ and u = ∇y g.

#include "core/algorithms/algorithm.h"
#include "core/algorithms/hypergradient.h"
#include "core/algorithms/neumann_sum.h"

#include <algorithm>
#include <cmath>

namespace bilevel {
namespace {

struct BiAdam {
    double gamma = 0.1, lambda = 0.1;
    double weightX = 10, weightY = 10;
    double tau = 0.99, rho = 0.1;
    double offset = 1, decay = 0.5;
    int Q = 10;
    LowerStep eta{0.1};

    static constexpr Term terms[]{
        {"step_shortest", "min ek γ/(√a + ρ)", "shortest of the effective steps in x", Term::Kind::logarithmic,
         Term::Group::convergence},
        {"step_longest", "max ek γ/(√a + ρ)", "longest of the effective steps in x", Term::Kind::logarithmic,
         Term::Group::convergence, "step_shortest"},
        {"effective_step", "ek γ/(√a + ρ)", "effective step of each upper variable", Term::Kind::logarithmic,
         Term::Group::table},
    };

    void parameters(Parameters& p) {
        using enum Parameters::Scale;
        p.real("upper_step_size", gamma, {1e-5, 10}, logarithmic, "γ", "upper step size");
        p.real("lower_step_size", lambda, {1e-5, 10}, logarithmic, "λ", "lower step size");
        p.real("upper_weight", weightX, {0, 100}, linear, "cx", "weight of a new ĥ, per step");
        p.real("lower_weight", weightY, {0, 100}, linear, "cy", "weight of a new ∇ᵧg, per step");
        p.real("second_moment", tau, {0, 0.9999}, linear, "τ", "memory of the squares");
        p.real("epsilon", rho, {1e-8, 1}, logarithmic, "ρ", "safe division");
        p.real("schedule_offset", offset, {1, 1e4}, logarithmic, "m", "steps fall as (m+k)^−e");
        p.real("schedule_decay", decay, {0, 1}, linear, "e", "exponent of the schedule");
        p.integer("solver_steps", Q, {0, 200}, "Q", "products in the Neumann series");
        p.lowerStep("solver_step_size", eta, {1e-5, 10}, "η", "step of the Neumann series");
    }

    void begin(Oracle& oracle, const Point& /*z*/) {
        w = Vector::Zero(oracle.nx());
        u = Vector::Zero(oracle.ny());
        a = w;
        b = u;
    }

    void step(Oracle& oracle, Point& z, Row& row) {
        const Point gradF = oracle.f(z).gradient;
        const Vector gradYG = oracle.gradientYG(z.x, z.y);
        const NeumannSum v = neumannSum(oracle, z, gradF.y, eta(oracle, z), Q);
        const Vector hypergradient = gradF.x - oracle.jacobianVector(z, v.sum);

        const double e = std::pow(offset + k, -decay);
        average(w, hypergradient, k == 0 ? 1 : std::min(1.0, weightX * e));
        average(u, gradYG, k == 0 ? 1 : std::min(1.0, weightY * e));
        average(a, hypergradient.cwiseAbs2(), 1 - tau);
        average(b, gradYG.cwiseAbs2(), 1 - tau);
        const Vector sizeX = e * gamma * (a.array().sqrt() + rho).inverse();
        const Vector sizeY = e * lambda * (b.array().sqrt() + rho).inverse();
        z.x -= sizeX.cwiseProduct(w);
        z.y -= sizeY.cwiseProduct(u);
        oracle.problem().project(z);
        ++k;

        recordHypergradient(row, hypergradient);
        row("linear_residual", v.residual);
        row("step_shortest", sizeX.minCoeff());
        row("step_longest", sizeX.maxCoeff());
        row.upper("effective_step", sizeX);
    }

    static void average(Vector& mean, const Vector& sample, double weight) { mean += weight * (sample - mean); }

    Vector w, u, a, b;
    double k = 0;
};
static_assert(Stepper<BiAdam>);

}  // namespace

Algorithm biadam() {
    return describe<BiAdam>({
        .id = "biadam",
        .name = "BiAdam",
        .family = Family::loops,
        .summary =
            "One step each of x and y, with momentum, and a length of its own for every variable as in Adam.",
        .reference =
            "Huang, Li, Huang: BiAdam: Fast Adaptive Bilevel Optimization Methods, arXiv 2106.11396, 2021",
        .assumptions = "g(x, ·) strongly convex; η < 1/L_g. The noise of the paper is off: gradients are exact.",
        .failures =
            "Too small a ρ leaves steps of one length whatever the gradient: it jitters around the solution. "
            "Small weights make w and u overshoot for long. The terms cut off the Neumann series bias the end "
            "point.",
        .checked = Assumption::convex,
        .presets = {{"authors_group",
                     "Authors' group",
                     "junyili/AdaBilevel: γ = 1, λ = 0.01, three terms with η = 0.5",
                     {{"upper_step_size", 1.0},
                      {"lower_step_size", 0.01},
                      {"solver_steps", 3.0},
                      {"solver_step_size", 0.5}}}},
        .rule =
            {{R"(\hat h = \nabla_x f - J^\top v,\quad v = \eta \sum_{i=0}^{Q} (I - \eta H)^i \nabla_y f)",
              {"hypergradient", "hypergradient_norm", "solver_step_size", "solver_steps", "linear_residual"}},
             {R"(w \leftarrow w + \min(1, c_x e_k) (\hat h - w),\quad u \leftarrow u + \min(1, c_y e_k) (\nabla_y g - u))",
              {"upper_weight", "lower_weight"}},
             {R"(a \leftarrow \tau a + (1 - \tau) \hat h^2,\quad b \leftarrow \tau b + (1 - \tau) (\nabla_y g)^2\quad\text{entry by entry})",
              {"second_moment"}},
             {R"(x \leftarrow x - e_k \gamma \frac{w}{\sqrt{a} + \rho},\quad y \leftarrow y - e_k \lambda \frac{u}{\sqrt{b} + \rho})",
              {"upper_step_size", "step_shortest", "step_longest", "epsilon", "lower_step_size"}},
             {R"(e_k = (m + k)^{-e},\quad H = \nabla_{yy}^2 g,\quad J = \nabla_{yx}^2 g)",
              {"schedule_offset", "schedule_decay"}}},
        .told = {{"hypergradient_norm", Told::As::change}, {"step_longest"}, {"f", Told::As::change}},
    });
}

}  // namespace bilevel
