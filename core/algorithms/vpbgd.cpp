// V-PBGD. H. Shen, T. Chen: "On Penalty-based Bilevel Gradient Descent Method", ICML 2023, Algorithm 1.
//
//     ω ← T steps of size β on g(x, ·), from where ω was
//     x ← x − αx (∇x f + γ (∇x g(x, y) − ∇x g(x, ω))),   y ← y − αy (∇y f + γ ∇y g(x, y))   at once
//
// The penalty γ may rise to its value along a ramp. The authors divide the step sizes by γ where γ > 1.

#include "core/algorithms/algorithm.h"
#include "core/record/in_words.h"

#include <algorithm>

namespace bilevel {
namespace {

struct Vpbgd {
    double gamma = 10;
    int T = 1;
    LowerStep beta{0.1};
    double alphaX = 0.1, alphaY = 0.1;
    double gammaStart = 0;
    int ramp = 0;
    double tolerance = 1e-5;

    static constexpr Term terms[]{
        {"gamma", "γ", "penalty", Term::Kind::logarithmic, Term::Group::convergence},
        {"projected_gradient", "‖Δ/α‖",
         "the move, divided by the step sizes: 0 at a solution of the penalised problem", Term::Kind::logarithmic,
         Term::Group::norms},
        {"tracker", "ω", "follows y*(x)", Term::Kind::point, Term::Group::table},
        {"pull_f", "−∇f", "pull of the upper objective", Term::Kind::arrow, Term::Group::table},
        {"pull_q", "−γ∇q̂", "pull of the penalty", Term::Kind::arrow, Term::Group::table},
        {"direction", "−δ", "the direction of the step", Term::Kind::arrow, Term::Group::table},
        {"tracker_path", "ω⁰ … ωᵀ", "steps of ω on g(x, ·)", Term::Kind::path, Term::Group::table},
    };

    void parameters(Parameters& p) {
        using enum Parameters::Scale;
        p.real("penalty", gamma, {0.01, 1e6}, logarithmic, "γ", "penalty");
        p.integer("inner_steps", T, {1, 200}, "T", "steps of ω");
        p.lowerStep("inner_step_size", beta, {1e-5, 10}, "β", "step size of ω");
        p.real("upper_step_size", alphaX, {1e-5, 10}, logarithmic, "αx", "upper step size, times max(γ, 1)");
        p.real("lower_step_size", alphaY, {1e-5, 10}, logarithmic, "αy", "lower step size, times max(γ, 1)");
        p.integer("penalty_ramp", ramp, {0, 1000000}, "K", "iterations over which γ rises");
        p.real("penalty_start", gammaStart, {0, 1e6}, logarithmic, "γ₀", "penalty at the foot of the ramp");
        p.real("tolerance", tolerance, {0, 1}, logarithmic, "tol", "ends the run where ‖Δ/α‖ is below; 0: never");
    }

    void begin(Oracle& /*oracle*/, const Point& z) { omega = z.y; }

    void step(Oracle& oracle, Point& z, Row& row) {
        descendLower(oracle, z.x, omega, beta(oracle, z), T, row.lowerPath("tracker_path"));
        const double gammaK = k < ramp ? gammaStart + (gamma - gammaStart) * k / ramp : gamma;
        const double shrink = 1 / std::max(gammaK, 1.0);
        const Point gradF = oracle.f(z).gradient;
        const Value g = oracle.g(z), gTracker = oracle.g({z.x, omega});
        const Point old = z;
        z.x -= shrink * alphaX * (gradF.x + gammaK * (g.gradient.x - gTracker.gradient.x));
        z.y -= shrink * alphaY * (gradF.y + gammaK * g.gradient.y);
        oracle.problem().project(z);
        ++k;

        row("q_hat", g.value - gTracker.value);
        row("gamma", gammaK);
        const Point move{(z.x - old.x) / (shrink * alphaX), (z.y - old.y) / (shrink * alphaY)};
        row("projected_gradient", move.norm());
        if (move.norm() <= tolerance && tolerance > 0 && k > ramp)
            row.converged("the projected gradient is " + inWords(move.norm()));
        const Point pullF = -shrink * gradF;
        const Point pullQ = -shrink * gammaK * Point{g.gradient.x - gTracker.gradient.x, g.gradient.y};
        row.arrow("pull_f", pullF);
        row.arrow("pull_q", pullQ);
        row.arrow("direction", pullF + pullQ);
        row.lower("tracker", omega);
    }

    Vector omega;
    int k = 0;
};
static_assert(Stepper<Vpbgd>);

}  // namespace

Algorithm vpbgd() {
    return describe<Vpbgd>({
        .id = "vpbgd",
        .name = "V-PBGD",
        .family = Family::penalties,
        .summary = "Gradient descent on f plus γ times the value gap, whose lower solution an iterate ω follows.",
        .reference = "Shen, Chen: On Penalty-based Bilevel Gradient Descent Method, ICML 2023",
        .assumptions =
            "Gradients of f and g only; g(x, ·) satisfies a Polyak–Łojasiewicz inequality. Its solution need "
            "not be unique.",
        .failures =
            "The end point is off by about 1/γ. Too small a γ settles in a different minimum; a large one makes "
            "the steps tiny and the problem stiff.",
        .presets = {{"toy",
                     "Toy script",
                     "Shen & Chen, V-PBGD/toy: ends where the projected gradient is 1e-5",
                     {{"tolerance", 1e-5}}},
                    {"hyper_cleaning",
                     "Hyper-cleaning",
                     "Shen & Chen, V-PBGD/data-hyper-cleaning: γ rises to 0.2 over 30 000 iterations",
                     {{"penalty", 0.2}, {"penalty_ramp", 30000.0}, {"inner_step_size", 0.01}}}},
        .rule =
            {{R"(\gamma\text{ rises from }\gamma_0\text{ over the first }K\text{ iterations})",
              {"gamma", "penalty_start", "penalty_ramp"},
              {{"penalty_ramp", ">0"}}},
             {R"(\omega \leftarrow \omega - \beta \nabla_y g(x, \omega)\quad T\text{ times})",
              {"tracker", "inner_step_size", "inner_steps"}},
             {R"(x \leftarrow x - \frac{\alpha_x}{\max(\gamma, 1)} \left(\nabla_x f + \gamma (\nabla_x g(x, y) - \nabla_x g(x, \omega))\right))",
              {"upper_step_size", "gamma", "projected_gradient"}},
             {R"(y \leftarrow y - \frac{\alpha_y}{\max(\gamma, 1)} \left(\nabla_y f + \gamma \nabla_y g(x, y)\right))",
              {"lower_step_size", "gamma", "q_hat"}}},
        .told = {{"q_hat", Told::As::change}, {"projected_gradient"}, {"f", Told::As::change}},
    });
}

}  // namespace bilevel
