#include "core/record/term.h"

namespace bilevel {

std::span<const Term> glossary() {
    using enum Term::Kind;
    using enum Term::Group;
    static constexpr Term terms[]{
        {"f", "f(x, y)", "upper objective", linear, convergence},
        {"g", "g(x, y)", "lower objective", linear, table},
        {"q_hat", "q̂", "constraint gap g(x, y) − g(x, ŷ), as the method sees it", logarithmic, convergence},
        {"lower_residual", "‖∇ᵧg‖", "distance of y from lower stationarity", logarithmic, norms},
        {"f_x_norm", "‖∇ₓf‖", "partial gradient of the upper objective in x", logarithmic, table},
        {"f_y_norm", "‖∇ᵧf‖", "partial gradient of the upper objective in y", logarithmic, table},
        {"inner_residual", "‖∇ᵧg(x, y⁺)‖", "lower gradient after the inner steps, at the x that is left",
         logarithmic, norms},
        {"lower_path", "y⁰ … yᵀ", "inner steps of y on g(x, ·)", path, table},
        {"step_norm", "‖δ‖", "length of the step, divided by nothing", logarithmic, norms},
        {"hypergradient", "ĥ", "the method's estimate of dF/dx", arrow, table},
        {"hypergradient_norm", "‖ĥ‖", "length of the estimated hypergradient", logarithmic, norms},
        {"linear_residual", "‖Hv − ∇ᵧf‖", "how well v solves the linear system behind the hypergradient",
         logarithmic, norms},
        {"true_gap", "q", "true gap g(x, y) − min g(x, ·), from the exact lower level", logarithmic, truth,
         "q_hat"},
        {"hypergradient_error", "‖ĥ − dF/dx‖", "error of the method's hypergradient", logarithmic, truth},
        {"hypergradient_relative_error", "‖ĥ − dF/dx‖ / ‖dF/dx‖", "the same, relative", logarithmic, truth},
        {"hypergradient_angle", "∠(ĥ, dF/dx)",
         "angle between the method's hypergradient and the true one, in degrees", linear, truth},
        {"true_hypergradient_norm", "‖dF/dx‖", "length of the true hypergradient on the branch of y", logarithmic,
         truth, "hypergradient_norm"},
        {"kkt_residual", "K", "‖∇f + λ̄∇q‖² + q with the true gap", logarithmic, truth},
        {"distance_to_solution", "‖z − z*‖", "distance to the known solution", logarithmic, truth},
        {"true_hypergradient", "dF/dx", "true hypergradient on the branch of y", arrow, table, "hypergradient"},
        {"f_gradients", "#∇f", "gradients of f asked for so far", linear, table},
        {"g_gradients", "#∇g", "gradients of g asked for so far", linear, table},
        {"hessian_vector_products", "#Hv", "products ∇²ᵧᵧg · v asked for so far", linear, table},
        {"jacobian_vector_products", "#Jᵀv", "products ∇ₓ⟨∇ᵧg, v⟩ asked for so far", linear, table},
    };
    return terms;
}

}  // namespace bilevel
