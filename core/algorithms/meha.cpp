// MEHA. R. Liu, Z. Liu, W. Yao, S. Zeng, J. Zhang: "Moreau Envelope for Nonconvex Bi-Level Optimization: A
// Single-loop and Hessian-free Solution Strategy", ICML 2024, Algorithm 1.
//
//     θ ← θ − η (∇y g(x, θ) + (θ − y)/γ)
//     x ← x − α (∇x f(x, y)/c + ∇x g(x, y) − ∇x g(x, θ))
//     y ← y − β (∇y f/c + ∇y g(x⁺, y) − (y − θ)/γ),   x⁺ the new x, ∇y f at the old
//
// with c = c₀ (k + 1)^p: θ minimises g(x, ·) + ‖· − y‖²/2γ, whose least value is the Moreau envelope.

#include "core/algorithms/algorithm.h"

#include <cmath>

namespace bilevel {
namespace {

struct Meha {
    double alpha = 0.1, beta = 0.1;
    LowerStep eta{0.1};
    double gamma = 10;
    double c0 = 1, p = 0.3;

    static constexpr Term terms[]{
        {"penalty", "c", "how much the Moreau gap outweighs f", Term::Kind::logarithmic, Term::Group::convergence},
        {"tracker_distance", "‖y − θ‖", "distance of y from its proximal point", Term::Kind::logarithmic,
         Term::Group::norms},
        {"tracker", "θ", "proximal point of y", Term::Kind::point, Term::Group::table},
        {"pull_f", "−∇f/c", "pull of the upper objective", Term::Kind::arrow, Term::Group::table},
        {"pull_q", "−∇q", "pull of the Moreau gap; along y at the new x", Term::Kind::arrow, Term::Group::table},
        {"direction", "−δ", "the direction of the step", Term::Kind::arrow, Term::Group::table},
    };

    void parameters(Parameters& all) {
        using enum Parameters::Scale;
        all.real("upper_step_size", alpha, {1e-5, 10}, logarithmic, "α", "upper step size");
        all.real("lower_step_size", beta, {1e-5, 10}, logarithmic, "β", "lower step size");
        all.lowerStep("inner_step_size", eta, {1e-5, 10}, "η", "step size of θ");
        all.real("proximal", gamma, {1e-3, 1e3}, logarithmic, "γ", "width of the Moreau envelope");
        all.real("penalty_start", c0, {1e-3, 1e6}, logarithmic, "c₀", "penalty to begin with");
        all.real("penalty_growth", p, {0, 1}, linear, "p", "penalty grows as (k+1)^p");
    }

    void begin(Oracle& /*oracle*/, const Point& z) { theta = z.y; }

    void step(Oracle& oracle, Point& z, Row& row) {
        const double c = c0 * std::pow(++k, p);
        theta -= eta(oracle, z) * (oracle.gradientYG(z.x, theta) + (theta - z.y) / gamma);
        oracle.problem().projectLower(theta);

        const Point gradF = oracle.f(z).gradient;
        const Value g = oracle.g(z), gTheta = oracle.g({z.x, theta});
        const Vector apart = z.y - theta;
        row("q_hat", g.value - gTheta.value - apart.squaredNorm() / (2 * gamma));
        row("penalty", c);
        row("tracker_distance", apart.norm());
        row.lower("tracker", theta);

        z.x -= alpha * (gradF.x / c + g.gradient.x - gTheta.gradient.x);
        oracle.problem().project(z);
        const Vector gradYG = oracle.gradientYG(z.x, z.y);
        z.y -= beta * (gradF.y / c + gradYG - apart / gamma);
        oracle.problem().project(z);

        const Point pullF = -1 / c * gradF, pullQ{gTheta.gradient.x - g.gradient.x, apart / gamma - gradYG};
        row.arrow("pull_f", pullF);
        row.arrow("pull_q", pullQ);
        row.arrow("direction", pullF + pullQ);
    }

    Vector theta;
    double k = 0;
};
static_assert(Stepper<Meha>);

}  // namespace

Algorithm meha() {
    return describe<Meha>({
        .id = "meha",
        .name = "MEHA",
        .family = Family::penalties,
        .summary = "Single loop without Hessians: f is weighed against the gap between g and its Moreau envelope.",
        .reference = "Liu, Liu, Yao, Zeng, Zhang: Moreau Envelope for Nonconvex Bi-Level Optimization, ICML 2024",
        .assumptions =
            "Gradients of f and g only; g(x, ·) may be non-convex as long as 1/γ exceeds its weak convexity.",
        .failures = "The bias falls only as fast as 1/c grows: a long, slow tail.",
        .rule =
            {{R"(c = c_0 (k + 1)^p)", {"penalty", "penalty_start", "penalty_growth"}},
             {R"(\theta \leftarrow \theta - \eta \left(\nabla_y g(x, \theta) + \frac{1}{\gamma} (\theta - y)\right))",
              {"tracker", "inner_step_size", "proximal", "tracker_distance"}},
             {R"(x \leftarrow x - \alpha \left(\frac{1}{c} \nabla_x f + \nabla_x g(x, y) - \nabla_x g(x, \theta)\right))",
              {"upper_step_size", "penalty"}},
             {R"(y \leftarrow y - \beta \left(\frac{1}{c} \nabla_y f + \nabla_y g(x, y) - \frac{1}{\gamma} (y - \theta)\right)\quad\nabla_y g\text{ at the new }x)",
              {"lower_step_size", "penalty", "proximal"}},
             {R"(\hat q = g(x, y) - g(x, \theta) - \frac{1}{2 \gamma} \lVert y - \theta \rVert^2)",
              {"q_hat", "tracker_distance"}}},
        .told = {{"penalty"}, {"q_hat", Told::As::change}, {"tracker_distance"}},
    });
}

}  // namespace bilevel
