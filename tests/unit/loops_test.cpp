// Loops that follow a hypergradient, with exact gradients, on a problem whose solution and biases are known.

#include "tests/unit/known_problems.h"

namespace bilevel {
namespace {

/// Where x settles when H⁻¹ is replaced by M = (I − (I − ηA)^(Q+1)) A⁻¹, as a Neumann series does: the root of
/// 0.1 x + BᵀM (A⁻¹Bx − t).
double neumannBias(double eta, int Q) {
    const Eigen::Matrix2d a = quadA(), b = quadB(), one = Eigen::Matrix2d::Identity();
    Eigen::Matrix2d left = one;
    for (int i = 0; i <= Q; ++i) left = left * (one - eta * a);
    const Eigen::Matrix2d m = (one - left) * a.inverse();
    const Eigen::Matrix2d slope = 0.1 * one + b.transpose() * m * a.inverse() * b;
    const Eigen::Vector2d x = slope.inverse() * b.transpose() * m * quadTarget();
    return (x - quadSolution().x).norm();
}

NamedSettings series(double eta, int terms) {
    return {{"solver_step_size", eta}, {"solver_steps", static_cast<double>(terms)}};
}

TEST(Stocbio, IsOffByWhatTheSeriesLeavesOut) {
    for (const auto& [terms, published] : {std::pair{1, 7.9e-2}, {10, 2.4e-3}}) {
        EXPECT_NEAR(neumannBias(0.3, terms), published, 0.02 * published) << "the closed form itself";
        EXPECT_NEAR(quadError("stocbio", 3000, series(0.3, terms)), neumannBias(0.3, terms), 1e-9);
    }
}

TEST(Stocbio, ReportsTheResidualOfTheSeriesWithoutItsLastTerm) {
    // ‖Hv − b‖ for v = η(1 + … + (1 − ηh)^(Q−1)) b is |(1 − ηh)^Q b|; here h = 2, b = ∇y f.
    ProblemText text;
    text.upper = "x^2 + 3*y";
    text.lower = "(y - x)^2";
    const Trajectory t = runOf("stocbio", *Problem::compile(text), 1, series(0.1, 4));
    EXPECT_NEAR(recorded(t, "linear_residual", 0), 3 * std::pow(0.8, 4), 1e-14);
}

TEST(Amigo, ReachesTheSolution) { EXPECT_LT(quadError("amigo", 3000), 1e-12); }

TEST(Amigo, IsBiasedWithoutAWarmStartOfTheSolver) {
    // L steps from v = 0 are a Neumann series of L terms.
    const NamedSettings cold{{"solver_start", "zero"}, {"solver_steps", 8.0}, {"solver_step_size", 0.2}};
    EXPECT_NEAR(quadError("amigo", 3000, cold), neumannBias(0.2, 7), 1e-9);
}

TEST(Soba, ReachesTheSolutionWithConstantSteps) {
    EXPECT_LT(quadError("soba", 10000, {{"lower_decay", 0.0}, {"upper_decay", 0.0}}), 1e-12);
}

TEST(Soba, MovesEverythingFromTheOldPoint) {
    // v starts at 0, so the first hypergradient is ∇x f alone, and y moves on g at the old x.
    ProblemText text;
    text.upper = "(x - 3)^2 + y^2";
    text.lower = "(y - x)^2";
    text.start = {{"x", 1}, {"y", 2}};
    const Trajectory t = runOf("soba", *Problem::compile(text), 2);
    EXPECT_DOUBLE_EQ(recorded(t, "x", 1), 1 - 0.1 * -4);
    EXPECT_DOUBLE_EQ(recorded(t, "y", 1), 2 - 0.1 * 2);
    // Then v = −0.1 · 4, and Jᵀv = −2 v.
    EXPECT_DOUBLE_EQ(recorded(t, "hypergradient_x", 1), 2 * (1.4 - 3) + 0.8);
}

TEST(Ttsa, IsSlowAndEndsAtTheBiasOfItsSeries) {
    NamedSettings settings = series(0.3, 20);
    settings["series"] = "whole";
    settings["upper_step_size"] = 0.3;
    EXPECT_GT(quadError("ttsa", 2000, settings), 1e-3);
    EXPECT_NEAR(quadError("ttsa", 40000, settings), 1.2e-4, 1e-5);
    EXPECT_NEAR(neumannBias(0.3, 20), 1.2e-4, 1e-5);
}

TEST(Ttsa, TakesTheStepsOfItsSchedule) {
    const Trajectory t = runOf("ttsa", quad(), 32);
    EXPECT_DOUBLE_EQ(recorded(t, "alpha_k", 0), 0.1);
    EXPECT_NEAR(recorded(t, "alpha_k", 31), 0.1 / 8, 1e-15);  // 32^0.6
    EXPECT_NEAR(recorded(t, "beta_k", 31), 0.1 / 4, 1e-15);   // 32^0.4
}

TEST(Ttsa, DrawsOneTermOfItsSeriesAndHitsTheSumOnAverage) {
    // f = 3y, g = (y − x)²: H = 2, J = −2, so a draw of p factors gives ĥ = 2 Q η (1 − 2η)ᵖ · 3.
    ProblemText text;
    text.upper = "3*y";
    text.lower = "(y - x)^2";
    const Trajectory t = runOf("ttsa", *Problem::compile(text), 20000, series(0.2, 4));
    double mean = 0;
    std::array<int, 4> drawn{};
    for (int k = 0; k < 20000; ++k) {
        const double p = recorded(t, "drawn_factors", k), h = recorded(t, "hypergradient_x", k);
        ASSERT_NEAR(h, 2 * 4 * 0.2 * std::pow(0.6, p) * 3, 1e-12);
        EXPECT_EQ(recorded(t, "hessian_vector_products", k + 1) - recorded(t, "hessian_vector_products", k), p);
        ++drawn.at(static_cast<std::size_t>(p));
        mean += h / 20000;
    }
    for (const int count : drawn) EXPECT_NEAR(count, 5000, 250);
    EXPECT_NEAR(mean, 2 * 0.2 * (1 + 0.6 + 0.36 + 0.216) * 3, 0.03);
}

TEST(Ttsa, DrawsWhatItsSeedSays) {
    const auto end = [](double seed) { return endOf(runOf("ttsa", quad(), 300, {{"seed", seed}}), quad()); };
    EXPECT_EQ((end(5) - end(5)).norm(), 0);
    EXPECT_GT((end(5) - end(6)).norm(), 1e-6);
}

TEST(Ttsa, RefusesToDrawFromAnEmptySeries) {
    const Result<Settings> refused = findAlgorithm("ttsa")->resolve({{"solver_steps", 0.0}});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().path, "solver_steps");
    EXPECT_TRUE(findAlgorithm("ttsa")->resolve({{"solver_steps", 0.0}, {"series", "whole"}}));
}

TEST(Loops, KnowHowFarTheirSolverIsFromWhatItFollows) {
    // H = 2, ∇y f = 3: AmIGO follows v = 1.5, SOBA −1.5, both from 0.
    ProblemText text;
    text.upper = "3*y";
    text.lower = "(y - x)^2";
    const Problem problem = *Problem::compile(text);
    const Trajectory amigo = runOf("amigo", problem, 1, {{"solver_steps", 1.0}});
    EXPECT_NEAR(recorded(amigo, "solver_error", 0), 1.5 - 0.1 * 3, 1e-14);
    EXPECT_NEAR(recorded(runOf("soba", problem, 1), "solver_error", 0), 1.5, 1e-14);
    EXPECT_EQ(recorded(amigo, "hessian_vector_products", 1), 1) << "and the look at it costs nothing";
}

TEST(Loops, ExplodeWhereTheirSeriesDoes) {
    // L_g = 2.14: above 2/L_g = 0.934 a Neumann series diverges.
    for (const char* method : {"stocbio", "ttsa", "biadam"})
        EXPECT_GT(quadErrorOrInfinity(method, {{"solver_step_size", 1.5}, {"solver_steps", 40.0}}), 1) << method;
}

TEST(Biadam, EndsAtTheBiasOfItsSeries) {
    EXPECT_LT(quadError("biadam", 20000, series(0.3, 20)), 2e-4);
    EXPECT_NEAR(quadError("biadam", 20000, series(0.3, 10)), neumannBias(0.3, 10), 1e-6);
}

TEST(Biadam, TakesAFirstStepOfAKnownLength) {
    // w = ĥ, a = (1 − τ) ĥ²: x moves by γ |ĥ| / (0.1 |ĥ| + ρ). Here ĥ = 8 + 0, as Jᵀ = 0.
    ProblemText text;
    text.upper = "8*x + y";
    text.lower = "y^2";
    const Trajectory t = runOf("biadam", *Problem::compile(text), 1, {{"epsilon", 0.2}});
    EXPECT_NEAR(recorded(t, "x", 1), -0.1 * 8 / (0.1 * 8 + 0.2), 1e-12);
    EXPECT_NEAR(recorded(t, "step_longest", 0), 0.1 / (0.1 * 8 + 0.2), 1e-12);
}

TEST(Loops, AreChargedForWhatTheyAsk) {
    using Asked = std::array<double, 4>;
    const NamedSettings seven{{"inner_steps", 7.0}, {"solver_steps", 3.0}}, three{{"solver_steps", 3.0}};
    EXPECT_EQ(costOfAStep("stocbio", seven), (Asked{1, 7, 3, 1}));
    EXPECT_EQ(costOfAStep("amigo", seven), (Asked{1, 7, 3, 1}));
    EXPECT_EQ(costOfAStep("soba"), (Asked{1, 1, 1, 1}));
    EXPECT_EQ(costOfAStep("ttsa", {{"solver_steps", 3.0}, {"series", "whole"}}), (Asked{1, 1, 3, 1}));
    EXPECT_EQ(costOfAStep("biadam", three), (Asked{1, 1, 3, 1}));
}

}  // namespace
}  // namespace bilevel
