// GALET. Q. Xiao, S. Lu, T. Chen: "A Generalized Alternating Method for Bilevel Learning under the
// Polyak–Łojasiewicz Condition", NeurIPS 2023, Algorithm 1.
//
//     y ← N steps of size β on g(x, ·), from where y was
//     w ← w − ρ H (Hw + ∇y f)   T times: descends ½ ‖Hw + ∇y f‖², also where H is singular
//     x ← x − α (∇x f + Jᵀw)

#include "core/algorithms/algorithm.h"
#include "core/algorithms/hypergradient.h"

namespace bilevel {
namespace {

struct Galet {
    int N = 1, T = 1;
    LowerStep beta{0.1};
    double rho = 0.1, alpha = 0.1;
    int solverStart = warm;

    enum Start { warm, zero };
    static constexpr std::string_view starts[]{"warm", "zero"};
    static constexpr std::string_view startLabels[]{"from the last w", "from 0"};

    static constexpr Term terms[]{
        {"normal_residual", "‖H(Hw + ∇ᵧf)‖", "gradient of ½‖Hw + ∇ᵧf‖², which w descends", Term::Kind::logarithmic,
         Term::Group::norms, "linear_residual"},
    };

    void parameters(Parameters& p) {
        using enum Parameters::Scale;
        p.integer("inner_steps", N, {1, 200}, "N", "inner steps");
        p.lowerStep("lower_step_size", beta, {1e-5, 10}, "β", "lower step size");
        p.integer("solver_steps", T, {1, 200}, "T", "steps of w");
        p.real("solver_step_size", rho, {1e-5, 10}, logarithmic, "ρ", "step size of w, below 2/L_g²");
        p.real("upper_step_size", alpha, {1e-5, 10}, logarithmic, "α", "upper step size");
        p.choice("solver_start", solverStart, starts, startLabels, "w₀", "start of the solver");
    }

    void begin(Oracle& oracle, const Point& /*z*/) { w = Vector::Zero(oracle.ny()); }

    void step(Oracle& oracle, Point& z, Row& row) {
        descendLower(oracle, z.x, z.y, beta(oracle, z), N, row.lowerPath("lower_path"));
        const Point gradF = oracle.f(z).gradient;
        Vector residual, normal;
        if (solverStart == zero) w.setZero();
        for (int t = 0; t < T; ++t) {
            residual = oracle.hessianVector(z, w) + gradF.y;
            normal = oracle.hessianVector(z, residual);
            w -= rho * normal;
        }
        const Vector hypergradient = gradF.x + oracle.jacobianVector(z, w);
        followHypergradient(oracle, z, alpha, hypergradient, row);
        row("linear_residual", residual.norm());  // both before the last step: no product more than needed
        row("normal_residual", normal.norm());
    }

    Vector w;  ///< ≈ −H⁺ ∇y f
};
static_assert(Stepper<Galet>);

}  // namespace

Algorithm galet() {
    return describe<Galet>({
        .id = "galet",
        .name = "GALET",
        .family = Family::penalties,
        .summary = "Alternates y, the normal equations behind the hypergradient, and x; a singular Hessian is no "
                   "obstacle.",
        .reference = "Xiao, Lu, Chen: A Generalized Alternating Method for Bilevel Learning under the "
                     "Polyak–Łojasiewicz Condition, NeurIPS 2023",
        .assumptions = "g(x, ·) satisfies a Polyak–Łojasiewicz inequality; ρ < 2/L_g².",
        .failures =
            "Where the lower solution is not unique, x sees only the part of y that g determines: the free part "
            "never moves. The normal equations square the condition number.",
        .rule =
            {{R"(y \leftarrow y - \beta \nabla_y g(x, y)\quad N\text{ times})",
              {"lower_step_size", "inner_steps", "lower_residual"}},
             {R"(w \leftarrow w - \rho H (H w + \nabla_y f)\quad T\text{ times from }\text{the last }w,\quad H = \nabla_{yy}^2 g)",
              {"solver_step_size", "normal_residual", "linear_residual", "solver_steps"},
              {{"solver_start", "warm"}}},
             {R"(w \leftarrow w - \rho H (H w + \nabla_y f)\quad T\text{ times from }0,\quad H = \nabla_{yy}^2 g)",
              {"solver_step_size", "normal_residual", "linear_residual", "solver_steps"},
              {{"solver_start", "zero"}}},
             {R"(\hat h = \nabla_x f + J^\top w,\quad J = \nabla_{yx}^2 g)",
              {"hypergradient", "hypergradient_norm"}},
             {R"(x \leftarrow x - \alpha \hat h)", {"upper_step_size"}}},
        .told = {{"hypergradient_norm", Told::As::change}, {"normal_residual"}, {"f", Told::As::change}},
    });
}

}  // namespace bilevel
