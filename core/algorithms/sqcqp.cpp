// Sequential QCQP. S. Sharifi, E. Yazdandoost Hamedani, M. Fazlyab: "Sequential QCQP for Bilevel Optimization with
// Line Search", arXiv 2505.14647, 2025. The lower level is replaced by the tube h = ‖∇y g‖² − ε² ≤ 0:
//
//     d = argmin ½ ‖d + ∇f‖²   subject to   ⟨∇h, d⟩ + w ‖d‖² ≤ −a h
//
// The constraint is a ball about c = −∇h/2w of radius R, R² = ‖c‖² − a h/w: d is −∇f, moved to the ball if
// outside, and c where there is no ball. Inside the tube, z ← z + t d with t = 1 halved until h(z + td) ≤ 0.9
// h(z), then until f(z + td) ≤ f + 0.1 t ⟨∇f, d⟩. On the rim (h ≥ −δ) and outside, t is constant. Steps on g lead
// into the tube first.

#include "core/algorithms/algorithm.h"
#include "core/algorithms/lower_stationarity.h"

#include <cmath>

namespace bilevel {
namespace {

struct Sqcqp {
    double epsilon = 0.1, a = 0.1, w = 0.01;
    int feasibilitySteps = 1000;
    LowerStep alpha{0.1};
    int halvings = 30;
    double keep = 0.9, armijo = 0.1;
    double rim = 1e-5, constant = 0.05;

    static constexpr Term terms[]{
        {"tube", "h", "‖∇ᵧg‖² − ε²: feasible where it is not positive", Term::Kind::linear,
         Term::Group::convergence},
        {"step_length", "t", "how far along d", Term::Kind::logarithmic, Term::Group::convergence},
        {"halvings", "#½", "times the step was halved", Term::Kind::linear, Term::Group::norms},
        {"lambda", "λ", "multiplier of the tube", Term::Kind::logarithmic, Term::Group::convergence},
        {"pull_f", "−∇f", "pull of the upper objective", Term::Kind::arrow, Term::Group::table},
        {"direction", "d", "direction of the step", Term::Kind::arrow, Term::Group::table},
    };

    void parameters(Parameters& p) {
        using enum Parameters::Scale;
        p.real("tube_radius", epsilon, {1e-6, 10}, logarithmic, "ε", "radius of the tube");
        p.real("barrier", a, {1e-4, 100}, logarithmic, "a", "rate of return into the tube");
        p.real("curvature", w, {1e-6, 100}, logarithmic, "w", "weight of ‖d‖² in the constraint");
        p.integer("feasibility_steps", feasibilitySteps, {0, 100000}, "T₀", "most steps on g to enter the tube");
        p.lowerStep("inner_step_size", alpha, {1e-5, 10}, "α", "their size");
        p.integer("halvings", halvings, {0, 60}, "n", "most halvings of each kind");
        p.real("tube_kept", keep, {0, 1}, linear, "κ", "h after a step is at most κ h");
        p.real("armijo", armijo, {0, 1}, linear, "c", "share of the slope of f to win");
        p.real("rim", rim, {0, 1}, logarithmic, "δ", "no search where h is above −δ");
        p.real("step_size", constant, {1e-5, 10}, logarithmic, "t₀", "step size without a search");
    }

    void step(Oracle& oracle, Point& z, Row& row) {
        if (first) enterTube(oracle, z);
        first = false;
        const Value f = oracle.f(z);
        const LowerStationarity s = LowerStationarity::at(oracle, z);
        const double tube = s.squared - epsilon * epsilon;
        const Direction direction = solve(f.gradient, s.gradient, tube);
        Length length{constant, 0};
        if (direction.inBall && tube < -rim) length = search(oracle, z, f, tube, direction.d);
        z = z + length.t * direction.d;
        oracle.problem().project(z);

        row("tube", tube);
        row("lambda", direction.lambda);
        row("step_length", length.t);
        row("halvings", length.halvings);
        row("step_norm", direction.d.norm());
        row("pull_f", -1.0 * f.gradient);
        row("direction", direction.d);
    }

    void enterTube(Oracle& oracle, Point& z) {
        const double size = alpha(oracle, z);
        for (int t = 0; t < feasibilitySteps && !(outside(oracle, z) < 0); ++t)
            descendLower(oracle, z.x, z.y, size, 1);
    }

    double outside(Oracle& oracle, const Point& z) const {
        return oracle.gradientYG(z.x, z.y).squaredNorm() - epsilon * epsilon;
    }

    struct Direction {
        Point d;
        double lambda;
        bool inBall;
    };
    Direction solve(const Point& gradF, const Point& gradTube, double tube) const {
        const Point centre = -0.5 / w * gradTube, out = -1.0 * gradF - centre;
        const double radius2 = centre.squaredNorm() - a * tube / w, distance = out.norm();
        if (!(radius2 > 0)) return {centre, 0, false};
        const double radius = std::sqrt(radius2);
        if (distance <= radius) return {-1.0 * gradF, 0, true};
        // ∇f + d + λ (∇h + 2 w d) = 0 along the radius through −∇f.
        return {centre + radius / distance * out, (distance / radius - 1) / (2 * w), true};
    }

    struct Length {
        double t;
        int halvings;
    };
    Length search(Oracle& oracle, const Point& z, const Value& f, double tube, const Point& d) const {
        const auto trial = [&](double t) {
            Point moved = z + t * d;
            oracle.problem().project(moved);
            return moved;
        };
        const double slope = armijo * f.gradient.dot(d);
        Length length{1, 0};
        for (int n = 0; n < halvings && !(outside(oracle, trial(length.t)) <= keep * tube); ++n) halve(length);
        for (int n = 0; n < halvings && !(oracle.f(trial(length.t)).value <= f.value + length.t * slope); ++n)
            halve(length);
        return length;
    }
    static void halve(Length& length) {
        length.t /= 2;
        ++length.halvings;
    }

    bool first = true;
};
static_assert(Stepper<Sqcqp>);

}  // namespace

Algorithm sqcqp() {
    return describe<Sqcqp>({
        .id = "sqcqp",
        .name = "Sequential QCQP",
        .family = Family::constraints,
        .summary =
            "Steps towards −∇f inside a ball that keeps to a thin tube around the lower stationary points, their "
            "length found by a line search.",
        .reference =
            "Sharifi, Yazdandoost Hamedani, Fazlyab: Sequential QCQP for Bilevel Optimization with Line Search, "
            "arXiv 2505.14647, 2025",
        .assumptions = "∇²yy g non-singular on the tube; f and g twice differentiable.",
        .failures =
            "The end point is off by about ε. Any stationary point of g(x, ·) is feasible, maxima too; where "
            "∇h = 0 outside the tube, at a saddle, it stalls. On the rim the step is constant and may chatter.",
        .presets =
            {{"large_scale", "Large scale", "Sharifi et al., arXiv 2505.14647: ε = 0.5", {{"tube_radius", 0.5}}}},
        .rule =
            {{R"(y \leftarrow y - \alpha \nabla_y g(x, y)\quad\text{at first, until }h < 0,\text{ at most }T_0\text{ times})",
              {"inner_step_size", "feasibility_steps"}},
             {R"(h = \lVert \nabla_y g \rVert^2 - \varepsilon^2,\quad \nabla h = (2 J^\top \nabla_y g,\, 2 H \nabla_y g),\quad H = \nabla_{yy}^2 g,\quad J = \nabla_{yx}^2 g)",
              {"tube", "tube_radius"}},
             {R"(d = \arg \min_d \frac{1}{2} \lVert d + \nabla f \rVert^2\quad\text{where}\quad \langle \nabla h, d \rangle + w \lVert d \rVert^2 \le -a h)",
              {"direction", "step_norm", "lambda", "curvature", "barrier"}},
             {R"(t = 1\text{, halved until }h(z + t d) \le \kappa h(z),\quad z = (x, y))",
              {"step_length", "halvings", "tube_kept"}},
             {R"(\text{then until }f(z + t d) \le f(z) + c t \langle \nabla f, d \rangle)", {"armijo"}},
             {R"(z \leftarrow z + t d,\quad t = t_0\text{ where }h \ge -\delta)",
              {"step_length", "step_size", "rim"}}},
        .told = {{"tube"}, {"step_length"}, {"f", Told::As::change}},
    });
}

}  // namespace bilevel
