// Iterative differentiation in reverse mode. J. Domke, AISTATS 2012; D. Maclaurin, D. Duvenaud, R. Adams, ICML
// 2015; L. Franceschi, M. Donini, P. Frasconi, M. Pontil: "Forward and Reverse Gradient-Based Hyperparameter
// Optimization", ICML 2017.
//
//     y_T ← T steps on g(x, ·);   a = ∇y f(x, y_T),  ĥ = ∇x f;
//     for t = T − 1 … 0:   ĥ ← ĥ − α J(x, y_t)ᵀ a,   a ← a − α H(x, y_t) a

#include "core/algorithms/hypergradient_loop.h"
#include "core/algorithms/lower_path.h"

namespace bilevel {
namespace {

struct Itd {
    HypergradientLoop loop;

    void parameters(Parameters& p) { loop.parameters(p); }
    void begin(Oracle& /*oracle*/, const Point& z) { loop.begin(z); }

    void step(Oracle& oracle, Point& z, Row& row) {
        path.descend(oracle, z.x, z.y, loop.prepare(oracle, z), loop.T, row.lowerPath("lower_path"));
        const Point f = oracle.f(z).gradient;
        Vector h = f.x;
        path.reverse(oracle, z.x, f.y, loop.T, h);
        loop.moveUpper(oracle, z, h, row);
    }

    LowerPath path;
};
static_assert(Stepper<Itd>);

}  // namespace

Algorithm itd() {
    return describe<Itd>({
        .id = "itd",
        .name = "ITD, reverse",
        .family = Family::hypergradients,
        .summary = "Differentiates through all inner steps, backwards.",
        .reference = "Franceschi, Donini, Frasconi, Pontil: Forward and Reverse Gradient-Based Hyperparameter "
                     "Optimization, ICML 2017",
        .assumptions = "g(x, ·) strongly convex, and a lower step below 2/L_g.",
        .failures = "With few inner steps and a cold start it is badly biased; a lower step above 2/L_g explodes.",
        .checked = Assumption::convex,
        .rule =
            {{R"(y_{t+1} = y_t - \alpha \nabla_y g(x, y_t),\quad t = 0, \ldots, T - 1,\quad y_0 = y)",
              {"lower_step_size", "inner_steps"},
              {{"lower_start", "warm"}}},
             {R"(y_{t+1} = y_t - \alpha \nabla_y g(x, y_t),\quad t = 0, \ldots, T - 1,\quad y_0 = \text{ the first }y)",
              {"lower_step_size", "inner_steps"},
              {{"lower_start", "cold"}}},
             {R"(p_T = \nabla_y f(x, y_T),\quad h_T = \nabla_x f(x, y_T))"},
             {R"(h_t = h_{t+1} - \alpha J_t^\top p_{t+1},\quad p_t = p_{t+1} - \alpha H_t p_{t+1},\quad t = T - 1, \ldots, 0)"},
             {R"(x \leftarrow x - \xi_x \hat h,\quad \hat h = h_{0},\quad y \leftarrow y_T)",
              {"upper_step_size", "hypergradient", "hypergradient_norm"}}},
        .told = {{"hypergradient_norm", Told::As::change}, {"f", Told::As::change}},
    });
}

}  // namespace bilevel
