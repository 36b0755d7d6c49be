// Safe gradient flow. S. Sharifi, N. Abolfazli, E. Yazdandoost Hamedani, M. Fazlyab: "Safe Gradient Flow for
// Bilevel Optimization", arXiv 2501.16520, 2025. The lower level is replaced by the tube h = ‖∇y g‖² − ε² ≤ 0:
//
//     λ = max(0, a h − ⟨∇f, ∇h⟩) / ‖∇h‖²,   ż = −∇f − λ ∇h
//
// the direction closest to −∇f along which h falls at least at the rate a h. A step of length τ follows the flow,
// by Euler's rule or by that of Runge and Kutta.

#include "core/algorithms/algorithm.h"
#include "core/algorithms/barrier.h"
#include "core/algorithms/lower_stationarity.h"

namespace bilevel {
namespace {

struct SafeGradientFlow {
    double a = 0.1, epsilon = 0.1, tau = 0.05;
    int integrator = euler;

    enum Integrator { euler, rungeKutta };
    static constexpr std::string_view integrators[]{"euler", "runge_kutta"};
    static constexpr std::string_view integratorLabels[]{"Euler", "Runge–Kutta, order 4"};

    static constexpr Term terms[]{
        {"tube", "h", "‖∇ᵧg‖² − ε²: feasible where it is not positive", Term::Kind::linear,
         Term::Group::convergence},
        {"lambda", "λ", "multiplier of the tube", Term::Kind::logarithmic, Term::Group::convergence},
        {"pull_f", "−∇f", "pull of the upper objective", Term::Kind::arrow, Term::Group::table},
        {"pull_h", "−λ∇h", "pull back into the tube", Term::Kind::arrow, Term::Group::table},
        {"flow", "v", "velocity of the flow", Term::Kind::arrow, Term::Group::table},
    };

    void parameters(Parameters& p) {
        using enum Parameters::Scale;
        p.real("tube_radius", epsilon, {1e-6, 10}, logarithmic, "ε", "radius of the tube");
        p.real("barrier", a, {1e-4, 100}, logarithmic, "a", "rate of return into the tube");
        p.real("step_size", tau, {1e-5, 10}, logarithmic, "τ", "step size");
        p.choice("integrator", integrator, integrators, integratorLabels, "∫", "how the flow is followed");
    }

    void step(Oracle& oracle, Point& z, Row& row) {
        const Flow k1 = flow(oracle, z);
        record(row, k1);
        Point velocity = k1.velocity();
        if (integrator == rungeKutta) {
            const Point k2 = flow(oracle, z + tau / 2 * velocity).velocity();
            const Point k3 = flow(oracle, z + tau / 2 * k2).velocity();
            const Point k4 = flow(oracle, z + tau * k3).velocity();
            velocity = 1.0 / 6 * (velocity + 2 * (k2 + k3) + k4);
        }
        z = z + tau * velocity;
        oracle.problem().project(z);
        row("step_norm", velocity.norm());
    }

    struct Flow {
        Point gradF;
        double tube, lambda;
        Point gradTube;
        Point velocity() const { return -1.0 * gradF - lambda * gradTube; }
    };

    Flow flow(Oracle& oracle, const Point& z) const {
        const Point gradF = oracle.f(z).gradient;
        const LowerStationarity s = LowerStationarity::at(oracle, z);
        const double tube = s.squared - epsilon * epsilon;
        const Barrier rule{Barrier::gap, a, 0};
        return {gradF, tube, rule.multiplier(tube, gradF.dot(s.gradient), s.gradient.squaredNorm()), s.gradient};
    }

    static void record(Row& row, const Flow& at) {
        row("tube", at.tube);
        row("lambda", at.lambda);
        row("pull_f", -1.0 * at.gradF);
        row("pull_h", -at.lambda * at.gradTube);
        row.arrow("flow", at.velocity());
    }
};
static_assert(Stepper<SafeGradientFlow>);

}  // namespace

Algorithm safe_gradient_flow() {
    return describe<SafeGradientFlow>({
        .id = "safe_gradient_flow",
        .name = "Safe gradient flow",
        .family = Family::constraints,
        .summary =
            "Slides down f inside a thin tube around the lower stationary points, and back into it from outside.",
        .reference =
            "Sharifi, Abolfazli, Yazdandoost Hamedani, Fazlyab: Safe Gradient Flow for Bilevel Optimization, "
            "arXiv 2501.16520, 2025",
        .assumptions = "∇²yy g non-singular on the tube; f and g twice differentiable.",
        .failures =
            "The end point is off by about ε. Any stationary point of g(x, ·) is feasible, maxima too; where "
            "∇h = 0 outside the tube, at a saddle, the flow stalls. Steps longer than the tube is thick "
            "chatter across it.",
        .presets = {{"runge_kutta",
                     "Runge–Kutta",
                     "Sharifi et al., arXiv 2501.16520: the flow itself",
                     {{"integrator", "runge_kutta"}}}},
        .rule =
            {{R"(h = \lVert \nabla_y g \rVert^2 - \varepsilon^2,\quad \nabla h = (2 J^\top \nabla_y g,\, 2 H \nabla_y g))",
              {"tube", "tube_radius"}},
             {R"(H = \nabla_{yy}^2 g,\quad J = \nabla_{yx}^2 g)"},
             {R"(\lambda = \max\left(0,\, \frac{a h - \langle \nabla f, \nabla h \rangle}{\lVert \nabla h \rVert^2}\right))",
              {"lambda", "barrier"}},
             {R"(d = -\nabla f - \lambda \nabla h)", {"pull_f", "pull_h", "step_norm"}},
             {R"((x, y) \leftarrow (x, y) + \tau d)", {"step_size"}, {{"integrator", "euler"}}},
             {R"((x, y) \leftarrow (x, y) + \tau \bar d,\quad \bar d\text{ the mean of }d\text{ by Runge and Kutta})",
              {"step_size"},
              {{"integrator", "runge_kutta"}}}},
        .told = {{"tube"}, {"lambda"}, {"f", Told::As::change}},
    });
}

}  // namespace bilevel
