// BOME. M. Ye, B. Liu, S. Wright, P. Stone, Q. Liu: "BOME! Bilevel Optimization Made Easy: A Simple First-Order
// Approach", NeurIPS 2022, Algorithm 1.
//
//     ŷ      = T steps of size α on g(x, ·) from y
//     q̂(x,y) = g(x, y) − g(x, ŷ),   ŷ held constant in ∇q̂
//     λ      = max(0, (φ − ⟨∇f, ∇q̂⟩) / (‖∇q̂‖² + ε)),   φ = η ‖∇q̂‖²  or  φ = η q̂
//     δ      = ∇f + λ ∇q̂,   (x, y) ← (x − ξx δx, y − ξy δy)
//
// Published code differs from this in ways that are settings here, all off by default: a multiplier for each block
// of variables, momentum on ŷ and on the step, and steps on g before the barrier is measured.

#include "core/algorithms/algorithm.h"
#include "core/algorithms/barrier.h"

namespace bilevel {
namespace {

struct Bome {
    double eta = 0.5;
    int T = 10;
    LowerStep alpha{0.05};
    double xiX = 0.05, xiY = 0.05;
    int barrier = Barrier::gradient;
    double epsilon = 1e-8;
    int multiplier = joint;
    double momentum = 0, innerMomentum = 0;
    int innerVelocity = reset;
    int extraSteps = 0;

    static constexpr std::string_view barriers[]{"gradient", "gap"};
    static constexpr std::string_view barrierLabels[]{"φ = η‖∇q̂‖²", "φ = η q̂"};
    enum Blocks { joint, perBlock, alternating };
    static constexpr std::string_view blocks[]{"joint", "per_block", "alternating"};
    static constexpr std::string_view blockLabels[]{"one λ", "λx and λy", "λx, then λy anew"};
    enum Velocity { reset, kept };
    static constexpr std::string_view velocities[]{"reset", "kept"};
    static constexpr std::string_view velocityLabels[]{"from rest", "carried over"};

    static constexpr Term terms[]{
        {"lambda", "λ", "multiplier of the barrier", Term::Kind::logarithmic, Term::Group::convergence},
        {"phi", "φ", "rate of decrease that the barrier demands of q̂", Term::Kind::logarithmic,
         Term::Group::convergence, "lambda"},
        {"active", "λ > 0", "barrier active", Term::Kind::flag, Term::Group::convergence, "lambda"},
        {"lambda_x", "λx", "multiplier of the upper block alone", Term::Kind::logarithmic, Term::Group::barrier},
        {"step_norm", "‖δ‖", "length of the direction ∇f + λ∇q̂", Term::Kind::logarithmic,
         Term::Group::convergence},
        {"q_descent", "⟨∇q̂, δ⟩", "rate at which the step lowers q̂; at least φ", Term::Kind::logarithmic,
         Term::Group::barrier},
        {"descent_ratio", "⟨∇q̂, δ⟩ / φ", "at least 1 where a decrease is demanded; 1 where the barrier is active",
         Term::Kind::logarithmic, Term::Group::barrier},
        {"inner_product", "⟨∇f, ∇q̂⟩", "below 0, the two objectives pull apart", Term::Kind::linear,
         Term::Group::table},
        {"cosine", "cos(∇f, ∇q̂)", "below 0, the two objectives pull apart", Term::Kind::linear,
         Term::Group::barrier},
        {"barrier_norm", "‖λ∇q̂‖", "length of the barrier's pull", Term::Kind::logarithmic, Term::Group::barrier},
        {"grad_f_norm", "‖∇f‖", "gradient of the upper objective", Term::Kind::logarithmic, Term::Group::norms},
        {"grad_q_norm", "‖∇q̂‖", "gradient of the constraint gap", Term::Kind::logarithmic, Term::Group::norms},
        {"stationarity", "K̂", "‖∇f + λ∇q̂‖² + q̂, the distance from stationarity that the method can see",
         Term::Kind::logarithmic, Term::Group::norms},
        {"inner", "ŷ", "where the inner steps end", Term::Kind::point, Term::Group::table},
        {"pull_f", "−∇f", "pull of the upper objective", Term::Kind::arrow, Term::Group::table},
        {"pull_q", "−λ∇q̂", "pull of the barrier", Term::Kind::arrow, Term::Group::table},
        {"inner_path", "ŷ⁰ … ŷᵀ", "inner steps on g(x, ·)", Term::Kind::path, Term::Group::table},
        {"gap_descent", "−∇q̂", "steepest descent of the constraint gap", Term::Kind::arrow, Term::Group::table},
        {"direction", "−δ", "the direction of the step", Term::Kind::arrow, Term::Group::table},
        {"allowed", "⟨∇q̂, δ⟩ ≥ φ", "directions that the barrier allows", Term::Kind::halfSpace,
         Term::Group::table},
    };

    void parameters(Parameters& p) {
        using enum Parameters::Scale;
        p.real("eta", eta, {0, 10}, logarithmic, "η", "barrier");
        p.integer("inner_steps", T, {1, 200}, "T", "inner steps");
        p.lowerStep("inner_step_size", alpha, {1e-5, 10}, "α", "inner step size");
        p.real("upper_step_size", xiX, {1e-5, 10}, logarithmic, "ξx", "upper step size");
        p.real("lower_step_size", xiY, {1e-5, 10}, logarithmic, "ξy", "lower step size");
        p.choice("barrier", barrier, barriers, barrierLabels, "φ", "barrier rule");
        p.real("epsilon", epsilon, {0, 1}, logarithmic, "ε", "safe division");
        p.choice("multiplier", multiplier, blocks, blockLabels, "λ", "multiplier");
        p.real("momentum", momentum, {0, 0.99}, linear, "μ", "momentum of the step");
        p.real("inner_momentum", innerMomentum, {0, 0.99}, linear, "μ̂", "momentum on ŷ");
        p.choice("inner_velocity", innerVelocity, velocities, velocityLabels, "v̂", "velocity of ŷ at the start");
        p.integer("extra_lower_steps", extraSteps, {0, 200}, "T₀", "steps of y on g first");
    }

    void step(Oracle& oracle, Point& z, Row& row) {
        const double size = alpha(oracle, z);
        Vector inner = z.y;
        descendLower(oracle, z.x, z.y, size, extraSteps);
        if (innerVelocity == reset || innerDrift.size() == 0) innerDrift = Vector::Zero(oracle.ny());
        descendLower(oracle, z.x, inner, size, T, innerMomentum, innerDrift, row.lowerPath("inner_path"));

        const Barrier rule{barrier, eta, epsilon};
        const Value f = oracle.f(z);
        const Gap gap = measure(oracle, z, inner);
        Multipliers lambda = multipliers(rule, f, gap);
        Point delta = direction(f, gap, lambda);
        record(row, rule, f, gap, lambda, delta);
        row.lower("inner", inner);

        if (multiplier == alternating) {  // y sees f and the gap after x has moved
            move(z.x, driftX, xiX, delta.x);
            oracle.problem().project(z);
            const Value fNow = oracle.f(z);
            const Gap gapNow = measure(oracle, z, inner);
            delta = direction(fNow, gapNow, multipliers(rule, fNow, gapNow));
        } else {
            move(z.x, driftX, xiX, delta.x);
        }
        move(z.y, driftY, xiY, delta.y);
        oracle.problem().project(z);
    }

    struct Gap {
        double value;
        Point gradient;
    };
    static Gap measure(Oracle& oracle, const Point& z, const Vector& inner) {
        const Value g = oracle.g(z), gInner = oracle.g({z.x, inner});
        return {g.value - gInner.value, {g.gradient.x - gInner.gradient.x, g.gradient.y}};
    }

    struct Multipliers {
        double x, y;
    };
    Multipliers multipliers(const Barrier& rule, const Value& f, const Gap& q) const {
        const Point &a = f.gradient, &b = q.gradient;
        if (multiplier != joint)
            return {rule.multiplier(q.value, a.x.dot(b.x), b.x.squaredNorm()),
                    rule.multiplier(q.value, a.y.dot(b.y), b.y.squaredNorm())};
        const double lambda = rule.multiplier(q.value, a.dot(b), b.squaredNorm());
        return {lambda, lambda};
    }

    static Point direction(const Value& f, const Gap& q, const Multipliers& lambda) {
        return {f.gradient.x + lambda.x * q.gradient.x, f.gradient.y + lambda.y * q.gradient.y};
    }

    void move(Vector& v, Vector& drift, double size, const Vector& delta) const {
        if (drift.size() == 0) drift = Vector::Zero(delta.size());
        drift = momentum * drift + delta;
        v -= size * drift;
    }

    void record(Row& row, const Barrier& rule, const Value& f, const Gap& q, const Multipliers& lambda,
                const Point& delta) const {
        const double normF = f.gradient.norm(), normQ = q.gradient.norm(), product = f.gradient.dot(q.gradient);
        const Point pull{lambda.x * q.gradient.x, lambda.y * q.gradient.y};
        row("q_hat", q.value);
        row("lambda", lambda.y);
        const double phi = rule.rate(q.value, q.gradient.squaredNorm()), descent = q.gradient.dot(delta);
        row("phi", phi);
        row("grad_f_norm", normF);
        row("grad_q_norm", normQ);
        if (normF > 0 && normQ > 0)
            row("cosine", std::clamp(product / (normF * normQ), -1.0, 1.0));
        else
            row.missing("cosine");
        row("active", lambda.x > 0 || lambda.y > 0 ? 1 : 0);
        if (multiplier != joint) row("lambda_x", lambda.x);
        row("step_norm", delta.norm());
        row("stationarity", delta.squaredNorm() + q.value);
        row("q_descent", descent);
        if (phi > 0)
            row("descent_ratio", descent / phi);
        else
            row.missing("descent_ratio");
        row("inner_product", product);
        row("barrier_norm", pull.norm());
        row("pull_f", -1.0 * f.gradient);
        row("pull_q", -1.0 * pull);
        row.arrow("gap_descent", -1.0 * q.gradient);
        row.arrow("direction", -1.0 * delta);
        if (multiplier == joint) row.halfSpace("allowed", q.gradient, phi, delta);
    }

    Vector innerDrift, driftX, driftY;  ///< velocities; empty at rest
};
static_assert(Stepper<Bome>);

}  // namespace

Algorithm bome() {
    return describe<Bome>({
        .id = "bome",
        .name = "BOME",
        .family = Family::bome,
        .summary =
            "First-order steps on f, held by a dynamic barrier to lower the constraint gap q̂ all the while.",
        .reference = "Ye, Liu, Wright, Stone, Liu: BOME! Bilevel Optimization Made Easy, NeurIPS 2022",
        .assumptions =
            "Gradients of f and g only; g(x, ·) satisfies a Polyak–Łojasiewicz inequality, at least locally. "
            "The lower level need not be convex and its solution need not be unique.",
        .failures =
            "Few inner steps T bias the end point, however many iterations follow; a large ε lets the path end "
            "infeasible; where g has several basins, q̂ may vanish in the wrong one. The multiplier must grow "
            "without bound near a solution, and large steps then chatter between two points.",
        .presets = {{"coreset_script",
                     "Coreset script",
                     "Ye et al., toy/toy_convergence.py: ε = 1e-4",
                     {{"epsilon", 1e-4}}},
                    {"lls_script", "Min–max and LLS scripts", "Ye et al., toy/toy_adv.py, toy_lls.py", {}},
                    {"benchopt_gradient",
                     "benchopt, φ by gradient",
                     "benchopt/benchmark_bilevel, solvers/bome.py: no ε",
                     {{"epsilon", 0.0}}},
                    {"benchopt_gap",
                     "benchopt, φ by gap",
                     "benchopt/benchmark_bilevel, solvers/bome.py: φ = η q̂, no ε",
                     {{"barrier", "gap"}, {"epsilon", 0.0}}},
                    {"boat",
                     "BOAT",
                     "Callous-Youth/BOAT, vfo.py: y moves on g first, ŷ with momentum",
                     {{"barrier", "gap"}, {"inner_momentum", 0.5}, {"extra_lower_steps", 10.0}}},
                    {"hpo",
                     "Hyper-parameter scripts",
                     "Ye et al., hpo/*.py: φ = η q̂, momentum 0.9 on both, ŷ's carried over",
                     {{"barrier", "gap"}, {"momentum", 0.9}, {"inner_momentum", 0.9}, {"inner_velocity", "kept"}}},
                    {"cleaning_simultaneous",
                     "Data cleaning, simultaneous",
                     "Ye et al., hpo/data_cleaning.py: one multiplier a block",
                     {{"barrier", "gap"}, {"multiplier", "per_block"}}},
                    {"cleaning_alternating",
                     "Data cleaning, alternating",
                     "Ye et al., hpo/data_cleaning.py: x first, then y with a gap measured anew",
                     {{"barrier", "gap"}, {"multiplier", "alternating"}}}},
        .rule =
            {{R"(\hat y \leftarrow \hat y - \alpha \nabla_y g(x, \hat y)\quad T\text{ times from }y)",
              {"inner", "inner_step_size", "inner_steps"},
              {{"inner_momentum", "0"}}},
             {R"(\hat v \leftarrow \hat\mu \hat v + \nabla_y g(x, \hat y),\quad \hat y \leftarrow \hat y - \alpha \hat v\quad T\text{ times from }y,\, \hat v = 0)",
              {"inner", "inner_momentum", "inner_step_size", "inner_steps"},
              {{"inner_momentum", ">0"}, {"inner_velocity", "reset"}}},
             {R"(\hat v \leftarrow \hat\mu \hat v + \nabla_y g(x, \hat y),\quad \hat y \leftarrow \hat y - \alpha \hat v\quad T\text{ times from }y,\, \hat v\text{ carried over})",
              {"inner", "inner_momentum", "inner_step_size", "inner_steps"},
              {{"inner_momentum", ">0"}, {"inner_velocity", "kept"}}},
             {R"(y \leftarrow y - \alpha \nabla_y g(x, y)\quad T_0\text{ times})",
              {"inner_step_size", "extra_lower_steps"},
              {{"extra_lower_steps", ">0"}}},
             {R"(\hat q = g(x, y) - g(x, \hat y),\quad \nabla \hat q = (\nabla_x g(x, y) - \nabla_x g(x, \hat y),\, \nabla_y g(x, y)))",
              {"q_hat", "grad_q_norm"}},
             {R"(\lambda = \max\left(0,\, \frac{\phi - \langle \nabla f, \nabla \hat q \rangle}{\lVert \nabla \hat q \rVert^2 + \varepsilon}\right),\quad \phi = \eta \hat q)",
              {"lambda", "active", "phi", "cosine", "epsilon", "eta"},
              {{"barrier", "gap"}, {"multiplier", "joint"}}},
             {R"(\lambda = \max\left(0,\, \eta - \frac{\langle \nabla f, \nabla \hat q \rangle}{\lVert \nabla \hat q \rVert^2 + \varepsilon}\right),\quad \phi = \eta \lVert \nabla \hat q \rVert^2)",
              {"lambda", "active", "eta", "cosine", "epsilon", "phi"},
              {{"barrier", "gradient"}, {"multiplier", "joint"}}},
             {R"(\lambda_i = \max\left(0,\, \frac{\eta \hat q - \langle \nabla_i f, \nabla_i \hat q \rangle}{\lVert \nabla_i \hat q \rVert^2 + \varepsilon}\right),\quad i = x, y)",
              {"lambda_x", "lambda", "active", "eta", "epsilon"},
              {{"barrier", "gap"}, {"multiplier", "!joint"}}},
             {R"(\lambda_i = \max\left(0,\, \eta - \frac{\langle \nabla_i f, \nabla_i \hat q \rangle}{\lVert \nabla_i \hat q \rVert^2 + \varepsilon}\right),\quad i = x, y)",
              {"lambda_x", "lambda", "active", "eta", "epsilon"},
              {{"barrier", "gradient"}, {"multiplier", "!joint"}}},
             {R"(\delta = \nabla f + \lambda \nabla \hat q)",
              {"step_norm", "pull_f", "pull_q", "q_descent", "stationarity"},
              {{"multiplier", "joint"}}},
             {R"(\delta_i = \nabla_i f + \lambda_i \nabla_i \hat q)",
              {"step_norm", "pull_f", "pull_q"},
              {{"multiplier", "per_block"}}},
             {R"(\delta_i = \nabla_i f + \lambda_i \nabla_i \hat q,\quad \delta_y\text{ measured at the new }x)",
              {"step_norm", "pull_f", "pull_q"},
              {{"multiplier", "alternating"}}},
             {R"(x \leftarrow x - \xi_x \delta_x,\quad y \leftarrow y - \xi_y \delta_y)",
              {"upper_step_size", "lower_step_size"},
              {{"momentum", "0"}}},
             {R"(d \leftarrow \mu d + \delta,\quad x \leftarrow x - \xi_x d_x,\quad y \leftarrow y - \xi_y d_y)",
              {"momentum", "upper_step_size", "lower_step_size"},
              {{"momentum", ">0"}}}},
        .told = {{"active"}, {"lambda"}, {"q_hat", Told::As::change}},
    });
}

}  // namespace bilevel
