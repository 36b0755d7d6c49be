// BOME. M. Ye, B. Liu, S. Wright, P. Stone, Q. Liu: "BOME! Bilevel Optimization Made Easy: A Simple First-Order
// Approach", NeurIPS 2022, Algorithm 1.
//
//     ŷ      = T steps of size α on g(x, ·) from y
//     q̂(x,y) = g(x, y) − g(x, ŷ),   ŷ held constant in ∇q̂
//     λ      = max(0, (φ − ⟨∇f, ∇q̂⟩) / (‖∇q̂‖² + ε)),   φ = η ‖∇q̂‖²  or  φ = η q̂
//     δ      = ∇f + λ ∇q̂,   (x, y) ← (x − ξx δx, y − ξy δy)
//
// With φ = η ‖∇q̂‖² the authors' code puts ε under the inner product alone: λ = max(0, η − ⟨∇f, ∇q̂⟩ / (‖∇q̂‖² + ε)).

#include "core/algorithms/algorithm.h"

#include <algorithm>

namespace bilevel {
namespace {

struct Bome {
    double eta = 0.5;
    int T = 10;
    double alpha = 0.05, xiX = 0.05, xiY = 0.05;
    int barrier = gradient;
    double epsilon = 1e-8;

    enum Barrier { gradient, gap };
    static constexpr std::string_view barriers[]{"gradient", "gap"};
    static constexpr std::string_view barrierLabels[]{"φ = η‖∇q̂‖²", "φ = η q̂"};

    static constexpr Term terms[]{
        {"lambda", "λ", "multiplier of the barrier", Term::Kind::logarithmic, Term::Group::convergence},
        {"phi", "φ", "rate of decrease that the barrier demands of q̂", Term::Kind::logarithmic,
         Term::Group::convergence, "lambda"},
        {"active", "λ > 0", "barrier active", Term::Kind::flag, Term::Group::convergence, "lambda"},
        {"step_norm", "‖δ‖", "length of the direction ∇f + λ∇q̂", Term::Kind::logarithmic,
         Term::Group::convergence},
        {"q_descent", "⟨∇q̂, δ⟩", "rate at which the step lowers q̂; at least φ", Term::Kind::logarithmic,
         Term::Group::barrier},
        {"cosine", "cos(∇f, ∇q̂)", "below 0, the two objectives pull apart", Term::Kind::linear,
         Term::Group::barrier},
        {"barrier_norm", "‖λ∇q̂‖", "length of the barrier's pull", Term::Kind::logarithmic, Term::Group::barrier},
        {"grad_f_norm", "‖∇f‖", "gradient of the upper objective", Term::Kind::logarithmic, Term::Group::norms},
        {"grad_q_norm", "‖∇q̂‖", "gradient of the constraint gap", Term::Kind::logarithmic, Term::Group::norms},
        {"inner", "ŷ", "where the inner steps end", Term::Kind::point, Term::Group::table},
        {"pull_f", "−∇f", "pull of the upper objective", Term::Kind::arrow, Term::Group::table},
        {"pull_q", "−λ∇q̂", "pull of the barrier", Term::Kind::arrow, Term::Group::table},
    };

    void parameters(Parameters& p) {
        using enum Parameters::Scale;
        p.real("eta", eta, {0, 10}, logarithmic, "η", "barrier");
        p.integer("inner_steps", T, {1, 200}, "T", "inner steps");
        p.real("inner_step_size", alpha, {1e-5, 10}, logarithmic, "α", "inner step size");
        p.real("upper_step_size", xiX, {1e-5, 10}, logarithmic, "ξx", "upper step size");
        p.real("lower_step_size", xiY, {1e-5, 10}, logarithmic, "ξy", "lower step size");
        p.choice("barrier", barrier, barriers, barrierLabels, "φ", "barrier rule");
        p.real("epsilon", epsilon, {0, 1}, logarithmic, "ε", "safe division");
    }

    double multiplier(double phi, double inner, double squaredNorm) const {
        if (squaredNorm == 0) return 0;  // the paper's convention: no barrier where ∇q̂ = 0
        if (barrier == gradient) return std::max(0.0, eta - inner / (squaredNorm + epsilon));
        return std::max(0.0, (phi - inner) / (squaredNorm + epsilon));
    }

    void step(Oracle& oracle, Point& z, Row& row) const {
        Point inner = z;
        for (int t = 0; t < T; ++t) {
            inner.y -= alpha * oracle.gradientYG(inner.x, inner.y);
            oracle.problem().projectLower(inner.y);
        }

        const Value f = oracle.f(z), g = oracle.g(z), gInner = oracle.g(inner);
        const double q = g.value - gInner.value;
        const Point gradQ{g.gradient.x - gInner.gradient.x, g.gradient.y};

        const double squaredNorm = gradQ.squaredNorm(), product = f.gradient.dot(gradQ);
        const double phi = barrier == gradient ? eta * squaredNorm : eta * q;
        const double lambda = multiplier(phi, product, squaredNorm);
        const Point delta = f.gradient + lambda * gradQ;

        z.x -= xiX * delta.x;
        z.y -= xiY * delta.y;
        oracle.problem().project(z);

        record(row, f, gradQ, delta, {q, lambda, phi, product});
        row.lower("inner", inner.y);
    }

    struct Numbers {
        double q, lambda, phi, inner;
    };
    static void record(Row& row, const Value& f, const Point& gradQ, const Point& delta, const Numbers& n) {
        const double normF = f.gradient.norm(), normQ = gradQ.norm();
        row("q_hat", n.q);
        row("lambda", n.lambda);
        row("phi", n.phi);
        row("grad_f_norm", normF);
        row("grad_q_norm", normQ);
        if (normF > 0 && normQ > 0)
            row("cosine", std::clamp(n.inner / (normF * normQ), -1.0, 1.0));
        else
            row.missing("cosine");
        row("active", n.lambda > 0 ? 1 : 0);
        row("step_norm", delta.norm());
        row("q_descent", gradQ.dot(delta));
        row("barrier_norm", n.lambda * normQ);
        row("pull_f", -1.0 * f.gradient);
        row("pull_q", -n.lambda * gradQ);
    }
};
static_assert(Stepper<Bome>);

}  // namespace

Algorithm bome() {
    return describe<Bome>({
        .id = "bome",
        .name = "BOME",
        .summary =
            "First-order steps on f, held by a dynamic barrier to lower the constraint gap q̂ all the while.",
        .reference = "Ye, Liu, Wright, Stone, Liu: BOME! Bilevel Optimization Made Easy, NeurIPS 2022",
        .assumptions =
            "Gradients of f and g only; g(x, ·) satisfies a Polyak–Łojasiewicz inequality, at least locally. "
            "The lower level need not be convex and its solution need not be unique.",
        .failures =
            "Few inner steps T bias the end point, however many iterations follow; a large ε lets the path end "
            "infeasible; where g has several basins, q̂ may vanish in the wrong one.",
    });
}

}  // namespace bilevel
