// T1–T2. J. Luketina, M. Berglund, K. Greff, T. Raiko: "Scalable Gradient-Based Tuning of Continuous
// Regularization Hyperparameters", ICML 2016: the inverse Hessian is taken to be αI.
//
//     y ← T steps on g(x, ·);   ĥ = ∇x f − α Jᵀ∇y f

#include "core/algorithms/hypergradient_loop.h"

namespace bilevel {
namespace {

struct T1T2 {
    HypergradientLoop loop;

    void parameters(Parameters& p) { loop.parameters(p); }
    void begin(Oracle& /*oracle*/, const Point& z) { loop.begin(z); }

    void step(Oracle& oracle, Point& z, Row& row) {
        const double alpha = loop.solveLower(oracle, z, row);
        const Point f = oracle.f(z).gradient;
        loop.moveUpper(oracle, z, f.x - alpha * oracle.jacobianVector(z, f.y), row);
    }
};
static_assert(Stepper<T1T2>);

}  // namespace

Algorithm t1_t2() {
    return describe<T1T2>({
        .id = "t1_t2",
        .name = "T1–T2",
        .family = Family::hypergradients,
        .summary = "A hypergradient in which the inverse Hessian is the lower step size times the identity.",
        .reference = "Luketina, Berglund, Greff, Raiko: Scalable Gradient-Based Tuning, ICML 2016",
        .assumptions = "∇²yy g close to a multiple 1/α of the identity.",
        .failures = "Strongly biased elsewhere: on a quadratic with eigenvalues 0.86 and 2.14 it ends 0.2 away.",
        .checked = Assumption::convex,
        .rule = HypergradientLoop::rule(
            {{R"(\hat h = \nabla_x f - \alpha J^\top \nabla_y f,\quad J = \nabla_{yx}^2 g)",
              {"hypergradient", "hypergradient_norm"}}}),
        .told = {{"hypergradient_norm", Told::As::change}, {"f", Told::As::change}},
    });
}

}  // namespace bilevel
