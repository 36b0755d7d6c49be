// Approximate implicit differentiation by fixed-point iteration. R. Grazzi, L. Franceschi, M. Pontil, S. Salzo:
// "On the Iteration Complexity of Hypergradient Computation", ICML 2020, for the map y ↦ y − α ∇y g:
//
//     y ← T steps on g(x, ·);   v ← (I − αH)v + ∇y f,  L times from 0;   ĥ = ∇x f − α Jᵀ v

#include "core/algorithms/hypergradient_loop.h"

namespace bilevel {
namespace {

struct AidFp {
    HypergradientLoop loop;
    int L = 10;
    double tolerance = 1e-10;

    static constexpr Term terms[]{
        {"solver_steps", "L", "fixed-point steps taken", Term::Kind::linear, Term::Group::norms},
    };

    void parameters(Parameters& p) {
        loop.parameters(p);
        p.integer("solver_steps", L, {1, 200}, "L", "fixed-point steps");
        p.real("tolerance", tolerance, {0, 1}, Parameters::Scale::logarithmic, "tol", "change of v to stop at");
    }

    void begin(Oracle& /*oracle*/, const Point& z) { loop.begin(z); }

    void step(Oracle& oracle, Point& z, Row& row) {
        const double alpha = loop.solveLower(oracle, z, row);
        const Point f = oracle.f(z).gradient;
        Vector v = Vector::Zero(oracle.ny());
        double change = f.y.norm();
        int steps = 0;
        for (; steps < L && change > tolerance; ++steps) {
            const Vector next = steps == 0 ? f.y : Vector(v - alpha * oracle.hessianVector(z, v) + f.y);
            change = (next - v).norm();
            v = next;
        }
        row("linear_residual", change);  // that of αv one step before: the change of v is its residual
        row("solver_steps", steps);
        loop.moveUpper(oracle, z, f.x - alpha * oracle.jacobianVector(z, v), row);
    }
};
static_assert(Stepper<AidFp>);

}  // namespace

Algorithm aid_fp() {
    return describe<AidFp>({
        .id = "aid_fp",
        .name = "AID-FP",
        .family = Family::hypergradients,
        .summary = "The hypergradient by implicit differentiation, its system solved by fixed-point iteration.",
        .reference =
            "Grazzi, Franceschi, Pontil, Salzo: Iteration Complexity of Hypergradient Computation, ICML 2020",
        .assumptions = "g(x, ·) strongly convex, and a lower step below 2/L_g.",
        .failures = "A lower step above 2/L_g makes v explode; few steps L leave a bias.",
        .checked = Assumption::convex,
        .rule = HypergradientLoop::rule(
            {{R"(v \leftarrow (I - \alpha H) v + \nabla_y f\quad L\text{ times from }0,\quad H = \nabla_{yy}^2 g)",
              {"solver_steps", "linear_residual", "tolerance"}},
             {R"(\hat h = \nabla_x f - \alpha J^\top v,\quad J = \nabla_{yx}^2 g)",
              {"hypergradient", "hypergradient_norm"}}}),
        .told = {{"hypergradient_norm", Told::As::change}, {"linear_residual"}, {"f", Told::As::change}},
    });
}

}  // namespace bilevel
