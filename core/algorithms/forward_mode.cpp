// Iterative differentiation in forward mode. L. Franceschi, M. Donini, P. Frasconi, M. Pontil: "Forward and
// Reverse Gradient-Based Hyperparameter Optimization", ICML 2017.
//
//     Z₀ = 0;   at every inner step:  Z ← Z − α (H Z + J),  then y ← y − α ∇y g;   ĥ = ∇x f + Zᵀ∇y f

#include "core/algorithms/hypergradient_loop.h"
#include "core/algorithms/lower_hessian.h"

namespace bilevel {
namespace {

struct ForwardMode {
    HypergradientLoop loop;

    static constexpr Term terms[]{
        {"sensitivity_norm", "‖Z‖", "size of dy/dx as the inner steps see it", Term::Kind::logarithmic,
         Term::Group::norms},
    };

    void parameters(Parameters& p) { loop.parameters(p); }
    void begin(Oracle& /*oracle*/, const Point& z) { loop.begin(z); }

    void step(Oracle& oracle, Point& z, Row& row) {
        const double alpha = loop.prepare(oracle, z);
        const Visited visited = row.lowerPath("lower_path");
        if (visited != nullptr) visited->push_back(z.y);
        Matrix Z = Matrix::Zero(oracle.ny(), oracle.nx());
        for (int t = 0; t < loop.T; ++t) {
            const Matrix J = lowerJacobian(oracle, z);
            for (int i = 0; i < oracle.nx(); ++i) {
                const Vector column = Z.col(i);
                Z.col(i) -= alpha * (oracle.hessianVector(z, column) + J.col(i));
            }
            z.y -= alpha * oracle.gradientYG(z.x, z.y);
            const Vector wanted = z.y;
            oracle.problem().projectLower(z.y);
            for (int j = 0; j < oracle.ny(); ++j)
                if (z.y[j] != wanted[j]) Z.row(j).setZero();  // a bound does not give way
            if (visited != nullptr) visited->push_back(z.y);
        }
        const Point f = oracle.f(z).gradient;
        row("sensitivity_norm", Z.norm());
        loop.moveUpper(oracle, z, f.x + Z.transpose() * f.y, row);
    }
};
static_assert(Stepper<ForwardMode>);

}  // namespace

Algorithm forward_mode() {
    return describe<ForwardMode>({
        .id = "forward_mode",
        .name = "ITD, forward",
        .family = Family::hypergradients,
        .summary = "Differentiates through all inner steps while they are taken.",
        .reference = "Franceschi, Donini, Frasconi, Pontil: Forward and Reverse Gradient-Based Hyperparameter "
                     "Optimization, ICML 2017",
        .assumptions = "g(x, ·) strongly convex, and a lower step below 2/L_g.",
        .failures = "Its products grow with the number of upper variables; otherwise as reverse mode.",
        .checked = Assumption::convex,
        .rule =
            {{R"(Z \leftarrow Z - \alpha (H Z + J),\quad y \leftarrow y - \alpha \nabla_y g(x, y)\quad T\text{ times from }Z = 0)",
              {"sensitivity_norm", "lower_step_size", "inner_steps"},
              {{"lower_start", "warm"}}},
             {R"(Z \leftarrow Z - \alpha (H Z + J),\quad y \leftarrow y - \alpha \nabla_y g(x, y)\quad T\text{ times from }Z = 0\text{ and the first }y)",
              {"sensitivity_norm", "lower_step_size", "inner_steps"},
              {{"lower_start", "cold"}}},
             {R"(\hat h = \nabla_x f + Z^\top \nabla_y f,\quad H = \nabla_{yy}^2 g,\quad J = \nabla_{yx}^2 g)",
              {"hypergradient", "hypergradient_norm"}},
             {R"(x \leftarrow x - \xi_x \hat h)", {"upper_step_size"}}},
        .told = {{"hypergradient_norm", Told::As::change}, {"sensitivity_norm"}, {"f", Told::As::change}},
    });
}

}  // namespace bilevel
