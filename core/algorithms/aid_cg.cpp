// Approximate implicit differentiation by conjugate gradients. F. Pedregosa: "Hyperparameter optimization with
// approximate gradient", ICML 2016; R. Grazzi et al.: "On the Iteration Complexity of Hypergradient Computation",
// ICML 2020.
//
//     y ← T steps on g(x, ·);   v ≈ H⁻¹∇y f by L steps of conjugate gradients;   ĥ = ∇x f − Jᵀ v

#include "core/algorithms/conjugate_gradients.h"
#include "core/algorithms/hypergradient_loop.h"

namespace bilevel {
namespace {

struct AidCg {
    HypergradientLoop loop;
    int L = 10;
    double tolerance = 1e-10;
    int solverStart = fromZero;

    enum SolverStart { fromZero, fromLast };
    static constexpr std::string_view solverStarts[]{"zero", "warm"};
    static constexpr std::string_view solverStartLabels[]{"from 0", "from the last v"};

    static constexpr Term terms[]{
        {"solver_steps", "L", "steps of conjugate gradients taken", Term::Kind::linear, Term::Group::norms},
        {"negative_curvature", "pᵀHp ≤ 0", "conjugate gradients broke off: H is not positive definite",
         Term::Kind::flag, Term::Group::norms},
    };

    void parameters(Parameters& p) {
        loop.parameters(p);
        p.integer("solver_steps", L, {1, 200}, "L", "steps of conjugate gradients");
        p.real("tolerance", tolerance, {0, 1}, Parameters::Scale::logarithmic, "tol", "residual to stop at");
        p.choice("solver_start", solverStart, solverStarts, solverStartLabels, "v₀", "start of the solver");
    }

    void begin(Oracle& oracle, const Point& z) {
        loop.begin(z);
        v = Vector::Zero(oracle.ny());
    }

    void step(Oracle& oracle, Point& z, Row& row) {
        loop.solveLower(oracle, z, row);
        const Point f = oracle.f(z).gradient;
        if (solverStart == fromZero) v.setZero();
        const Solved solved = conjugateGradients(oracle, z, f.y, v, L, tolerance);
        row("linear_residual", solved.residual);
        row("solver_steps", solved.steps);
        row("negative_curvature", solved.brokeOff ? 1 : 0);
        loop.moveUpper(oracle, z, f.x - oracle.jacobianVector(z, v), row);
    }

    Vector v;
};
static_assert(Stepper<AidCg>);

}  // namespace

Algorithm aid_cg() {
    return describe<AidCg>({
        .id = "aid_cg",
        .name = "AID-CG",
        .family = Family::hypergradients,
        .summary = "The hypergradient by implicit differentiation, its system solved by conjugate gradients.",
        .reference = "Pedregosa: Hyperparameter optimization with approximate gradient, ICML 2016",
        .assumptions = "g(x, ·) strongly convex.",
        .failures = "On an indefinite Hessian the solver breaks off; on a singular one v stays in its range.",
        .checked = Assumption::convex,
        .presets =
            {{"stocbio_code", "stocBiO repository", "JunjieYang97/stocBiO: L = 3", {{"solver_steps", 3.0}}}},
        .rule = HypergradientLoop::rule(
            {{R"(H v \approx \nabla_y f\quad L\text{ steps of conjugate gradients from }0\text{ or until }\lVert H v - \nabla_y f \rVert \le \text{tol})",
              {"solver_steps", "linear_residual", "tolerance"},
              {{"solver_start", "zero"}}},
             {R"(H v \approx \nabla_y f\quad L\text{ steps of conjugate gradients from }\text{the last }v\text{ or until }\lVert H v - \nabla_y f \rVert \le \text{tol})",
              {"solver_steps", "linear_residual", "tolerance"},
              {{"solver_start", "warm"}}},
             {R"(\hat h = \nabla_x f - J^\top v,\quad H = \nabla_{yy}^2 g,\quad J = \nabla_{yx}^2 g)",
              {"hypergradient", "hypergradient_norm"}}}),
        .told = {{"negative_curvature"},
                 {"hypergradient_norm", Told::As::change},
                 {"linear_residual"},
                 {"f", Told::As::change}},
    });
}

}  // namespace bilevel
