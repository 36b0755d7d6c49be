// HOAG. F. Pedregosa: "Hyperparameter optimization with approximate gradient", ICML 2016: both solves only as
// accurate as the iteration deserves.
//
//     y ← steps on g(x, ·) until ‖∇y g‖ ≤ ε_k;   v by conjugate gradients until ‖Hv − ∇y f‖ ≤ ε_k;
//     ĥ = ∇x f − Jᵀ v,   ε_k = ε₀ dᵏ

#include "core/algorithms/conjugate_gradients.h"
#include "core/algorithms/hypergradient_loop.h"

namespace bilevel {
namespace {

struct Hoag {
    HypergradientLoop loop{200};
    int L = 100;
    double epsilon = 0.1, decay = 0.9;

    static constexpr Term terms[]{
        {"tolerance", "εₖ", "accuracy asked of both solves", Term::Kind::logarithmic, Term::Group::convergence},
        {"inner_steps", "T", "inner steps taken", Term::Kind::linear, Term::Group::norms},
        {"solver_steps", "L", "steps of conjugate gradients taken", Term::Kind::linear, Term::Group::norms},
    };

    void parameters(Parameters& p) {
        using enum Parameters::Scale;
        loop.parameters(p);
        p.integer("solver_steps", L, {1, 200}, "L", "most steps of conjugate gradients");
        p.real("tolerance", epsilon, {1e-12, 10}, logarithmic, "ε₀", "first tolerance");
        p.real("decay", decay, {0.1, 1}, linear, "d", "decay of the tolerance");
    }
    void begin(Oracle& oracle, const Point& z) {
        loop.begin(z);
        v = Vector::Zero(oracle.ny());
    }

    void step(Oracle& oracle, Point& z, Row& row) {
        const double alpha = loop.prepare(oracle, z);
        int steps = 0;
        for (Vector gradYG = oracle.gradientYG(z.x, z.y); steps < loop.T && gradYG.norm() > epsilon;
             ++steps, gradYG = oracle.gradientYG(z.x, z.y)) {
            z.y -= alpha * gradYG;
            oracle.problem().projectLower(z.y);
        }
        const Point f = oracle.f(z).gradient;
        const Solved solved = conjugateGradients(oracle, z, f.y, v, L, epsilon);
        row("tolerance", epsilon);
        row("inner_steps", steps);
        row("solver_steps", solved.steps);
        row("linear_residual", solved.residual);
        loop.moveUpper(oracle, z, f.x - oracle.jacobianVector(z, v), row);
        epsilon *= decay;
    }

    Vector v;
};
static_assert(Stepper<Hoag>);

}  // namespace

Algorithm hoag() {
    return describe<Hoag>({
        .id = "hoag",
        .name = "HOAG",
        .family = Family::hypergradients,
        .summary = "Implicit differentiation with both solves as accurate as the iteration deserves.",
        .reference = "Pedregosa: Hyperparameter optimization with approximate gradient, ICML 2016",
        .assumptions = "g(x, ·) strongly convex.",
        .failures = "As ε_k falls below rounding, every iteration takes all the inner steps it may.",
        .checked = Assumption::convex,
        .rule =
            {{R"(\varepsilon_k = \varepsilon_0 d^k)", {"tolerance", "decay"}},
             {R"(y \leftarrow y - \alpha \nabla_y g(x, y)\quad\text{until }\lVert \nabla_y g \rVert \le \varepsilon_k,\text{ at most }T\text{ times})",
              {"lower_step_size", "inner_steps", "lower_residual"},
              {{"lower_start", "warm"}}},
             {R"(y \leftarrow y - \alpha \nabla_y g(x, y)\quad\text{until }\lVert \nabla_y g \rVert \le \varepsilon_k,\text{ at most }T\text{ times from the first }y)",
              {"lower_step_size", "inner_steps", "lower_residual"},
              {{"lower_start", "cold"}}},
             {R"(H v \approx \nabla_y f\quad\text{by conjugate gradients until }\lVert H v - \nabla_y f \rVert \le \varepsilon_k)",
              {"solver_steps", "linear_residual"}},
             {R"(\hat h = \nabla_x f - J^\top v,\quad H = \nabla_{yy}^2 g,\quad J = \nabla_{yx}^2 g)",
              {"hypergradient", "hypergradient_norm"}},
             {R"(x \leftarrow x - \xi_x \hat h)", {"upper_step_size"}}},
        .told = {{"inner_steps"}, {"solver_steps"}, {"hypergradient_norm", Told::As::change}},
    });
}

}  // namespace bilevel
