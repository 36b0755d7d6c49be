// BVFSM. R. Liu, X. Liu, X. Yuan, S. Zeng, J. Zhang: "A Value-Function-based Interior-point Method for Non-convex
// Bi-level Optimization", ICML 2021; R. Liu, X. Liu, S. Zeng, J. Zhang, Y. Zhang: arXiv 2110.04974.
//
//     z ← z − α (∇y g(x, z) + 2 l2 ρ z)   T times, z persists;   W = g(x, z) + l2 ρ ‖z‖²
//
// The interior-point rule then lowers f + l2 ρ ‖y‖² − w ρ log(W + σ − g(x, y)), T steps in y and one in x, halving
// a step until the argument of the logarithm stays positive. The BOME authors' scripts have, in the place of that
// logarithm's slope 1/(W + σ − g), the weight 1/(W + σ), a penalty that never becomes a barrier:
//
//     y ← y − ξy (∇y f + (w ρ / (W + σ)) ∇y g + 2 l2 ρ y)
//     x ← x − ξx (∇x f − (w ρ / (W + σ)) (∇x g(x, z) − ∇x g(x, y)))

#include "core/algorithms/algorithm.h"

#include <cmath>

namespace bilevel {
namespace {

struct Bvfsm {
    int T = 10;
    LowerStep alpha{0.05};
    double xiY = 0.05, xiX = 0.05, l2 = 0.1, weight = 0.1;
    int decay = constant, rule = script;
    double sigma = 1e-4;

    enum Decay { constant, perIteration };
    static constexpr std::string_view decays[]{"constant", "per_iteration"};
    static constexpr std::string_view decayLabels[]{"ρ = 1/ln 1.1(N+1)", "ρ = 1/ln 1.1(k+1)"};
    enum Rule { script, barrier };
    static constexpr std::string_view rules[]{"script", "log_barrier"};
    static constexpr std::string_view ruleLabels[]{"penalty of the scripts", "logarithmic barrier"};
    static constexpr int mostHalvings = 60;

    static constexpr Term terms[]{
        {"smoothed_minimum", "W", "g(x, z) + l2 ρ ‖z‖², the lower value as the method sees it", Term::Kind::linear,
         Term::Group::barrier},
        {"slack", "W − g(x, y)", "below 0: y is worse than the method allows", Term::Kind::linear,
         Term::Group::barrier},
        {"barrier_weight", "w ρ / (W + σ)",
         "weight of g in the step; negative, it drives y away from the lower solution", Term::Kind::linear,
         Term::Group::barrier},
        {"reversed", "W + σ < 0", "the weight is negative: y is driven to where g is larger", Term::Kind::flag,
         Term::Group::barrier, "barrier_weight"},
        {"decay", "ρ", "decay of the regularisation", Term::Kind::logarithmic, Term::Group::barrier},
        {"inner", "z", "the method's own lower solution", Term::Kind::point, Term::Group::table},
        {"pull_f", "−∇ₓf", "pull of the upper objective", Term::Kind::arrow, Term::Group::table},
        {"pull_q", "−w∇ₓq", "pull of the barrier", Term::Kind::arrow, Term::Group::table},
        {"direction", "−d", "the direction of the upper step", Term::Kind::arrow, Term::Group::table},
        {"inner_path", "z⁰ … zᵀ", "steps of z on the regularised g(x, ·)", Term::Kind::path, Term::Group::table},
        {"penalised_path", "y⁰ … yᵀ", "steps of y on f and the barrier", Term::Kind::path, Term::Group::table},
    };

    void parameters(Parameters& p) {
        using enum Parameters::Scale;
        p.integer("inner_steps", T, {1, 200}, "T", "inner steps");
        p.lowerStep("inner_step_size", alpha, {1e-5, 10}, "α", "inner step size");
        p.real("lower_step_size", xiY, {1e-5, 10}, logarithmic, "ξy", "lower step size");
        p.real("upper_step_size", xiX, {1e-5, 10}, logarithmic, "ξx", "upper step size");
        p.real("l2", l2, {0, 10}, logarithmic, "l2", "regularisation");
        p.real("log_barrier", weight, {0, 10}, logarithmic, "w", "weight of the logarithm");
        p.choice("decay", decay, decays, decayLabels, "ρ", "decay");
        p.choice("rule", rule, rules, ruleLabels, "log", "barrier rule");
        p.real("sigma", sigma, {1e-12, 10}, logarithmic, "σ", "added to W");
    }

    void plan(int iterations) { length = iterations; }
    void begin(Oracle& /*oracle*/, const Point& start) { z = start.y; }

    void step(Oracle& oracle, Point& point, Row& row) {
        const double rho = 1 / std::log(1.1 * ((decay == constant ? length : k) + 1));
        ++k;
        const double size = alpha(oracle, point);
        const Visited innerPath = row.lowerPath("inner_path");
        if (innerPath != nullptr) innerPath->push_back(z);
        for (int t = 0; t < T; ++t) {
            z -= size * (oracle.gradientYG(point.x, z) + 2 * l2 * rho * z);
            oracle.problem().projectLower(z);
            if (innerPath != nullptr) innerPath->push_back(z);
        }
        const Value lowest = oracle.g({point.x, z});
        const Model model{lowest, lowest.value + l2 * rho * z.squaredNorm(), rho};
        if (rule == barrier) enter(oracle, point, model);
        const Visited path = row.lowerPath("penalised_path");
        if (path != nullptr) path->push_back(point.y);
        for (int t = 0; t < T; ++t) {
            const Value g = oracle.g(point);
            if (t == 0) record(row, model, g.value);
            const Vector d =
                oracle.f(point).gradient.y + pull(model, g.value) * g.gradient.y + 2 * l2 * rho * point.y;
            moveLower(oracle, point, d, model);
            if (path != nullptr) path->push_back(point.y);
        }
        const Value g = oracle.g(point);
        const Vector gradXF = oracle.f(point).gradient.x;
        const Vector d = gradXF - pull(model, g.value) * (lowest.gradient.x - g.gradient.x);
        moveUpper(oracle, point, d, model);
        row.lower("inner", z);
        const Vector still = Vector::Zero(oracle.ny());
        row.arrow("pull_f", {-gradXF, still});
        row.arrow("pull_q", {gradXF - d, still});
        row.arrow("direction", {-d, still});
    }

    /// What z says of the lower level at this x.
    struct Model {
        Value lowest;  ///< g at (x, z)
        double W, rho;
    };
    double room(const Model& model, double g) const { return model.W + sigma - g; }

    /// The factor of ∇y g: the slope of the logarithm, or what the scripts have in its place.
    double pull(const Model& model, double g) const {
        return weight * model.rho / (rule == barrier ? room(model, g) : model.W + sigma);
    }

    /// Outside, the logarithm has no value: y starts again from z, which is always inside.
    void enter(Oracle& oracle, Point& point, const Model& model) const {
        if (!(room(model, oracle.g(point).value) > 0)) point.y = z;
    }

    void moveLower(Oracle& oracle, Point& point, const Vector& d, const Model& model) const {
        const Vector from = point.y;
        double step = xiY;
        for (int halvings = 0; halvings <= mostHalvings; ++halvings, step /= 2) {
            point.y = from - step * d;
            oracle.problem().project(point);
            if (rule == script || room(model, oracle.g(point).value) > 0) return;
        }
        point.y = from;
    }

    void moveUpper(Oracle& oracle, Point& point, const Vector& d, const Model& model) const {
        const Vector from = point.x;
        double step = xiX;
        for (int halvings = 0; halvings <= mostHalvings; ++halvings, step /= 2) {
            point.x = from - step * d;
            oracle.problem().project(point);
            if (rule == script) return;
            const double W = oracle.g({point.x, z}).value + model.W - model.lowest.value;
            if (W + sigma - oracle.g(point).value > 0) return;
        }
        point.x = from;
    }

    void record(Row& row, const Model& model, double g) const {
        row("q_hat", g - model.lowest.value);
        row("smoothed_minimum", model.W);
        row("slack", model.W - g);
        row("barrier_weight", pull(model, g));
        row("reversed", pull(model, g) < 0 ? 1 : 0);
        row("decay", model.rho);
    }

    Vector z;               ///< lower solution of its own, carried along
    int length = 0, k = 0;  ///< iterations planned, and done
};
static_assert(Stepper<Bvfsm>);

}  // namespace

Algorithm bvfsm() {
    return describe<Bvfsm>({
        .id = "bvfsm",
        .name = "BVFSM",
        .family = Family::bome,
        .summary = "Minimises f with a logarithmic barrier on the value-function constraint g(x, y) ≤ W.",
        .reference = "Liu, Liu, Yuan, Zeng, Zhang: A Value-Function-based Interior-point Method, ICML 2021; "
                     "arXiv 2110.04974",
        .assumptions = "g bounded below and, for the scripts' rule, positive at its minimum.",
        .failures =
            "With the scripts' rule, where g can be negative the pull on y changes its sign and the method "
            "maximises g; elsewhere the regularisation ends in a point with a low f and a large gap.",
        .presets = {{"coreset_script", "Coreset script", "Ye et al., toy/toy_convergence.py", {}},
                    {"minmax_script", "Min–max script", "Ye et al., toy/toy_adv.py", {{"log_barrier", 1.0}}},
                    {"lls_script",
                     "LLS script",
                     "Ye et al., toy/toy_lls.py",
                     {{"inner_steps", 1.0},
                      {"inner_step_size", 0.5},
                      {"lower_step_size", 0.5},
                      {"upper_step_size", 0.5},
                      {"log_barrier", 0.001}}},
                    {"reference_code",
                     "Reference code's decay",
                     "vis-opt-group/BVFSM: ρ shrinks with the iterations",
                     {{"decay", "per_iteration"}}},
                    {"interior_point",
                     "Logarithmic barrier",
                     "the rule of the paper, steps kept inside",
                     {{"rule", "log_barrier"}, {"sigma", 0.01}, {"decay", "per_iteration"}}}},
        .rule =
            {{R"(\rho = \frac{1}{\ln(1.1\,(N + 1))})", {"decay"}, {{"decay", "constant"}}},
             {R"(\rho = \frac{1}{\ln(1.1\,(k + 1))})", {"decay"}, {{"decay", "per_iteration"}}},
             {R"(z \leftarrow z - \alpha (\nabla_y g(x, z) + 2 l_2 \rho z)\quad T\text{ times})",
              {"inner", "inner_step_size", "l2", "inner_steps"}},
             {R"(W = g(x, z) + l_2 \rho \lVert z \rVert^2)", {"smoothed_minimum", "q_hat", "slack"}},
             {R"(y \leftarrow y - \xi_y \left(\nabla_y f + \frac{w \rho}{W + \sigma} \nabla_y g + 2 l_2 \rho y\right)\quad T\text{ times})",
              {"lower_step_size", "barrier_weight", "log_barrier", "sigma"},
              {{"rule", "script"}}},
             {R"(y \leftarrow y - \xi_y \left(\nabla_y f + \frac{w \rho}{W + \sigma - g(x, y)} \nabla_y g + 2 l_2 \rho y\right)\quad T\text{ times})",
              {"lower_step_size", "barrier_weight", "log_barrier", "sigma"},
              {{"rule", "log_barrier"}}},
             {R"(x \leftarrow x - \xi_x \left(\nabla_x f - \frac{w \rho}{W + \sigma} (\nabla_x g(x, z) - \nabla_x g(x, y))\right))",
              {"upper_step_size"},
              {{"rule", "script"}}},
             {R"(x \leftarrow x - \xi_x \left(\nabla_x f - \frac{w \rho}{W + \sigma - g(x, y)} (\nabla_x g(x, z) - \nabla_x g(x, y))\right))",
              {"upper_step_size"},
              {{"rule", "log_barrier"}}},
             {R"(\text{each step halved until }W + \sigma - g(x, y) > 0)", {"sigma"}, {{"rule", "log_barrier"}}}},
        .told = {{"slack"}, {"barrier_weight"}, {"q_hat", Told::As::change}},
    });
}

}  // namespace bilevel
