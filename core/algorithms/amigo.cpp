// AmIGO with exact gradients. M. Arbel, J. Mairal: "Amortized Implicit Differentiation for Stochastic Bilevel
// Optimization", ICLR 2022, Algorithm 1.
//
//     y ← T steps of size α on g(x, ·), from where y was
//     v ← v − ρ (Hv − ∇y f)   L times, from where v was
//     x ← x − γ (∇x f − Jᵀv)

#include "core/algorithms/algorithm.h"
#include "core/algorithms/hypergradient.h"

namespace bilevel {
namespace {

struct Amigo {
    int T = 10, L = 10;
    LowerStep alpha{0.1}, rho{0.1};
    double gamma = 0.1;
    int solverStart = warm;

    enum Start { warm, zero };
    static constexpr std::string_view starts[]{"warm", "zero"};
    static constexpr std::string_view startLabels[]{"from the last v", "from 0"};

    static constexpr Term terms[]{
        {"solver_error", "‖v − v*‖", "distance of v from H⁻¹∇ᵧf, which it follows", Term::Kind::logarithmic,
         Term::Group::norms, "linear_residual"},
    };

    void parameters(Parameters& p) {
        using enum Parameters::Scale;
        p.integer("inner_steps", T, {1, 200}, "T", "inner steps");
        p.lowerStep("lower_step_size", alpha, {1e-5, 10}, "α", "lower step size");
        p.integer("solver_steps", L, {1, 200}, "L", "steps on the linear system");
        p.lowerStep("solver_step_size", rho, {1e-5, 10}, "ρ", "step size on the linear system");
        p.real("upper_step_size", gamma, {1e-5, 10}, logarithmic, "γ", "upper step size");
        p.choice("solver_start", solverStart, starts, startLabels, "v₀", "start of the solver");
    }

    void begin(Oracle& oracle, const Point& /*z*/) { v = Vector::Zero(oracle.ny()); }

    void step(Oracle& oracle, Point& z, Row& row) {
        descendLower(oracle, z.x, z.y, alpha(oracle, z), T, row.lowerPath("lower_path"));
        const Point gradF = oracle.f(z).gradient;
        const double size = rho(oracle, z);
        Vector residual;
        if (solverStart == zero) v.setZero();
        for (int l = 0; l < L; ++l) {
            residual = oracle.hessianVector(z, v) - gradF.y;
            v -= size * residual;
        }
        const Vector hypergradient = gradF.x - oracle.jacobianVector(z, v);
        recordSolverError(oracle, z, v, gradF.y, row);
        followHypergradient(oracle, z, gamma, hypergradient, row);
        row("linear_residual", residual.norm());  // before the last of the L steps: no product more than needed
    }

    Vector v;  ///< ≈ H⁻¹ ∇y f
};
static_assert(Stepper<Amigo>);

}  // namespace

Algorithm amigo() {
    return describe<Amigo>({
        .id = "amigo",
        .name = "AmIGO",
        .family = Family::loops,
        .summary =
            "Two loops that both start where they last ended: y on g, and v on the linear system behind the "
            "hypergradient.",
        .reference =
            "Arbel, Mairal: Amortized Implicit Differentiation for Stochastic Bilevel Optimization, ICLR 2022",
        .assumptions = "g(x, ·) strongly convex; ρ < 2/L_g. The noise of the paper is off: gradients are exact.",
        .failures = "With v from zero each time, few steps L bias the hypergradient. Where ∇²yy g is singular, v "
                    "drifts along its kernel.",
        .checked = Assumption::convex,
        .rule =
            {{R"(y \leftarrow y - \alpha \nabla_y g(x, y)\quad T\text{ times})",
              {"lower_step_size", "inner_steps", "lower_residual"}},
             {R"(v \leftarrow v - \rho (H v - \nabla_y f)\quad L\text{ times from }\text{the last }v,\quad H = \nabla_{yy}^2 g)",
              {"solver_step_size", "linear_residual", "solver_steps"},
              {{"solver_start", "warm"}}},
             {R"(v \leftarrow v - \rho (H v - \nabla_y f)\quad L\text{ times from }0,\quad H = \nabla_{yy}^2 g)",
              {"solver_step_size", "linear_residual", "solver_steps"},
              {{"solver_start", "zero"}}},
             {R"(\hat h = \nabla_x f - J^\top v,\quad J = \nabla_{yx}^2 g)",
              {"hypergradient", "hypergradient_norm"}},
             {R"(x \leftarrow x - \gamma \hat h)", {"upper_step_size"}}},
        .told = {{"hypergradient_norm", Told::As::change}, {"linear_residual"}, {"f", Told::As::change}},
    });
}

}  // namespace bilevel
