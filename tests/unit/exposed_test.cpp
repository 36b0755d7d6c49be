// What a method makes visible of itself: the quantities that its literature looks at.

#include "tests/unit/known_problems.h"

namespace bilevel {
namespace {

struct Exposed {
    const char* method;
    std::vector<const char*> quantities;  ///< of vectors, the common part of their columns
};
std::ostream& operator<<(std::ostream& out, const Exposed& exposed) { return out << exposed.method; }

class ExposedBy : public testing::TestWithParam<Exposed> {};

TEST_P(ExposedBy, IsRecordedWithSymbolAndMeaning) {
    const Algorithm& algorithm = *findAlgorithm(GetParam().method);
    const Trajectory t = runOf(algorithm.id, quad(), 5);
    std::vector<std::string> wanted{"f", "g", "f_x_norm", "f_y_norm", "lower_residual"};
    wanted.insert(wanted.end(), GetParam().quantities.begin(), GetParam().quantities.end());
    for (const std::string& id : wanted) {
        const bool recordedAsVector = !t.column(id + "_x1").empty() || !t.column(id + "_y1").empty();
        EXPECT_TRUE(recordedAsVector || !t.column(id).empty()) << id;
        const Term* term = algorithm.term(id);
        ASSERT_NE(term, nullptr) << id;
        EXPECT_FALSE(term->symbol.empty()) << id;
        EXPECT_FALSE(term->meaning.empty()) << id;
    }
}

const std::vector<const char*> unrolled{"hypergradient_norm", "hypergradient", "inner_residual"};
const std::vector<const char*> solved{"hypergradient_norm", "hypergradient", "inner_residual", "linear_residual"};
const std::vector<const char*> tracked{"hypergradient_norm", "hypergradient", "linear_residual"};

INSTANTIATE_TEST_SUITE_P(
    Methods, ExposedBy,
    testing::Values(Exposed{"bome",
                            {"lambda", "phi", "q_hat", "grad_q_norm", "inner_product", "cosine", "step_norm",
                             "descent_ratio", "active", "inner", "stationarity"}},
                    Exposed{"bsg1", {"coefficient", "inner_residual", "hypergradient"}},
                    Exposed{"bvfsm", {"smoothed_minimum", "barrier_weight", "reversed", "slack"}},
                    Exposed{"penalty",
                            {"gamma", "lower_weight", "multiplier_norm", "tolerance", "lower_direction_norm",
                             "upper_direction_norm", "updates"}},
                    Exposed{"ogda", {"radius", "turn"}}, Exposed{"implicit", solved}, Exposed{"aid_cg", solved},
                    Exposed{"aid_fp", solved}, Exposed{"aid_neumann", solved}, Exposed{"hoag", solved},
                    Exposed{"itd", unrolled}, Exposed{"k_rmd", unrolled}, Exposed{"forward_mode", unrolled},
                    Exposed{"t1_t2", unrolled}, Exposed{"pzobo", unrolled}, Exposed{"stocbio", tracked},
                    Exposed{"amigo", {"hypergradient", "linear_residual", "solver_error"}},
                    Exposed{"soba", {"hypergradient", "linear_residual", "solver_error", "rho_k", "gamma_k"}},
                    Exposed{"ttsa", {"hypergradient", "linear_residual", "alpha_k", "beta_k", "drawn_factors"}},
                    Exposed{"biadam", {"hypergradient", "step_shortest", "step_longest", "effective_step"}},
                    Exposed{"f2sa", {"lambda", "tracker_distance", "q_hat"}},
                    Exposed{"vpbgd", {"gamma", "q_hat", "projected_gradient"}},
                    Exposed{"gpbgd", {"penalty_value", "projected_gradient"}},
                    Exposed{"galet", {"normal_residual", "linear_residual", "hypergradient"}},
                    Exposed{"meha", {"penalty", "tracker_distance", "q_hat"}},
                    Exposed{"safe_gradient_flow", {"tube", "lambda"}}, Exposed{"pgd_cqa", {"lambda", "phi"}},
                    Exposed{"sqcqp", {"tube", "lambda", "step_length", "halvings"}},
                    Exposed{"bda", {"hypergradient"}}, Exposed{"dbgd", {"lambda", "phi", "q_hat"}}),
    [](const auto& test) { return std::string(test.param.method); });

// ⟨∇q̂, δ⟩ is at least φ, and equal to it where the barrier is active.
TEST(Bome, KeepsTheDescentThatItsBarrierDemands) {
    const Trajectory t = runOf("bome", quad(), 300, {{"epsilon", 0.0}});
    int active = 0;
    for (int k = 0; k < 300; ++k) {
        if (recorded(t, "phi", k) == 0) continue;  // nothing is demanded
        const double ratio = recorded(t, "descent_ratio", k);
        EXPECT_GT(ratio, 1 - 1e-9) << k;
        if (recorded(t, "active", k) != 1) continue;
        ++active;
        EXPECT_NEAR(ratio, 1, 1e-9) << k;
    }
    EXPECT_GT(active, 100);
}

}  // namespace
}  // namespace bilevel
