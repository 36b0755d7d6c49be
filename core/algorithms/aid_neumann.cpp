// Approximate implicit differentiation by a Neumann series. J. Lorraine, P. Vicol, D. Duvenaud: "Optimizing
// Millions of Hyperparameters by Implicit Differentiation", AISTATS 2020.
//
//     y ← T steps on g(x, ·);   v = α Σ (I − αH)ⁱ ∇y f,  i = 0 … L;   ĥ = ∇x f − Jᵀ v

#include "core/algorithms/hypergradient_loop.h"
#include "core/algorithms/neumann_sum.h"

namespace bilevel {
namespace {

struct AidNeumann {
    HypergradientLoop loop;
    int L = 10;

    void parameters(Parameters& p) {
        loop.parameters(p);
        p.integer("solver_steps", L, {0, 200}, "L", "terms after the first");
    }

    void begin(Oracle& /*oracle*/, const Point& z) { loop.begin(z); }

    void step(Oracle& oracle, Point& z, Row& row) {
        const double alpha = loop.solveLower(oracle, z, row);
        const Point f = oracle.f(z).gradient;
        const NeumannSum v = neumannSum(oracle, z, f.y, alpha, L);
        row("linear_residual", v.residual);
        loop.moveUpper(oracle, z, f.x - oracle.jacobianVector(z, v.sum), row);
    }
};
static_assert(Stepper<AidNeumann>);

}  // namespace

Algorithm aid_neumann() {
    return describe<AidNeumann>({
        .id = "aid_neumann",
        .name = "AID-Neumann",
        .family = Family::hypergradients,
        .summary = "The hypergradient by implicit differentiation, the inverse Hessian by a Neumann series.",
        .reference = "Lorraine, Vicol, Duvenaud: Optimizing Millions of Hyperparameters, AISTATS 2020",
        .assumptions = "g(x, ·) strongly convex, and a lower step below 2/L_g.",
        .failures = "A lower step above 2/L_g makes the series diverge; few terms leave a bias.",
        .checked = Assumption::convex,
        .rule = HypergradientLoop::rule(
            {{R"(v = \alpha \sum_{i=0}^{L} (I - \alpha H)^i \nabla_y f,\quad H = \nabla_{yy}^2 g)",
              {"solver_steps", "linear_residual"}},
             {R"(\hat h = \nabla_x f - J^\top v,\quad J = \nabla_{yx}^2 g)",
              {"hypergradient", "hypergradient_norm"}}}),
        .told = {{"hypergradient_norm", Told::As::change}, {"linear_residual"}, {"f", Told::As::change}},
    });
}

}  // namespace bilevel
