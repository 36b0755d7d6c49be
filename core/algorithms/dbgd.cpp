// DBGD, the dynamic barrier for one level, from which BOME comes. C. Gong, X. Liu, Q. Liu: "Automatic and Harmless
// Regularization with Constrained and Lexicographic Optimization: A Dynamic Barrier Approach", NeurIPS 2021. It
// minimises f among the points that minimise g over x and y together:
//
//     φ = min(a (g − ĝ), b ‖∇g‖²),   λ = max(0, φ − ⟨∇f, ∇g⟩) / ‖∇g‖²
//     z ← z − ξ (∇f + λ ∇g)

#include "core/algorithms/algorithm.h"

#include <algorithm>

namespace bilevel {
namespace {

struct Dbgd {
    double a = 1, b = 1, gMinimum = 0, xi = 0.05;

    static constexpr Term terms[]{
        {"lambda", "λ", "multiplier of the barrier", Term::Kind::logarithmic, Term::Group::convergence},
        {"phi", "φ", "rate at which g must fall", Term::Kind::logarithmic, Term::Group::convergence, "lambda"},
        {"pull_f", "−∇f", "pull of the upper objective", Term::Kind::arrow, Term::Group::table},
        {"pull_g", "−λ∇g", "pull of the barrier", Term::Kind::arrow, Term::Group::table},
        {"direction", "−δ", "the direction of the step", Term::Kind::arrow, Term::Group::table},
        {"allowed", "⟨∇g, δ⟩ ≥ φ", "directions that the barrier allows", Term::Kind::halfSpace,
         Term::Group::table},
    };

    void parameters(Parameters& p) {
        using enum Parameters::Scale;
        p.real("gap_rate", a, {1e-4, 100}, logarithmic, "a", "barrier, by gap");
        p.real("gradient_rate", b, {1e-4, 100}, logarithmic, "b", "barrier, by gradient");
        p.real("lower_minimum", gMinimum, {-1e6, 1e6}, linear, "ĝ", "least value of g over x and y");
        p.real("step_size", xi, {1e-5, 10}, logarithmic, "ξ", "step size");
    }

    void step(Oracle& oracle, Point& z, Row& row) const {
        const Point gradF = oracle.f(z).gradient;
        const Value g = oracle.g(z);
        const double square = g.gradient.squaredNorm(), gap = g.value - gMinimum;
        const double phi = std::min(a * gap, b * square);
        const double lambda = square == 0 ? 0 : std::max(0.0, phi - gradF.dot(g.gradient)) / square;
        const Point direction = gradF + lambda * g.gradient;
        z = z - xi * direction;
        oracle.problem().project(z);

        row("q_hat", gap);
        row("lambda", lambda);
        row("phi", phi);
        row("step_norm", direction.norm());
        row("pull_f", -1.0 * gradF);
        row("pull_g", -lambda * g.gradient);
        row.arrow("direction", -1.0 * direction);
        row.halfSpace("allowed", g.gradient, phi, direction);
    }
};
static_assert(Stepper<Dbgd>);

}  // namespace

Algorithm dbgd() {
    return describe<Dbgd>({
        .id = "dbgd",
        .name = "DBGD",
        .family = Family::constraints,
        .summary =
            "BOME's barrier with g itself as the gap: f is minimised among the minimisers of g over x and y "
            "together.",
        .reference = "Gong, Liu, Liu: Automatic and Harmless Regularization with Constrained and Lexicographic "
                     "Optimization: A Dynamic Barrier Approach, NeurIPS 2021",
        .assumptions =
            "One level in two objectives: right for a bilevel problem only where min over y of g is the same "
            "for every x.",
        .failures = "Elsewhere x moves to lower g as well, which a bilevel problem does not ask. Where ĝ is below "
                    "the least value of g, λ grows without bound.",
        .rule =
            {{R"(\phi = \min\left(a (g - \hat g),\, b \lVert \nabla g \rVert^2\right))",
              {"phi", "gap_rate", "q_hat", "lower_minimum", "gradient_rate"}},
             {R"(\lambda = \max\left(0,\, \frac{\phi - \langle \nabla f, \nabla g \rangle}{\lVert \nabla g \rVert^2}\right))",
              {"lambda", "phi"}},
             {R"((x, y) \leftarrow (x, y) - \xi \delta,\quad \delta = \nabla f + \lambda \nabla g)",
              {"step_size", "step_norm", "pull_f", "pull_g"}}},
        .told = {{"lambda"}, {"q_hat", Told::As::change}, {"f", Told::As::change}},
    });
}

}  // namespace bilevel
