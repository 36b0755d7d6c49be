// G-PBGD. H. Shen, T. Chen: "On Penalty-based Bilevel Gradient Descent Method", ICML 2023: gradient descent with
// the squared norm of the lower gradient as the penalty.
//
//     (x, y) ← (x, y) − α ∇(f + ½ γ ‖∇y g‖²)
//
// The authors divide the step size by γ where γ > 1.

#include "core/algorithms/algorithm.h"
#include "core/algorithms/lower_stationarity.h"

#include <algorithm>

namespace bilevel {
namespace {

struct Gpbgd {
    double gamma = 10, alpha = 0.1;

    static constexpr Term terms[]{
        {"penalty_value", "½γ‖∇ᵧg‖²", "what the penalty adds to f", Term::Kind::logarithmic,
         Term::Group::convergence},
        {"projected_gradient", "‖Δ/α‖",
         "the move, divided by the step size: 0 at a solution of the penalised problem", Term::Kind::logarithmic,
         Term::Group::norms},
        {"pull_f", "−∇f", "pull of the upper objective", Term::Kind::arrow, Term::Group::table},
        {"pull_s", "−½γ∇‖∇ᵧg‖²", "pull of the penalty", Term::Kind::arrow, Term::Group::table},
        {"direction", "−δ", "the direction of the step", Term::Kind::arrow, Term::Group::table},
    };

    void parameters(Parameters& p) {
        using enum Parameters::Scale;
        p.real("penalty", gamma, {0.01, 1e6}, logarithmic, "γ", "penalty");
        p.real("step_size", alpha, {1e-5, 10}, logarithmic, "α", "step size, times max(γ, 1)");
    }

    void step(Oracle& oracle, Point& z, Row& row) {
        const double size = alpha / std::max(gamma, 1.0);
        const LowerStationarity s = LowerStationarity::at(oracle, z);
        const Point gradF = oracle.f(z).gradient, penalty = gamma / 2 * s.gradient;
        const Point old = z, move = gradF + penalty;
        z = z - size * move;
        oracle.problem().project(z);

        row("penalty_value", gamma / 2 * s.squared);
        row("projected_gradient", (z - old).norm() / size);
        row.arrow("pull_f", -1.0 * gradF);
        row.arrow("pull_s", -1.0 * penalty);
        row.arrow("direction", -1.0 * move);
    }
};
static_assert(Stepper<Gpbgd>);

}  // namespace

Algorithm gpbgd() {
    return describe<Gpbgd>({
        .id = "gpbgd",
        .name = "G-PBGD",
        .family = Family::penalties,
        .summary = "Gradient descent on f plus γ/2 times the squared norm of the lower gradient: no inner loop.",
        .reference = "Shen, Chen: On Penalty-based Bilevel Gradient Descent Method, ICML 2023",
        .assumptions =
            "∇²yy g non-singular where it matters, so that lower stationary points are lower solutions.",
        .failures = "Any stationary point of g(x, ·) will do, maxima too. The end point is off by about 1/γ; the "
                    "penalty squares the condition number of g.",
        .rule =
            {{R"((x, y) \leftarrow (x, y) - \frac{\alpha}{\max(\gamma, 1)} \nabla \left(f + \frac{\gamma}{2} \lVert \nabla_y g \rVert^2\right))",
              {"step_size", "penalty", "projected_gradient", "penalty_value"}},
             {R"(\nabla \lVert \nabla_y g \rVert^2 = (2 J^\top \nabla_y g,\, 2 H \nabla_y g),\quad H = \nabla_{yy}^2 g,\quad J = \nabla_{yx}^2 g)",
              {"lower_residual"}}},
        .told = {{"penalty_value", Told::As::change}, {"projected_gradient"}, {"f", Told::As::change}},
    });
}

}  // namespace bilevel
