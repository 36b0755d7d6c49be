// TTSA with exact gradients. M. Hong, H.-T. Wai, Z. Wang, Z. Yang: "A Two-Timescale Stochastic Algorithm Framework
// for Bilevel Optimization: Complexity Analysis and Application to Actor-Critic", SIAM J. Optimization 33, 2023.
//
//     y ← y − βk ∇y g,                      βk = β (k + 1)^−0.4
//     v = Q η (I − ηH)ᵖ ∇y f,   p drawn from 0 … Q − 1
//     x ← x − αk (∇x f − Jᵀv),              αk = α (k + 1)^−0.6
//
// Or, without the draw, the whole series: v = η Σ (I − ηH)ⁱ ∇y f, i = 0 … Q.

#include "core/algorithms/algorithm.h"
#include "core/algorithms/hypergradient.h"
#include "core/algorithms/neumann_sum.h"
#include "core/algorithms/random.h"

#include <algorithm>
#include <cmath>

namespace bilevel {
namespace {

struct Ttsa {
    LowerStep beta{0.1}, eta{0.1};
    int Q = 10;
    double alpha = 0.1;
    double lowerDecay = 0.4, upperDecay = 0.6;
    int series = drawn, seed = 0;

    enum Series { drawn, whole };
    static constexpr std::string_view seriesIds[]{"drawn", "whole"};
    static constexpr std::string_view seriesLabels[]{"one term, at random", "all terms"};

    static constexpr Term terms[]{
        {"alpha_k", "αk", "step of x", Term::Kind::logarithmic, Term::Group::convergence},
        {"beta_k", "βk", "step of y", Term::Kind::logarithmic, Term::Group::convergence, "alpha_k"},
        {"drawn_factors", "p", "products of the term of the series that was drawn", Term::Kind::linear,
         Term::Group::norms},
    };

    void parameters(Parameters& p) {
        using enum Parameters::Scale;
        p.lowerStep("lower_step_size", beta, {1e-5, 10}, "β", "lower step size");
        p.real("upper_step_size", alpha, {1e-5, 10}, logarithmic, "α", "upper step size");
        p.real("lower_decay", lowerDecay, {0, 1}, linear, "e", "β falls as (k+1)^−e");
        p.real("upper_decay", upperDecay, {0, 1}, linear, "e'", "α falls as (k+1)^−e'");
        p.integer("solver_steps", Q, {0, 200}, "Q", "products in the Neumann series");
        p.lowerStep("solver_step_size", eta, {1e-5, 10}, "η", "step of the Neumann series");
        p.choice("series", series, seriesIds, seriesLabels, "Σ", "terms of the Neumann series");
        p.integer("seed", seed, {0, 1'000'000}, "#", "seed of the draws");
    }

    std::optional<Error> conflict() const {
        if (series != drawn || Q >= 1) return {};
        return Error{"solver_steps must be at least 1 where a term is drawn: there is none in an empty series", -1,
                     0, "solver_steps"};
    }

    void begin(Oracle& /*oracle*/, const Point& /*z*/) { random.seed(seed); }

    void step(Oracle& oracle, Point& z, Row& row) {
        ++k;
        const double betaK = beta(oracle, z) * std::pow(k, -lowerDecay), alphaK = alpha * std::pow(k, -upperDecay);
        descendLower(oracle, z.x, z.y, betaK, 1, row.lowerPath("lower_path"));
        const Point gradF = oracle.f(z).gradient;
        const double size = eta(oracle, z);
        const NeumannSum v =
            series == drawn ? drawTerm(oracle, z, gradF.y, size, row) : neumannSum(oracle, z, gradF.y, size, Q);
        const Vector hypergradient = gradF.x - oracle.jacobianVector(z, v.sum);
        followHypergradient(oracle, z, alphaK, hypergradient, row);
        row("linear_residual", v.residual);
        row("alpha_k", alphaK);
        row("beta_k", betaK);
    }

    /// One of the first Q terms, times Q: its mean over the draws is their sum.
    NeumannSum drawTerm(Oracle& oracle, const Point& z, const Vector& b, double size, Row& row) {
        const int many = std::max(Q, 1), p = random.below(many);
        Vector term = b;
        for (int i = 0; i < p; ++i) term -= size * oracle.hessianVector(z, term);
        row("drawn_factors", p);
        const Vector v = many * size * term;
        const Oracle::Uncharged recording(oracle);
        return {v, (oracle.hessianVector(z, v) - b).norm()};
    }

    Random random;
    double k = 0;
};
static_assert(Stepper<Ttsa>);

}  // namespace

Algorithm ttsa() {
    return describe<Ttsa>({
        .id = "ttsa",
        .name = "TTSA",
        .family = Family::loops,
        .summary =
            "One step of y on g and one of x along the hypergradient, on two time scales: x slows down faster.",
        .reference =
            "Hong, Wai, Wang, Yang: A Two-Timescale Stochastic Algorithm Framework for Bilevel Optimization, "
            "SIAM J. Optimization 33, 2023",
        .assumptions = "g(x, ·) strongly convex; η < 1/L_g. The noise of the paper is off: gradients and products "
                       "are exact; the "
                       "draw of a term of the series is not, and follows the seed.",
        .failures =
            "Slow by design: tens of thousands of iterations for four digits. The terms cut off the series "
            "bias the end point, and a drawn term is far from their sum: the path is rough.",
        .checked = Assumption::convex,
        .rule =
            {{R"(\beta_k = \beta (k + 1)^{-e},\quad \alpha_k = \alpha (k + 1)^{-e'})",
              {"beta_k", "lower_step_size", "lower_decay", "alpha_k", "upper_step_size", "upper_decay"}},
             {R"(y \leftarrow y - \beta_k \nabla_y g(x, y))", {"lower_residual"}},
             {R"(v = Q \eta (I - \eta H)^p \nabla_y f,\quad p\text{ drawn from }0, \ldots, Q - 1,\quad H = \nabla_{yy}^2 g)",
              {"solver_steps", "solver_step_size", "drawn_factors", "linear_residual"},
              {{"series", "drawn"}}},
             {R"(v = \eta \sum_{i=0}^{Q} (I - \eta H)^i \nabla_y f,\quad H = \nabla_{yy}^2 g)",
              {"solver_step_size", "solver_steps", "linear_residual"},
              {{"series", "whole"}}},
             {R"(\hat h = \nabla_x f - J^\top v,\quad J = \nabla_{yx}^2 g)",
              {"hypergradient", "hypergradient_norm"}},
             {R"(x \leftarrow x - \alpha_k \hat h)"}},
        .told = {{"hypergradient_norm", Told::As::change}, {"alpha_k"}, {"f", Told::As::change}},
    });
}

}  // namespace bilevel
