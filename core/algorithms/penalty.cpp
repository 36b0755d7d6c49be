// Penalty. A. Mehra, J. Hamm: "Penalty Method for Inversion-Free Deep Bilevel Optimization", arXiv 1911.03432, in
// the form of the BOME authors' scripts (m is the number of lower variables, H = ∇²yy g, J = ∂(∇y g)/∂x):
//
//     y ← y − ξy (∇y f + Hν/m + λ ∇y g + γ H ∇y g)   T times
//     x ← x − ξx (∇x f + Jᵀν/m + γ Jᵀ∇y g)           at the new y
//
// and, once the squared length of both directions is below tol²: γ grows, λ, tol and both steps shrink, and
// ν ← ν + γ ∇y g.

#include "core/algorithms/algorithm.h"

namespace bilevel {
namespace {

struct Penalty {
    int T = 10;
    LowerStep xiY{0.05};
    double xiX = 0.05, lambda = 0.1, tolerance = 0.01, gamma = 0.01;
    double growth = 1.1, shrinkage = 0.9, initialMultiplier = 1e-4;
    int scale = mean;

    enum Scale { mean, sum };
    static constexpr std::string_view scales[]{"mean", "sum"};
    static constexpr std::string_view scaleLabels[]{"mean of ν ⊙ ∇ᵧg", "sum of ν ⊙ ∇ᵧg"};

    static constexpr Term terms[]{
        {"gamma", "γ", "weight of the penalty ‖∇ᵧg‖²/2", Term::Kind::logarithmic, Term::Group::barrier},
        {"lower_weight", "λg", "weight of g in the lower steps", Term::Kind::logarithmic, Term::Group::barrier},
        {"multiplier_norm", "‖ν‖", "multipliers of ∇ᵧg = 0", Term::Kind::logarithmic, Term::Group::barrier},
        {"tolerance", "tol", "both directions must get below it before the penalty grows", Term::Kind::logarithmic,
         Term::Group::convergence},
        {"lower_direction_norm", "‖G‖", "direction of the last lower step", Term::Kind::logarithmic,
         Term::Group::convergence, "tolerance"},
        {"upper_direction_norm", "‖P‖", "direction of the upper step", Term::Kind::logarithmic,
         Term::Group::convergence, "tolerance"},
        {"updates", "#γ", "times the penalty has grown", Term::Kind::linear, Term::Group::barrier},
        {"pull_f", "−∇ₓf", "pull of the upper objective", Term::Kind::arrow, Term::Group::table},
        {"pull_s", "−Jᵀ(ν + γ∇ᵧg)", "pull of the multipliers and the penalty", Term::Kind::arrow,
         Term::Group::table},
        {"direction", "−P", "the direction of the upper step", Term::Kind::arrow, Term::Group::table},
        {"penalised_path", "y⁰ … yᵀ", "steps of y against f, g and the penalty", Term::Kind::path,
         Term::Group::table},
    };

    void parameters(Parameters& p) {
        using enum Parameters::Scale;
        p.integer("inner_steps", T, {1, 200}, "T", "inner steps");
        p.lowerStep("lower_step_size", xiY, {1e-5, 10}, "ξy", "lower step size");
        p.real("upper_step_size", xiX, {1e-5, 10}, logarithmic, "ξx", "upper step size");
        p.real("lower_weight", lambda, {0, 100}, logarithmic, "λg", "weight of g");
        p.real("tolerance", tolerance, {1e-8, 10}, logarithmic, "tol", "tolerance");
        p.real("gamma", gamma, {0, 1000}, logarithmic, "γ", "penalty");
        p.real("growth", growth, {1, 10}, linear, "c", "growth of γ");
        p.real("shrinkage", shrinkage, {0.1, 1}, linear, "d", "shrinkage of λ_g, tol and steps");
        p.real("initial_multiplier", initialMultiplier, {0, 1}, logarithmic, "ν₀", "initial multipliers");
        p.choice("multiplier_scale", scale, scales, scaleLabels, "⟨ν⟩", "multiplier term");
    }

    void begin(Oracle& oracle, const Point& /*z*/) { nu = Vector::Constant(oracle.ny(), initialMultiplier); }

    void step(Oracle& oracle, Point& z, Row& row) {
        const double share = scale == mean ? 1.0 / oracle.ny() : 1;
        const double sizeY = shrunk * xiY(oracle, z);
        Vector G;
        const Visited visited = row.lowerPath("penalised_path");
        if (visited != nullptr) visited->push_back(z.y);
        for (int t = 0; t < T; ++t) {
            const Vector gradYG = oracle.gradientYG(z.x, z.y), along = share * nu + gamma * gradYG;
            G = oracle.f(z).gradient.y + lambda * gradYG + oracle.hessianVector(z, along);
            z.y -= sizeY * G;
            oracle.problem().projectLower(z.y);
            if (visited != nullptr) visited->push_back(z.y);
        }
        const Vector gradYG = oracle.gradientYG(z.x, z.y), along = share * nu + gamma * gradYG;
        const Vector gradXF = oracle.f(z).gradient.x, P = gradXF + oracle.jacobianVector(z, along);
        z.x -= shrunk * xiX * P;
        oracle.problem().project(z);
        record(row, G, P);
        const Vector still = Vector::Zero(oracle.ny());
        row.arrow("pull_f", {-gradXF, still});
        row.arrow("pull_s", {gradXF - P, still});
        row.arrow("direction", {-P, still});
        if (G.squaredNorm() + P.squaredNorm() < tolerance * tolerance) tighten(gradYG);
    }

    void tighten(const Vector& gradYG) {
        gamma *= growth;
        tolerance *= shrinkage;
        lambda *= shrinkage;
        shrunk *= shrinkage;
        nu += gamma * gradYG;
        ++updates;
    }

    void record(Row& row, const Vector& G, const Vector& P) const {
        row("gamma", gamma);
        row("lower_weight", lambda);
        row("multiplier_norm", nu.norm());
        row("tolerance", tolerance);
        row("lower_direction_norm", G.norm());
        row("upper_direction_norm", P.norm());
        row("updates", updates);
    }

    Vector nu;          ///< multipliers of ∇y g = 0
    double shrunk = 1;  ///< by how much both steps are shorter than at the start
    int updates = 0;
};
static_assert(Stepper<Penalty>);

}  // namespace

Algorithm penalty() {
    return describe<Penalty>({
        .id = "penalty",
        .name = "Penalty",
        .family = Family::bome,
        .summary =
            "Minimises f with an augmented Lagrangian for ∇y g = 0 whose weights grow when it comes to rest.",
        .reference = "Mehra, Hamm: Penalty Method for Inversion-Free Deep Bilevel Optimization, arXiv 1911.03432",
        .assumptions = "g(x, ·) convex with an invertible Hessian; enough iterations for the penalty to grow.",
        .failures = "The penalty grows only when both directions are short: a run may end after a handful of "
                    "updates, far outside the lower solutions and with a low f bought by it. On a min–max problem "
                    "with λ_g = 1 the terms in y cancel, and y never moves.",
        .checked = Assumption::convex,
        .presets =
            {{"minmax_script",
              "Min–max script",
              "Ye et al., toy/toy_adv.py",
              {{"lower_weight", 1.0}, {"tolerance", 0.1}}},
             {"lls_script",
              "LLS script",
              "Ye et al., toy/toy_lls.py",
              {{"inner_steps", 1.0}, {"tolerance", 0.1}, {"lower_step_size", 0.5}, {"upper_step_size", 0.5}}},
             {"sum",
              "Sum of multiplier terms",
              "hammlab/bilevel-penalty: ν starts at 0, sum instead of mean",
              {{"multiplier_scale", "sum"}, {"initial_multiplier", 0.0}}}},
        .rule =
            {{R"(G = \nabla_y f + H (\nu / m + \gamma \nabla_y g) + \lambda_g \nabla_y g,\quad y \leftarrow y - \xi_y G\quad T\text{ times})",
              {"lower_direction_norm", "multiplier_norm", "gamma", "lower_weight", "lower_step_size",
               "inner_steps"},
              {{"multiplier_scale", "mean"}}},
             {R"(G = \nabla_y f + H (\nu + \gamma \nabla_y g) + \lambda_g \nabla_y g,\quad y \leftarrow y - \xi_y G\quad T\text{ times})",
              {"lower_direction_norm", "multiplier_norm", "gamma", "lower_weight", "lower_step_size",
               "inner_steps"},
              {{"multiplier_scale", "sum"}}},
             {R"(P = \nabla_x f + J^\top (\nu / m + \gamma \nabla_y g),\quad x \leftarrow x - \xi_x P)",
              {"upper_direction_norm", "upper_step_size"},
              {{"multiplier_scale", "mean"}}},
             {R"(P = \nabla_x f + J^\top (\nu + \gamma \nabla_y g),\quad x \leftarrow x - \xi_x P)",
              {"upper_direction_norm", "upper_step_size"},
              {{"multiplier_scale", "sum"}}},
             {R"(\text{if }\lVert G \rVert^2 + \lVert P \rVert^2 < \text{tol}^2:)", {"tolerance"}},
             {R"(\quad \gamma \leftarrow c \gamma,\quad (\text{tol}, \lambda_g, \xi_x, \xi_y) \leftarrow d \cdot (\text{tol}, \lambda_g, \xi_x, \xi_y),\quad \nu \leftarrow \nu + \gamma \nabla_y g)",
              {"updates", "growth", "shrinkage"}}},
        .told = {{"updates"}, {"gamma"}, {"f", Told::As::change}},
    });
}

}  // namespace bilevel
