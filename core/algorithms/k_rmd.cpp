// Truncated reverse mode. A. Shaban, C.-A. Cheng, N. Hatch, B. Boots: "Truncated Back-propagation for Bilevel
// Optimization", AISTATS 2019: reverse mode through the last K of T inner steps.

#include "core/algorithms/hypergradient_loop.h"
#include "core/algorithms/lower_path.h"

namespace bilevel {
namespace {

struct KRmd {
    HypergradientLoop loop;
    int K = 5;

    void parameters(Parameters& p) {
        loop.parameters(p);
        p.integer("truncation", K, {1, 200}, "K", "steps differentiated");
    }
    std::optional<Error> conflict() const {
        if (K <= loop.T) return {};
        return Error{"truncation (" + std::to_string(K) + ") must not exceed inner_steps (" +
                         std::to_string(loop.T) + "): only steps that were taken can be differentiated",
                     -1, 0, "truncation"};
    }
    void begin(Oracle& /*oracle*/, const Point& z) { loop.begin(z); }

    void step(Oracle& oracle, Point& z, Row& row) {
        path.descend(oracle, z.x, z.y, loop.prepare(oracle, z), loop.T, row.lowerPath("lower_path"));
        const Point f = oracle.f(z).gradient;
        Vector h = f.x;
        path.reverse(oracle, z.x, f.y, std::min(K, loop.T), h);
        loop.moveUpper(oracle, z, h, row);
    }

    LowerPath path;
};
static_assert(Stepper<KRmd>);

}  // namespace

Algorithm k_rmd() {
    return describe<KRmd>({
        .id = "k_rmd",
        .name = "K-RMD, truncated",
        .family = Family::hypergradients,
        .summary = "Differentiates through the last K inner steps only.",
        .reference =
            "Shaban, Cheng, Hatch, Boots: Truncated Back-propagation for Bilevel Optimization, AISTATS 2019",
        .assumptions = "g(x, ·) strongly convex, and a lower step below 2/L_g.",
        .failures = "What the first T − K steps owe to x is missing: the bias shrinks with K alone.",
        .checked = Assumption::convex,
        .rule =
            {{R"(y_{t+1} = y_t - \alpha \nabla_y g(x, y_t),\quad t = 0, \ldots, T - 1,\quad y_0 = y)",
              {"lower_step_size", "inner_steps"},
              {{"lower_start", "warm"}}},
             {R"(y_{t+1} = y_t - \alpha \nabla_y g(x, y_t),\quad t = 0, \ldots, T - 1,\quad y_0 = \text{ the first }y)",
              {"lower_step_size", "inner_steps"},
              {{"lower_start", "cold"}}},
             {R"(p_T = \nabla_y f(x, y_T),\quad h_T = \nabla_x f(x, y_T))"},
             {R"(h_t = h_{t+1} - \alpha J_t^\top p_{t+1},\quad p_t = p_{t+1} - \alpha H_t p_{t+1},\quad t = T - 1, \ldots, T - K)",
              {"truncation"}},
             {R"(x \leftarrow x - \xi_x \hat h,\quad \hat h = h_{T - K},\quad y \leftarrow y_T)",
              {"upper_step_size", "hypergradient", "hypergradient_norm"}}},
        .told = {{"hypergradient_norm", Told::As::change}, {"f", Told::As::change}},
    });
}

}  // namespace bilevel
