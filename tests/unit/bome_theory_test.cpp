// What the theory of BOME says, in numbers that were computed independently: how far from the solution it ends,
// and why. On quad() with α = 0.3 and ε = 1e-12 unless said.

#include "core/run/exact_derivatives.h"
#include "tests/unit/known_problems.h"
#include "tests/unit/test_folder.h"

#include "core/io/study.h"

namespace bilevel {
namespace {

NamedSettings fine(double step, NamedSettings more = {}) {
    more.merge(NamedSettings{
        {"inner_steps", 60.0}, {"inner_step_size", 0.3}, {"upper_step_size", step}, {"lower_step_size", step},
        {"epsilon", 1e-12}});
    return more;
}

/// At rest: over the last thousand rows.
struct Rest {
    double error = 0;         ///< mean ‖x − x*‖
    double smallestK = 1e99;  ///< with the true q
    double lambda = 0;        ///< mean
    double spread = 0;        ///< between the largest and the smallest error
};

Rest restOf(int iterations, const NamedSettings& named) {
    constexpr int last = 1000;
    const Problem problem = quad();
    const Trajectory t = runOf("bome", problem, iterations, named);
    Oracle oracle(problem);
    Rest rest;
    double least = 1e99, most = 0;
    for (int row = t.rows() - 1 - last; row < t.rows() - 1; ++row) {
        const Point z = t.iterate(row, 2);
        const Vector solution = quadA().inverse() * quadB() * z.x;
        rest.smallestK = std::min(rest.smallestK, kktResidual(oracle, z, solution).residual);
        rest.lambda += recorded(t, "lambda", row) / last;
        const double error = (z.x - quadSolution().x).norm();
        rest.error += error / last;
        least = std::min(least, error);
        most = std::max(most, error);
    }
    rest.spread = most - least;
    return rest;
}

struct ByStep {
    double step, K, error, lambda;
};
class BomeSteps : public testing::TestWithParam<ByStep> {};

TEST_P(BomeSteps, SetTheBiasTheResidualAndTheMultiplier) {
    const ByStep& expected = GetParam();
    const Rest rest = restOf(expected.step < 0.01 ? 60'000 : 30'000, fine(expected.step));
    EXPECT_NEAR(rest.smallestK / expected.K, 1, 0.03);
    EXPECT_NEAR(rest.error / expected.error, 1, 0.03);
    EXPECT_NEAR(rest.lambda / expected.lambda, 1, 0.02);
}

INSTANTIATE_TEST_SUITE_P(Tables, BomeSteps,
                         testing::Values(ByStep{0.2, 7.3e-3, 3.0e-2, 5.4}, ByStep{0.1, 3.4e-3, 1.5e-2, 11},
                                         ByStep{0.05, 1.6e-3, 7.2e-3, 22.5}, ByStep{0.02, 6.3e-4, 2.9e-3, 57},
                                         ByStep{0.01, 3.1e-4, 1.4e-3, 114}, ByStep{0.005, 1.6e-4, 7.1e-4, 228}));

TEST(BomeTheory, InnerStepsBeyondTheBiasOfTheStepBuyNothing) {
    for (const auto& [T, error] : {std::pair{12.0, 2.1e-3}, {20.0, 7.8e-4}, {60.0, 7.1e-4}})
        EXPECT_NEAR(restOf(60'000, fine(0.005, {{"inner_steps", T}})).error / error, 1, 0.04) << T;
}

TEST(BomeTheory, TheBarrierParameterChangesTheResidualAndHardlyTheSolution) {
    const auto at = [](double eta) { return restOf(30'000, fine(0.05, {{"eta", eta}})); };
    const Rest weak = at(0.05), usual = at(0.5), strong = at(3), wild = at(10);
    EXPECT_NEAR(weak.error / usual.error, 1, 0.03);
    EXPECT_NEAR(strong.error / usual.error, 1, 0.03);
    EXPECT_NEAR(weak.smallestK, 1.9e-4, 0.05e-4);
    EXPECT_NEAR(strong.smallestK, 9.4e-3, 0.05e-3);
    EXPECT_GT(wild.spread, 10 * strong.spread) << "it oscillates";
}

TEST(BomeTheory, ABarrierByGapHasTheSameBiasAndASmallerResidual) {
    const Rest gradient = restOf(30'000, fine(0.05)), gap = restOf(30'000, fine(0.05, {{"barrier", "gap"}}));
    EXPECT_NEAR(gap.error / gradient.error, 1, 0.03);
    EXPECT_GT(gradient.smallestK / gap.smallestK, 3.9);
    EXPECT_LT(gradient.smallestK / gap.smallestK, 5.1);
}

TEST(BomeTheory, SafeDivisionIsNotCosmetic) {
    for (const auto& [epsilon, error] : {std::pair{1e-12, 7.2e-3}, {1e-8, 7.2e-3}, {1e-4, 2.3e-2}, {1e-2, 0.10}})
        EXPECT_NEAR(restOf(30'000, fine(0.05, {{"epsilon", epsilon}})).error / error, 1,
                    epsilon > 1e-3 ? 0.1 : 0.04)
            << epsilon;
}

// From an exactly feasible start ∇q̂ = 0: the first step is −ξ∇f, and the path leaves the curve before it returns.
TEST(BomeTheory, FromAFeasibleStartTheFirstStepSeesTheUpperObjectiveAlone) {
    ProblemText text;
    text.upper = "x^2 + y^2";
    text.lower = "(x + y - 1)^2";
    text.start = {{"x", 0.25}, {"y", 0.75}};
    const Trajectory t = runOf("bome", *Problem::compile(text), 2000);
    EXPECT_EQ(recorded(t, "q_hat", 0), 0);
    EXPECT_DOUBLE_EQ(recorded(t, "x", 1), 0.25 - 0.05 * 0.5);
    EXPECT_DOUBLE_EQ(recorded(t, "y", 1), 0.75 - 0.05 * 1.5);
    EXPECT_GT(recorded(t, "q_hat", 1), 1e-3);
    EXPECT_LT(recorded(t, "q_hat", 1999), 1e-5);
}

// ∇q̂ ∝ (c, 1), c = 1 − (1 − 2α)^T: BOME settles at x = c/(1 + c), where the gap that it sees is nothing.
Trajectory lampariello(NamedSettings named) {
    ProblemText text;
    text.upper = "x^2 + y^2";
    text.lower = "(x + y - 1)^2";
    text.start = {{"x", 1}, {"y", 1}};
    named.merge(NamedSettings{{"inner_step_size", 0.1}, {"upper_step_size", 0.1}, {"lower_step_size", 0.1}});
    return runOf("bome", *Problem::compile(text), 2000, named);
}

TEST(BomeTheory, EndsWhereItsInnerStepsLetIt) {
    for (const double T : {1.0, 2.0, 10.0, 20.0, 50.0}) {
        const double c = 1 - std::pow(0.8, T);
        const Trajectory t = lampariello({{"inner_steps", T}, {"epsilon", 0.0}});
        EXPECT_NEAR(recorded(t, "x", -1), c / (1 + c), 1e-4) << T;
        EXPECT_LT(recorded(t, "q_hat", -2), 1e-7) << T;
    }
    EXPECT_NEAR(recorded(lampariello({{"inner_steps", 1.0}, {"epsilon", 0.0}}), "f", -1), 0.7222, 1e-4);
}

TEST(BomeTheory, SafeDivisionAloneLowersFBelowTheOptimum) {
    for (const auto& [epsilon, f] : {std::pair{1e-8, 0.4989}, {1e-4, 0.4772}, {1e-2, 0.4015}})
        EXPECT_NEAR(recorded(lampariello({{"inner_steps", 100.0}, {"epsilon", epsilon}}), "f", -1) / f, 1, 0.01);
}

Trajectory coreset(const NamedSettings& changed) {
    const Study study = *readStudy(*readFile(inTests("golden/coreset__bome__start_0_3.bilevel.json")));
    NamedSettings settings = changed;
    settings.merge(NamedSettings(study.runs[0].settings));
    return runOf("bome", *Problem::compile(study.problem), study.iterations, settings);
}

/// How far apart two neighbouring iterates in y stay at the end.
double chatter(double step, double eta, double epsilon) {
    const Trajectory t =
        coreset({{"upper_step_size", step}, {"lower_step_size", step}, {"eta", eta}, {"epsilon", epsilon}});
    const Point a = t.iterate(t.rows() - 1, 4), b = t.iterate(t.rows() - 2, 4);
    return (a.y - b.y).norm();
}

TEST(BomeTheory, LongStepsChatterBetweenTwoPoints) {
    EXPECT_NEAR(chatter(0.05, 0.5, 1e-4), 4e-3, 0.5e-3);
    EXPECT_NEAR(chatter(0.05, 0.9, 1e-4), 6e-3, 0.5e-3);
    EXPECT_LT(chatter(0.025, 0.5, 1e-4), 1e-4) << "and shorter steps do not";
}

struct Speed {
    double T, eta;
    int to3, to6;  ///< iterations to come within 1e-3 and 1e-6 of the solution
};

TEST(BomeTheory, SolvesTheSingularProblemInAKnownNumberOfSteps) {
    for (const Speed& s : {Speed{1, 0.5, 86, 237},
                           {10, 0.5, 48, 129},
                           {100, 0.5, 48, 128},
                           {10, 0.1, -1, 298},
                           {10, 0.9, -1, 114}}) {
        const NamedSettings named{{"inner_steps", s.T},
                                  {"eta", s.eta},
                                  {"inner_step_size", 0.5},
                                  {"upper_step_size", 0.5},
                                  {"lower_step_size", 0.5}};
        const Problem problem = lls();
        const Trajectory t = runOf("bome", problem, 400, named);
        const auto firstWithin = [&](double distance) {
            for (int row = 0; row < t.rows(); ++row) {
                double most = 0;
                for (const char* variable : {"x", "y1", "y2"})
                    most = std::max(most, std::abs(recorded(t, variable, row) - 1));
                if (most < distance) return row;
            }
            return -1;
        };
        if (s.to3 > 0) {
            EXPECT_EQ(firstWithin(1e-3), s.to3) << s.T << ' ' << s.eta;
        }
        EXPECT_EQ(firstWithin(1e-6), s.to6) << s.T << ' ' << s.eta;
    }
}

TEST(BomeTheory, MoreInnerStepsAreNoBetterOnTheMinMaxGame) {
    const Study study = *readStudy(*readFile(inTests("golden/minmax__bome.bilevel.json")));
    const Problem problem = *Problem::compile(study.problem);
    const auto radius = [&](double T, int iterations) {
        NamedSettings settings{{"inner_steps", T}};
        settings.merge(NamedSettings(study.runs[0].settings));
        return endOf(runOf("bome", problem, iterations, settings), problem).norm();
    };
    EXPECT_NEAR(radius(1, 2000), 0.043, 1e-3);
    EXPECT_NEAR(radius(10, 500), 1.1e-4, 0.1e-4);
    EXPECT_NEAR(radius(100, 500), 0.030, 1e-3);
}

}  // namespace
}  // namespace bilevel
