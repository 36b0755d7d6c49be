// Optimistic gradient descent–ascent for min–max problems, g = −f. C. Daskalakis, A. Ilyas, V. Syrgkanis, H. Zeng:
// "Training GANs with Optimism", ICLR 2018.
//
//     x ← x − 2ξ ∇x f(z) + ξ ∇x f(z₋),   y ← y − 2ξ ∇y g(z) + ξ ∇y g(z₋),   z₋ the iterate before
//
// The script behind the published curve does something else (`logged`): y already sees the new x, and z₋ is the
// iterate last printed, after step 1 and after every tenth; before the first step it is twice the start.

#include "core/algorithms/algorithm.h"

namespace bilevel {
namespace {

struct Ogda {
    double xi = 0.05;
    int variant = simultaneous;

    enum Variant { simultaneous, logged };
    static constexpr std::string_view variants[]{"true", "logged"};
    static constexpr std::string_view variantLabels[]{"OGDA", "as the script does it"};
    static constexpr int logInterval = 10;

    static constexpr Term terms[]{
        {"radius", "‖(x, y)‖", "distance from the origin, where the bilinear game has its solution",
         Term::Kind::logarithmic, Term::Group::convergence},
        {"direction_norm", "‖(∇ₓf, ∇ᵧg)‖", "length of the game's vector field", Term::Kind::logarithmic,
         Term::Group::norms},
        {"turn", "∠", "angle between this step's field and the past one, in degrees", Term::Kind::linear,
         Term::Group::norms},
    };

    void parameters(Parameters& p) {
        using enum Parameters::Scale;
        p.real("step_size", xi, {1e-5, 10}, logarithmic, "ξ", "step size");
        p.choice("variant", variant, variants, variantLabels, "z₋", "rule");
    }

    static Point field(Oracle& oracle, const Point& z) {
        return {oracle.f(z).gradient.x, oracle.gradientYG(z.x, z.y)};
    }

    void begin(Oracle& oracle, const Point& z) { past = field(oracle, variant == logged ? 2.0 * z : z); }

    void step(Oracle& oracle, Point& z, Row& row) {
        const Point now = field(oracle, z);
        record(row, z, now);
        z.x += xi * past.x - 2 * xi * now.x;
        if (variant == logged) {
            z.y += xi * past.y - 2 * xi * oracle.gradientYG(z.x, z.y);
            oracle.problem().project(z);
            ++steps;
            if (steps == 1 || steps % logInterval == 0) past = field(oracle, z);
        } else {
            z.y += xi * past.y - 2 * xi * now.y;
            oracle.problem().project(z);
            past = now;
        }
    }

    void record(Row& row, const Point& z, const Point& now) const {
        row("radius", z.norm());
        row("direction_norm", now.norm());
        const double lengths = now.norm() * past.norm();
        if (lengths > 0)
            row("turn", std::acos(std::clamp(now.dot(past) / lengths, -1.0, 1.0)) * 180 / 3.14159265358979323846);
        else
            row.missing("turn");
    }

    Point past;  ///< (∇x f, ∇y g) at z₋
    int steps = 0;
};
static_assert(Stepper<Ogda>);

}  // namespace

Algorithm ogda() {
    return describe<Ogda>({
        .id = "ogda",
        .name = "Optimistic GDA",
        .family = Family::bome,
        .summary = "Descent in x and ascent in y with a correction by the step before: for min–max problems.",
        .reference = "Daskalakis, Ilyas, Syrgkanis, Zeng: Training GANs with Optimism, ICLR 2018",
        .assumptions = "g = −f, a convex–concave min–max problem.",
        .failures = "Where g is not −f it follows a game of two players that solves no bilevel problem.",
        .checked = Assumption::opposed,
        .presets = {{"script",
                     "Min–max script",
                     "Ye et al., toy/toy_adv.py: the rule behind the published curve",
                     {{"variant", "logged"}}}},
        .rule =
            {{R"(z = (x, y),\quad z_{-}\text{ the iterate before, at first }z)",
              {"radius"},
              {{"variant", "true"}}},
             {R"(z = (x, y),\quad z_{-}\text{ the iterate after the first and every tenth step, at first }2 z)",
              {"radius"},
              {{"variant", "logged"}}},
             {R"(x \leftarrow x - 2 \xi \nabla_x f(z) + \xi \nabla_x f(z_{-}))",
              {"step_size", "direction_norm", "turn"}},
             {R"(y \leftarrow y - 2 \xi \nabla_y g(z) + \xi \nabla_y g(z_{-}))",
              {"step_size"},
              {{"variant", "true"}}},
             {R"(y \leftarrow y - 2 \xi \nabla_y g(z) + \xi \nabla_y g(z_{-})\quad\text{at the new }x)",
              {"step_size"},
              {{"variant", "logged"}}}},
        .told = {{"radius", Told::As::change}, {"turn"}},
    });
}

}  // namespace bilevel
