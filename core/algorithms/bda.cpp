// BDA, bi-level descent aggregation. R. Liu, P. Mu, X. Yuan, S. Zeng, J. Zhang: "A Generic First-Order Algorithmic
// Framework for Bi-Level Programming Beyond Lower-Level Singleton", ICML 2020. The inner steps descend a mixture
// of both objectives, and the hypergradient is differentiated backwards through them:
//
//     μt = a/(t + 1),   y_{t+1} = y_t − α ((1 − μt) sg ∇y g + μt sf ∇y f)(x, y_t),   t = 0 … T − 1
//     p = ∇y f(x, y_T),  ĥ = ∇x f;   for t = T − 1 … 0:
//         ĥ ← ĥ − α ((1 − μt) sg ∇²xy g + μt sf ∇²xy f) p,   p ← p − α ((1 − μt) sg ∇²yy g + μt sf ∇²yy f) p
//     x ← x − ξ ĥ

#include "core/algorithms/algorithm.h"
#include "core/algorithms/hypergradient.h"

#include <vector>

namespace bilevel {
namespace {

struct Bda {
    int T = 20;
    LowerStep alpha{0.1};
    double xi = 0.1;
    double a = 0.4, scaleG = 1, scaleF = 1;
    int lowerStart = cold;

    enum Start { warm, cold };
    static constexpr std::string_view starts[]{"warm", "cold"};
    static constexpr std::string_view startLabels[]{"from the last y", "from the first y"};

    void parameters(Parameters& p) {
        using enum Parameters::Scale;
        p.integer("inner_steps", T, {1, 1000}, "T", "inner steps");
        p.lowerStep("lower_step_size", alpha, {1e-5, 10}, "α", "lower step size");
        p.real("upper_step_size", xi, {1e-5, 10}, logarithmic, "ξ", "upper step size");
        p.real("aggregation", a, {0, 1}, linear, "a", "share of f in the first inner step");
        p.real("lower_scale", scaleG, {0, 10}, linear, "sg", "scale of ∇g in the mixture");
        p.real("upper_scale", scaleF, {0, 10}, linear, "sf", "scale of ∇f in the mixture");
        p.choice("lower_start", lowerStart, starts, startLabels, "y₀", "start of the inner steps");
    }

    void begin(Oracle& /*oracle*/, const Point& z) {
        first = z.y;
        path.resize(static_cast<std::size_t>(T));
    }

    void step(Oracle& oracle, Point& z, Row& row) {
        const double size = alpha(oracle, z);
        if (lowerStart == cold) z.y = first;
        for (std::size_t t = 0; t < path.size(); ++t) descend(oracle, z, size, t);

        const Point gradF = oracle.f(z).gradient;
        Point adjoint = gradF;  // (ĥ, p)
        for (std::size_t t = path.size(); t-- > 0;) differentiate(oracle, z.x, size, t, adjoint);
        followHypergradient(oracle, z, xi, adjoint.x, row);
    }

    /// What multiplies ∇g and ∇f in inner step t.
    struct Mixture {
        double g, f;
    };
    Mixture mixture(double step, std::size_t t) const {
        const double mu = a / static_cast<double>(t + 1);
        return {step * (1 - mu) * scaleG, step * mu * scaleF};
    }

    void descend(Oracle& oracle, Point& z, double size, std::size_t t) {
        const Mixture share = mixture(size, t);
        path[t].y = z.y;
        z.y -= share.g * oracle.gradientYG(z.x, z.y) + share.f * oracle.f(z).gradient.y;
        const Vector wanted = z.y;
        oracle.problem().projectLower(z.y);
        path[t].free = (z.y.array() == wanted.array()).cast<double>();
    }

    void differentiate(Oracle& oracle, const Vector& x, double size, std::size_t t, Point& adjoint) const {
        const Mixture share = mixture(size, t);
        const Point at{x, path[t].y};
        const Vector p = adjoint.y.cwiseProduct(path[t].free);
        const Point upper = oracle.upperProducts(at, p);
        adjoint.x -= share.g * oracle.jacobianVector(at, p) + share.f * upper.x;
        adjoint.y = p - share.g * oracle.hessianVector(at, p) - share.f * upper.y;
    }

    struct Visited {
        Vector y, free;  ///< before the step; 1 where the bounds let it be, else 0
    };
    std::vector<Visited> path;
    Vector first;
};
static_assert(Stepper<Bda>);

}  // namespace

Algorithm bda() {
    return describe<Bda>({
        .id = "bda",
        .name = "BDA",
        .family = Family::constraints,
        .summary =
            "Inner steps on a mixture of g and a fading share of f, differentiated backwards: f picks among "
            "several lower solutions.",
        .reference =
            "Liu, Mu, Yuan, Zeng, Zhang: A Generic First-Order Algorithmic Framework for Bi-Level Programming "
            "Beyond Lower-Level Singleton, ICML 2020",
        .assumptions = "g(x, ·) convex, f(x, ·) strongly convex; the lower solution need not be unique.",
        .failures = "The share of f fades slowly, so it needs many inner steps T; too large a share leaves y off "
                    "the lower solutions.",
        .presets =
            {{"boml_default", "BOML, default", "dut-media-lab/BOML: a = 0, which is ITD", {{"aggregation", 0.0}}},
             {"boml_script", "BOML, script", "dut-media-lab/BOML: a = 0.4", {{"aggregation", 0.4}}}},
        .rule =
            {{R"(\mu_t = \frac{a}{t + 1},\quad t = 0, \ldots, T - 1,\quad y_0 = \text{the first }y)",
              {"aggregation", "inner_steps"},
              {{"lower_start", "cold"}}},
             {R"(\mu_t = \frac{a}{t + 1},\quad t = 0, \ldots, T - 1,\quad y_0 = y)",
              {"aggregation", "inner_steps"},
              {{"lower_start", "warm"}}},
             {R"(y_{t+1} = y_t - \alpha \left((1 - \mu_t) s_g \nabla_y g + \mu_t s_f \nabla_y f\right)(x, y_t))",
              {"lower_step_size", "lower_scale", "upper_scale"}},
             {R"(h_T = \nabla_x f(x, y_T),\quad p_T = \nabla_y f(x, y_T))"},
             {R"(h_t = h_{t+1} - \alpha \left((1 - \mu_t) s_g \nabla_{xy}^2 g + \mu_t s_f \nabla_{xy}^2 f\right) p_{t+1})"},
             {R"(p_t = p_{t+1} - \alpha \left((1 - \mu_t) s_g \nabla_{yy}^2 g + \mu_t s_f \nabla_{yy}^2 f\right) p_{t+1})"},
             {R"(x \leftarrow x - \xi \hat h,\quad \hat h = h_0,\quad y \leftarrow y_T)",
              {"upper_step_size", "hypergradient", "hypergradient_norm"}}},
        .told = {{"hypergradient_norm", Told::As::change}, {"f", Told::As::change}},
    });
}

}  // namespace bilevel
