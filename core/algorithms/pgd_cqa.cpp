// PGD-CQA. N. Abolfazli, S. Sharifi, M. Fazlyab, E. Yazdandoost Hamedani: "Perturbed Gradient Descent via Convex
// Quadratic Approximation for Nonconvex Bilevel Optimization", arXiv 2504.17215, 2025. With s = ‖∇y g‖²,
//
//     λ = max(0, φ − ⟨∇f, ∇s⟩) / ‖∇s‖²,   z ← z − τ (∇f + λ ∇s)
//     QP1:  φ = a ‖∇s‖²          (BOME with s in place of q̂)
//     QP2:  φ = a ‖∇s‖ ‖∇y g‖    (where no regularity holds)
//
// In a run of N iterations a falls as a₀ N^−⅓, and τ as τ₀ N^−⅓ (QP1) or τ₀ N^−⅔ (QP2).

#include "core/algorithms/algorithm.h"
#include "core/algorithms/lower_stationarity.h"

#include <algorithm>
#include <cmath>

namespace bilevel {
namespace {

struct PgdCqa {
    int rule = qp1;
    double a0 = 1, tau0 = 1;
    double decayA = 1.0 / 3, decayTau = 1.0 / 3;

    enum Rule { qp1, qp2 };
    static constexpr std::string_view rules[]{"qp1", "qp2"};
    static constexpr std::string_view ruleLabels[]{"QP1: φ = a‖∇s‖²", "QP2: φ = a‖∇s‖‖∇ᵧg‖"};

    static constexpr Term terms[]{
        {"lambda", "λ", "multiplier of s = ‖∇ᵧg‖²", Term::Kind::logarithmic, Term::Group::convergence},
        {"phi", "φ", "rate at which s must fall", Term::Kind::logarithmic, Term::Group::convergence, "lambda"},
        {"pull_f", "−∇f", "pull of the upper objective", Term::Kind::arrow, Term::Group::table},
        {"pull_s", "−λ∇s", "pull of the barrier", Term::Kind::arrow, Term::Group::table},
        {"direction", "−δ", "the direction of the step", Term::Kind::arrow, Term::Group::table},
        {"allowed", "⟨∇s, δ⟩ ≥ φ", "directions that the barrier allows", Term::Kind::halfSpace,
         Term::Group::table},
    };

    void parameters(Parameters& p) {
        using enum Parameters::Scale;
        p.choice("barrier", rule, rules, ruleLabels, "φ", "barrier rule");
        p.real("barrier_rate", a0, {1e-3, 1e3}, logarithmic, "a₀", "barrier, before N");
        p.real("step_size", tau0, {1e-5, 1e4}, logarithmic, "τ₀", "step size, before N");
        p.real("barrier_decay", decayA, {0, 1}, linear, "e", "a = a₀ N^−e");
        p.real("step_decay", decayTau, {0, 1}, linear, "e'", "τ = τ₀ N^−e'");
    }

    void plan(int iterations) { N = std::max(iterations, 1); }

    void step(Oracle& oracle, Point& z, Row& row) const {
        const double a = a0 * std::pow(N, -decayA), tau = tau0 * std::pow(N, -decayTau);
        const Point gradF = oracle.f(z).gradient;
        const LowerStationarity s = LowerStationarity::at(oracle, z);
        const double square = s.gradient.squaredNorm();
        const double phi = a * (rule == qp1 ? square : std::sqrt(square * s.squared));
        const double lambda = square == 0 ? 0 : std::max(0.0, phi - gradF.dot(s.gradient)) / square;
        const Point direction = gradF + lambda * s.gradient;
        z = z - tau * direction;
        oracle.problem().project(z);

        row("lambda", lambda);
        row("phi", phi);
        row("step_norm", direction.norm());
        row("pull_f", -1.0 * gradF);
        row("pull_s", -lambda * s.gradient);
        row.arrow("direction", -1.0 * direction);
        row.halfSpace("allowed", s.gradient, phi, direction);
    }

    double N = 1;
};
static_assert(Stepper<PgdCqa>);

}  // namespace

Algorithm pgd_cqa() {
    return describe<PgdCqa>({
        .id = "pgd_cqa",
        .name = "PGD-CQA",
        .family = Family::constraints,
        .summary = "BOME's step with the squared lower gradient ‖∇y g‖² in place of the value gap: no inner loop.",
        .reference =
            "Abolfazli, Sharifi, Fazlyab, Yazdandoost Hamedani: Perturbed Gradient Descent via Convex Quadratic "
            "Approximation for Nonconvex Bilevel Optimization, arXiv 2504.17215, 2025",
        .assumptions = "f and g twice differentiable; QP1 asks that ∇²yy g be non-singular, QP2 does not.",
        .failures =
            "Any stationary point of g(x, ·) will do, maxima too. Step and barrier shrink with the length of the "
            "run, so that a longer run is another path.",
        .presets = {{"qp2",
                     "QP2",
                     "Abolfazli et al., arXiv 2504.17215: no regularity",
                     {{"barrier", "qp2"}, {"barrier_rate", 10.0}, {"step_decay", 2.0 / 3}}}},
        .rule =
            {{R"(s = \lVert \nabla_y g \rVert^2,\quad \nabla s = (2 J^\top \nabla_y g,\, 2 H \nabla_y g),\quad H = \nabla_{yy}^2 g,\quad J = \nabla_{yx}^2 g)",
              {"lower_residual"}},
             {R"(a = a_0 N^{-e},\quad \tau = \tau_0 N^{-e'})",
              {"barrier_rate", "barrier_decay", "step_size", "step_decay"}},
             {R"(\phi = a \lVert \nabla s \rVert^2)", {"phi"}, {{"barrier", "qp1"}}},
             {R"(\phi = a \lVert \nabla s \rVert \lVert \nabla_y g \rVert)", {"phi"}, {{"barrier", "qp2"}}},
             {R"(\lambda = \max\left(0,\, \frac{\phi - \langle \nabla f, \nabla s \rangle}{\lVert \nabla s \rVert^2}\right))",
              {"lambda", "phi"}},
             {R"((x, y) \leftarrow (x, y) - \tau \delta,\quad \delta = \nabla f + \lambda \nabla s)",
              {"step_norm", "pull_f", "pull_s"}}},
        .told = {{"lambda"}, {"lower_residual", Told::As::change}, {"f", Told::As::change}},
    });
}

}  // namespace bilevel
