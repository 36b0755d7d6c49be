// Alternating gradient descent, the naive baseline: it treats y as if it did not depend on x.
//
//     y ← y − ξy ∇y g(x, y)   T times
//     x ← x − ξx ∇x f(x, y)   at the new y

#include "core/algorithms/algorithm.h"

namespace bilevel {
namespace {

struct Alternating {
    int T = 10;
    LowerStep xiY{0.05};
    double xiX = 0.05;

    static constexpr Term terms[]{
        {"grad_x_f_norm", "‖∇ₓf‖", "partial gradient of the upper objective", Term::Kind::logarithmic,
         Term::Group::norms},
    };

    void parameters(Parameters& p) {
        using enum Parameters::Scale;
        p.integer("inner_steps", T, {1, 200}, "T", "inner steps");
        p.lowerStep("lower_step_size", xiY, {1e-5, 10}, "ξy", "lower step size");
        p.real("upper_step_size", xiX, {1e-5, 10}, logarithmic, "ξx", "upper step size");
    }

    void step(Oracle& oracle, Point& z, Row& row) {
        descendLower(oracle, z.x, z.y, xiY(oracle, z), T, row.lowerPath("lower_path"));
        const Vector gradXF = oracle.f(z).gradient.x;
        z.x -= xiX * gradXF;
        oracle.problem().project(z);
        row("grad_x_f_norm", gradXF.norm());
    }
};
static_assert(Stepper<Alternating>);

}  // namespace

Algorithm alternating() {
    return describe<Alternating>({
        .id = "alternating",
        .name = "Alternating GD",
        .family = Family::bome,
        .summary = "Gradient steps on g in y, then one on f in x, blind to how y*(x) answers a move of x.",
        .reference = "Folklore; the naive baseline",
        .assumptions = "Right only where the minimiser of f(·, y) for fixed y is what is wanted.",
        .failures = "Ignores dy*/dx, so it settles where ∇x f = 0 instead of where the hypergradient vanishes; "
                    "does not move x at all where f depends on y alone.",
        .rule = {{R"(y \leftarrow y - \xi_y \nabla_y g(x, y)\quad T\text{ times})",
                  {"lower_step_size", "inner_steps", "lower_residual"}},
                 {R"(x \leftarrow x - \xi_x \nabla_x f(x, y))", {"upper_step_size", "grad_x_f_norm"}}},
        .told = {{"f", Told::As::change}, {"grad_x_f_norm"}},
    });
}

}  // namespace bilevel
