// BSG-1. T. Giovannelli, G. Kent, L. N. Vicente: "Inexact bilevel stochastic gradient methods for constrained and
// unconstrained lower-level problems", arXiv 2110.00604, in the form of the BOME authors' scripts: a hypergradient
// in which ∇²yy g is replaced by ∇y g ∇y gᵀ, and J by ∇y g ∇x gᵀ.
//
//     y ← y − ξy ∇y g(x, y)   T times
//     x ← x − ξx (∇x f − (⟨∇y f, ∇y g⟩ / (‖∇y g‖² + ε)) ∇x g)   at the new y

#include "core/algorithms/algorithm.h"
#include "core/algorithms/hypergradient.h"

namespace bilevel {
namespace {

struct Bsg1 {
    int T = 10;
    LowerStep xiY{0.05};
    double xiX = 0.05, epsilon = 1e-8;

    static constexpr Term terms[]{
        {"coefficient", "⟨∇ᵧf, ∇ᵧg⟩ / ‖∇ᵧg‖²", "what the rank-one model puts in place of H⁻¹∇ᵧf",
         Term::Kind::linear, Term::Group::barrier},
    };

    void parameters(Parameters& p) {
        using enum Parameters::Scale;
        p.integer("inner_steps", T, {1, 200}, "T", "inner steps");
        p.lowerStep("lower_step_size", xiY, {1e-5, 10}, "ξy", "lower step size");
        p.real("upper_step_size", xiX, {1e-5, 10}, logarithmic, "ξx", "upper step size");
        p.real("epsilon", epsilon, {0, 1}, logarithmic, "ε", "safe division");
    }

    void step(Oracle& oracle, Point& z, Row& row) {
        descendLower(oracle, z.x, z.y, xiY(oracle, z), T, row.lowerPath("lower_path"));
        const Point f = oracle.f(z).gradient, g = oracle.g(z).gradient;
        const double squaredNorm = g.y.squaredNorm() + epsilon;
        // Where ∇y g is exactly 0 the model says nothing of y, and its term is left out.
        const double coefficient = squaredNorm > 0 ? f.y.dot(g.y) / squaredNorm : 0;
        const Vector h = f.x - coefficient * g.x;
        row("coefficient", coefficient);
        row("inner_residual", g.y.norm());
        followHypergradient(oracle, z, xiX, h, row);
    }
};
static_assert(Stepper<Bsg1>);

}  // namespace

Algorithm bsg1() {
    return describe<Bsg1>({
        .id = "bsg1",
        .name = "BSG-1",
        .family = Family::bome,
        .summary = "A hypergradient with a rank-one model of the lower Hessian, from gradients alone.",
        .reference = "Giovannelli, Kent, Vicente: Inexact bilevel stochastic gradient methods, arXiv 2110.00604",
        .assumptions = "The lower level solved approximately, but not exactly; ∇²yy g close to ∇y g ∇y gᵀ.",
        .failures =
            "As ∇y g vanishes its coefficient is a 0/0 of noise, and the direction dies before the optimum. On a "
            "min–max problem the terms of the x-direction cancel: it never moves x.",
        .presets = {{"coreset_script",
                     "Coreset and min–max scripts",
                     "Ye et al., toy/toy_convergence.py, toy_adv.py: ε = 1e-50",
                     {{"epsilon", 1e-50}}}},
        .rule = {{R"(y \leftarrow y - \xi_y \nabla_y g(x, y)\quad T\text{ times})",
                  {"lower_step_size", "inner_steps", "inner_residual"}},
                 {R"(c = \frac{\langle \nabla_y f, \nabla_y g \rangle}{\lVert \nabla_y g \rVert^2 + \varepsilon})",
                  {"coefficient", "epsilon"}},
                 {R"(\hat h = \nabla_x f - c \nabla_x g)", {"hypergradient", "hypergradient_norm"}},
                 {R"(x \leftarrow x - \xi_x \hat h)", {"upper_step_size"}}},
        .told = {{"coefficient"}, {"hypergradient_norm"}, {"f", Told::As::change}},
    });
}

}  // namespace bilevel
