// Exact implicit differentiation: the hypergradient by the implicit function theorem, with a direct solve.
//
//     y ← T steps on g(x, ·);   ĥ = ∇x f − Jᵀ v,   H v = ∇y f

#include "core/algorithms/hypergradient_loop.h"
#include "core/algorithms/lower_hessian.h"

namespace bilevel {
namespace {

struct Implicit {
    HypergradientLoop loop;
    double ridge = 0;

    static constexpr Term terms[]{
        {"smallest_eigenvalue", "min eig H", "smallest eigenvalue of ∇²ᵧᵧg after the inner steps",
         Term::Kind::linear, Term::Group::norms},
    };

    void parameters(Parameters& p) {
        loop.parameters(p);
        p.real("ridge", ridge, {0, 1}, Parameters::Scale::logarithmic, "ρ", "added to the eigenvalues of H");
    }

    void begin(Oracle& /*oracle*/, const Point& z) { loop.begin(z); }

    void step(Oracle& oracle, Point& z, Row& row) {
        loop.solveLower(oracle, z, row);
        const Point f = oracle.f(z).gradient;
        const Matrix H = lowerHessian(oracle, z);
        const Vector v = solveSymmetric(H, f.y, ridge);
        row("linear_residual", (H * v - f.y).norm());
        row("smallest_eigenvalue", spectrum(H).smallest);
        loop.moveUpper(oracle, z, f.x - oracle.jacobianVector(z, v), row);
    }
};
static_assert(Stepper<Implicit>);

}  // namespace

Algorithm implicit() {
    return describe<Implicit>({
        .id = "implicit",
        .name = "Exact implicit",
        .family = Family::hypergradients,
        .summary = "The hypergradient by the implicit function theorem, its linear system solved exactly.",
        .reference = "Bengio: Gradient-based optimization of hyperparameters, Neural Computation 2000",
        .assumptions = "g(x, ·) strongly convex, or at least ∇²yy g invertible at its solution.",
        .failures =
            "With a singular Hessian the shortest v is taken, and lower variables that g leaves free never "
            "move; several lower minimisers are not told apart.",
        .checked = Assumption::invertible,
        .rule = HypergradientLoop::rule({{R"(H v = \nabla_y f,\quad H = \nabla_{yy}^2 g)",
                                          {"linear_residual", "smallest_eigenvalue"},
                                          {{"ridge", "0"}}},
                                         {R"((H + \rho I) v = \nabla_y f,\quad H = \nabla_{yy}^2 g)",
                                          {"linear_residual", "smallest_eigenvalue", "ridge"},
                                          {{"ridge", ">0"}}},
                                         {R"(\hat h = \nabla_x f - J^\top v,\quad J = \nabla_{yx}^2 g)",
                                          {"hypergradient", "hypergradient_norm"}}}),
        .told = {{"hypergradient_norm", Told::As::change}, {"linear_residual"}, {"f", Told::As::change}},
    });
}

}  // namespace bilevel
