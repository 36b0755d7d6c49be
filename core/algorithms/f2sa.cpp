// F²SA with exact gradients. J. Kwon, D. Kwon, S. Wright, R. Nowak: "A Fully First-Order Method for Stochastic
// Bilevel Optimization", ICML 2023, Algorithm 1.
//
//     ω ← ω − γk ∇y g(x, ω)               T times: follows y*(x)
//     y ← y − αk (∇y f + λk ∇y g)(x, y)   T times: follows argmin f + λk g
//     x ← x − ξk (∇x f(x, y) + λk (∇x g(x, y) − ∇x g(x, ω)))
//
// with αk = α (k + 1)^−a, γk = γ (k + 1)^−c, ξk = ξ (k + 1)^−b, and λk either γk / (2 αk), as the theory couples
// them, or raised by δ (k + 1)^−d after each iteration.

#include "core/algorithms/algorithm.h"
#include "core/algorithms/hypergradient.h"

#include <cmath>

namespace bilevel {
namespace {

struct F2sa {
    int T = 10;
    LowerStep gamma{0.1};
    double alpha = 0.01, xi = 0.01;
    double decayY = 1.0 / 3, decayTracker = 0, decayX = 1.0 / 3;
    int rule = coupled;
    double lambdaStart = 1, delta = 0.1, decayDelta = 0;

    enum Rule { coupled, raised };
    static constexpr std::string_view rules[]{"coupled", "raised"};
    static constexpr std::string_view ruleLabels[]{"λ = γk / (2 αk)", "λ ← λ + δk"};

    static constexpr Term terms[]{
        {"lambda", "λ", "multiplier of the lower objective", Term::Kind::logarithmic, Term::Group::convergence},
        {"tracker_distance", "‖y − ω‖", "distance between the two lower iterates; falls as 1/λ",
         Term::Kind::logarithmic, Term::Group::norms},
        {"tracker", "ω", "follows y*(x)", Term::Kind::point, Term::Group::table},
        {"pull_f", "−∇ₓf", "pull of the upper objective", Term::Kind::arrow, Term::Group::table},
        {"pull_q", "−λ∇ₓq", "pull of the penalty g(x, y) − g(x, ω)", Term::Kind::arrow, Term::Group::table},
        {"direction", "−ĥ", "the direction of the upper step", Term::Kind::arrow, Term::Group::table},
        {"tracker_path", "ω⁰ … ωᵀ", "steps of ω on g(x, ·)", Term::Kind::path, Term::Group::table},
        {"penalised_path", "y⁰ … yᵀ", "steps of y on f + λg", Term::Kind::path, Term::Group::table},
    };

    void parameters(Parameters& p) {
        using enum Parameters::Scale;
        p.integer("inner_steps", T, {1, 200}, "T", "inner steps, of ω and of y");
        p.lowerStep("inner_step_size", gamma, {1e-5, 10}, "γ", "step size of ω");
        p.real("lower_step_size", alpha, {1e-5, 10}, logarithmic, "α", "lower step size");
        p.real("upper_step_size", xi, {1e-5, 10}, logarithmic, "ξ", "upper step size");
        p.real("inner_decay", decayTracker, {0, 1}, linear, "c", "γ falls as (k+1)^−c");
        p.real("lower_decay", decayY, {0, 1}, linear, "a", "α falls as (k+1)^−a");
        p.real("upper_decay", decayX, {0, 1}, linear, "b", "ξ falls as (k+1)^−b");
        p.choice("multiplier", rule, rules, ruleLabels, "λ", "multiplier");
        p.real("multiplier_start", lambdaStart, {1e-3, 1e6}, logarithmic, "λ₀", "multiplier to begin with");
        p.real("multiplier_increment", delta, {0, 100}, logarithmic, "δ", "raises λ");
        p.real("increment_decay", decayDelta, {0, 1}, linear, "d", "δ falls as (k+1)^−d");
    }

    void begin(Oracle& /*oracle*/, const Point& z) {
        omega = z.y;
        lambda = lambdaStart;
    }

    void step(Oracle& oracle, Point& z, Row& row) {
        ++k;
        const double gammaK = gamma(oracle, z) * std::pow(k, -decayTracker), alphaK = alpha * std::pow(k, -decayY);
        if (rule == coupled) lambda = gammaK / (2 * alphaK);

        descendLower(oracle, z.x, omega, gammaK, T, row.lowerPath("tracker_path"));
        const Visited visited = row.lowerPath("penalised_path");
        if (visited != nullptr) visited->push_back(z.y);
        for (int t = 0; t < T; ++t) {
            z.y -= alphaK * (oracle.f(z).gradient.y + lambda * oracle.gradientYG(z.x, z.y));
            oracle.problem().projectLower(z.y);
            if (visited != nullptr) visited->push_back(z.y);
        }
        const Value g = oracle.g(z), gTracker = oracle.g({z.x, omega});
        const Vector gradXF = oracle.f(z).gradient.x;
        const Vector hypergradient = gradXF + lambda * (g.gradient.x - gTracker.gradient.x);
        row("q_hat", g.value - gTracker.value);
        row("lambda", lambda);
        recordHypergradient(row, hypergradient);
        row("tracker_distance", (z.y - omega).norm());
        row.lower("tracker", omega);
        const Vector still = Vector::Zero(oracle.ny());
        row.arrow("pull_f", {-gradXF, still});
        row.arrow("pull_q", {gradXF - hypergradient, still});
        row.arrow("direction", {-hypergradient, still});

        z.x -= xi * std::pow(k, -decayX) * hypergradient;
        oracle.problem().project(z);
        if (rule == raised) lambda += delta * std::pow(k, -decayDelta);
    }

    Vector omega;
    double k = 0, lambda = 0;
};
static_assert(Stepper<F2sa>);

}  // namespace

Algorithm f2sa() {
    const std::string_view paper = "Kwon et al. 2023, exponents of the step sizes";
    return describe<F2sa>({
        .id = "f2sa",
        .name = "F²SA",
        .family = Family::penalties,
        .summary =
            "Two lower iterates, one for g and one for f + λg with λ growing; the difference of their gradients "
            "stands in for the hypergradient.",
        .reference =
            "Kwon, Kwon, Wright, Nowak: A Fully First-Order Method for Stochastic Bilevel Optimization, ICML "
            "2023",
        .assumptions =
            "Gradients of f and g only; g(x, ·) strongly convex, λ above 2 L_f/μ_g, α below 1/(L_f + λ L_g). "
            "The noise of the paper is off: gradients are exact.",
        .failures = "λ that grows too fast freezes x, or makes y diverge; too slow, and a bias of 1/λ stays.",
        .presets = {{"noise_in_f",
                     "Noise in f",
                     paper,
                     {{"lower_decay", 0.6}, {"inner_decay", 0.4}, {"upper_decay", 0.6}}},
                    {"noise_in_both",
                     "Noise in f and g",
                     paper,
                     {{"lower_decay", 5.0 / 7}, {"inner_decay", 4.0 / 7}, {"upper_decay", 5.0 / 7}}},
                    {"benchopt",
                     "benchopt",
                     "benchopt/benchmark_bilevel, solvers/f2sa.py",
                     {{"inner_step_size", 0.01},
                      {"lower_decay", 5.0 / 7},
                      {"inner_decay", 4.0 / 7},
                      {"upper_decay", 4.0 / 7},
                      {"multiplier", "raised"},
                      {"increment_decay", 1.0 / 7}}}},
        .rule =
            {{R"(\gamma_k = \gamma (k + 1)^{-c},\quad \alpha_k = \alpha (k + 1)^{-a},\quad \xi_k = \xi (k + 1)^{-b})",
              {"inner_step_size", "inner_decay", "lower_step_size", "lower_decay", "upper_step_size",
               "upper_decay"}},
             {R"(\lambda = \frac{\gamma_k}{2 \alpha_k})", {"lambda"}, {{"multiplier", "coupled"}}},
             {R"(\omega \leftarrow \omega - \gamma_k \nabla_y g(x, \omega)\quad T\text{ times})",
              {"tracker", "inner_steps"}},
             {R"(y \leftarrow y - \alpha_k (\nabla_y f(x, y) + \lambda \nabla_y g(x, y))\quad T\text{ times})",
              {"lambda", "inner_steps", "tracker_distance"}},
             {R"(\hat h = \nabla_x f(x, y) + \lambda (\nabla_x g(x, y) - \nabla_x g(x, \omega)))",
              {"hypergradient", "hypergradient_norm", "q_hat"}},
             {R"(x \leftarrow x - \xi_k \hat h)", {}, {{"multiplier", "coupled"}}},
             {R"(x \leftarrow x - \xi_k \hat h,\quad \lambda \leftarrow \lambda + \delta (k + 1)^{-d})",
              {"multiplier_increment", "increment_decay"},
              {{"multiplier", "raised"}}}},
        .told = {{"lambda"}, {"q_hat", Told::As::change}, {"tracker_distance"}},
    });
}

}  // namespace bilevel
