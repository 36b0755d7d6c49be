// Methods that follow a hypergradient, against what theory and independent computation say of them.

#include "tests/unit/known_problems.h"

#include <gmock/gmock.h>

namespace bilevel {
namespace {

using testing::HasSubstr;

/// T = 10 inner steps of 0.3, as in the table of biases.
double bias(std::string_view method, NamedSettings named = {}) {
    named.merge(NamedSettings{{"inner_steps", 10.0}, {"lower_step_size", 0.3}, {"upper_step_size", 0.5}});
    return quadError(method, 3000, named);
}

/// Reverse mode from the same y = (c, c) in every iteration.
double coldBias(double c) {
    ProblemText text = quad().text();
    text.start = {{"y1", c}, {"y2", c}};
    const Problem problem = *Problem::compile(text);
    const Trajectory t =
        runOf("itd", problem, 3000, {{"lower_start", "cold"}, {"lower_step_size", 0.3}, {"upper_step_size", 0.5}});
    return (endOf(t, problem).x - quadSolution().x).norm();
}

double largestDifference(const Trajectory& a, const Trajectory& b) {
    double largest = 0;
    for (std::size_t i = 0; i < a.variables().size(); ++i)
        for (std::size_t k = 0; k < a.coordinate(i).size(); ++k)
            largest = std::max(largest, std::abs(a.coordinate(i)[k] - b.coordinate(i)[k]));
    return largest;
}

TEST(Hypergradient, ExactMethodsSolveTheQuadratic) {
    EXPECT_LT(bias("implicit"), 1e-14);
    EXPECT_LT(bias("aid_cg"), 1e-11);
    EXPECT_LT(bias("hoag"), 1e-12);
}

TEST(Hypergradient, TruncatedMethodsHaveTheBiasThatTheirTruncationMakes) {
    EXPECT_NEAR(bias("aid_neumann"), 2.4e-3, 0.05e-3);
    EXPECT_NEAR(bias("aid_fp"), 3.2e-3, 0.05e-3);
    EXPECT_NEAR(bias("itd"), 3.2e-3, 0.05e-3);
    EXPECT_NEAR(bias("forward_mode"), 3.2e-3, 0.05e-3);
    EXPECT_NEAR(bias("k_rmd", {{"truncation", 3.0}}), 4.2e-2, 0.05e-2);
    EXPECT_NEAR(coldBias(2), 9.3e-2, 0.05e-2);
    EXPECT_NEAR(bias("t1_t2"), 0.20, 0.005);
}

TEST(Hypergradient, FixedPointStepsAndUnrolledStepsEndInTheSamePoint) {
    for (const int steps : {1, 3, 10}) {
        const auto T = static_cast<double>(steps);
        const NamedSettings common{{"inner_steps", T}, {"lower_step_size", 0.3}, {"upper_step_size", 0.5}};
        NamedSettings fixedPoint = common;
        fixedPoint["solver_steps"] = T;
        const Point a = endOf(runOf("aid_fp", quad(), 3000, fixedPoint), quad()),
                    b = endOf(runOf("itd", quad(), 3000, common), quad());
        EXPECT_LT((a - b).norm(), 1e-12) << steps << " steps";
    }
}

TEST(Hypergradient, ANeumannSeriesIsAFixedPointIterationOneTermAhead) {
    const Trajectory a = runOf("aid_neumann", quad(), 200, {{"solver_steps", 6.0}}),
                     b = runOf("aid_fp", quad(), 200, {{"solver_steps", 7.0}});
    EXPECT_LT(largestDifference(a, b), 1e-13);
}

Problem bounded() {
    ProblemText text = quad().text();
    text.bounds = {{"y1", {-0.2, 0.3}}, {"y2", {-0.1, 1}}};
    text.start = {{"x1", 1}, {"x2", -1}};
    return *Problem::compile(text);
}

TEST(Hypergradient, ForwardModeEqualsReverseMode) {
    for (const Problem& problem : {quad(), bounded()})
        EXPECT_LT(largestDifference(runOf("forward_mode", problem, 200), runOf("itd", problem, 200)), 1e-13);
}

TEST(Hypergradient, TruncationThatKeepsEveryStepIsReverseModeToTheBit) {
    EXPECT_EQ(largestDifference(runOf("k_rmd", quad(), 100, {{"truncation", 10.0}}), runOf("itd", quad(), 100)),
              0);
}

TEST(Hypergradient, MoreStepsDifferentiatedThanTakenAreRefused) {
    const Result<Settings> settings = findAlgorithm("k_rmd")->resolve({{"inner_steps", 4.0}, {"truncation", 5.0}});
    ASSERT_FALSE(settings);
    EXPECT_EQ(settings.error().path, "truncation");
    EXPECT_THAT(settings.error().message, HasSubstr("inner_steps (4)"));
}

// f = x + 3y, g = (y − x²)²  ⇒  dF/dx = 1 + 6x, whatever the solver's tolerance: one step of conjugate gradients
// is exact here, and must not be thrown away.
TEST(Hypergradient, ConjugateGradientsKeepTheStepThatReachesTheTolerance) {
    ProblemText text;
    text.upper = "x + 3*y";
    text.lower = "(y - x^2)^2";
    text.start = {{"x", 0.7}, {"y", 0.49}};
    for (const char* method : {"aid_cg", "implicit", "hoag"})
        EXPECT_NEAR(recorded(runOf(method, *Problem::compile(text), 1), "hypergradient_x", 0), 1 + 6 * 0.7, 1e-12)
            << method;
}

TEST(Hypergradient, MethodsThatFollowItStopShortWhereTheLowerHessianIsSingular) {
    for (const char* method : {"implicit", "itd"}) {
        const NamedSettings named{{"lower_step_size", 0.5}, {"upper_step_size", 0.5}, {"inner_steps", 60.0}};
        const Trajectory t = runOf(method, lls(), 1000, named);
        const Point end = endOf(t, lls());
        EXPECT_NEAR(end.x[0], 0.5, 1e-9) << method;
        EXPECT_NEAR(end.y[0], 0.5, 1e-9) << method;
        EXPECT_EQ(end.y[1], 0) << method << " never moves what g leaves free";
        EXPECT_NEAR(t.column("f").back(), 0.25, 1e-9) << method;
    }
    ASSERT_EQ(runOf("implicit", lls(), 10).remarks.size(), 1u);
    EXPECT_THAT(runOf("implicit", lls(), 10).remarks[0], HasSubstr("singular in row 0"));
    EXPECT_TRUE(runOf("bome", lls(), 10).remarks.empty()) << "it does not need the Hessian";
}

TEST(Hypergradient, ConjugateGradientsSayWhereTheyMeetNegativeCurvature) {
    ProblemText text;
    text.upper = "(y - 1)^2 + x^2";
    text.lower = "cos(3*y) + x*y";
    text.start = {{"x", 0}, {"y", 0}};
    const Trajectory t = runOf("aid_cg", *Problem::compile(text), 1);
    EXPECT_EQ(t.column("negative_curvature")[0], 1);
    EXPECT_EQ(t.end, End::finished);
}

struct Cost {
    const char* method;
    double f, g, hessian, jacobian;  ///< of one iteration on two plus two variables, T = 10, L = 10
};

TEST(Hypergradient, EveryMethodIsChargedWhatItAsksFor) {
    for (const Cost& cost : {Cost{"implicit", 1, 10, 2, 1},
                             {"aid_cg", 1, 10, 2, 1},  // on two variables it is done after two steps
                             {"aid_fp", 1, 10, 9, 1},
                             {"aid_neumann", 1, 10, 10, 1},
                             {"itd", 1, 10, 10, 10},
                             {"k_rmd", 1, 10, 5, 5},
                             {"forward_mode", 1, 10, 20, 20},
                             {"t1_t2", 1, 10, 0, 1},
                             {"pzobo", 1, 110, 0, 0}}) {
        const Trajectory t = runOf(cost.method, quad(), 1);
        EXPECT_EQ(t.column("f_gradients")[1], cost.f) << cost.method;
        EXPECT_EQ(t.column("g_gradients")[1], cost.g) << cost.method;
        EXPECT_EQ(t.column("hessian_vector_products")[1], cost.hessian) << cost.method;
        EXPECT_EQ(t.column("jacobian_vector_products")[1], cost.jacobian) << cost.method;
    }
}

TEST(Hypergradient, HoagIsChargedForTheStepsItTakes) {
    const Trajectory t = runOf("hoag", quad(), 40);
    for (int k = 0; k < 40; ++k) {
        const auto asked = [&](const char* column) { return recorded(t, column, k + 1) - recorded(t, column, k); };
        EXPECT_EQ(asked("g_gradients"), recorded(t, "inner_steps", k) + 1);  // the last one tells it to stop
        EXPECT_EQ(asked("hessian_vector_products"), recorded(t, "solver_steps", k) + (k > 0 ? 1 : 0)) << k;
        EXPECT_EQ(asked("jacobian_vector_products"), 1);
    }
}

// 2/L_g = 0.934 on quad().
TEST(Hypergradient, ALowerStepThatIsTooLongExplodes) {
    for (const char* method : {"aid_fp", "aid_neumann", "itd", "forward_mode", "k_rmd"})
        EXPECT_GT(quadErrorOrInfinity(method, {{"lower_step_size", 1.1}, {"inner_steps", 30.0}}), 1) << method;
}

TEST(Hypergradient, RandomDirectionsDependOnTheSeedAndOnNothingElse) {
    const auto at = [](double seed) { return runOf("pzobo", quad(), 50, {{"seed", seed}}); };
    EXPECT_EQ(largestDifference(at(3), at(3)), 0);
    EXPECT_GT(largestDifference(at(3), at(4)), 1e-6);
    double mean = 0;
    for (int seed = 0; seed < 200; ++seed) mean += recorded(at(seed), "hypergradient_x1", 0) / 200;
    const double unrolled = recorded(runOf("itd", quad(), 1), "hypergradient_x1", 0);
    EXPECT_NEAR(mean, unrolled, 0.05) << "the smoothed Jacobian of the same ten steps";
}

// L_g = (3 + √1.64)/2, the largest eigenvalue of A.
TEST(AutomaticStep, IsOneOverTheLargestCurvature) {
    const double best = 2 / (3 + std::sqrt(1.64));
    for (const char* method : {"itd", "aid_cg", "bome"}) {
        const char* id = std::string_view(method) == "bome" ? "inner_step_size" : "lower_step_size";
        EXPECT_LT(largestDifference(runOf(method, quad(), 100, {{id, "auto"}}),
                                    runOf(method, quad(), 100, {{id, best}})),
                  1e-12)
            << method;
    }
}

TEST(AutomaticStep, IsWrittenAsAWordAndRefusedElsewhere) {
    const Algorithm& itd = *findAlgorithm("itd");
    const Settings settings = *itd.resolve({{"lower_step_size", "auto"}});
    EXPECT_EQ(std::get<std::string>(nameSettings(itd.parameters, settings).at("lower_step_size")), "auto");
    const Result<Settings> refused = itd.resolve({{"upper_step_size", "auto"}});
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().message, HasSubstr("must be a number between"));
}

TEST(Remarks, WarnOfALowerStepThatOvershoots) {
    const auto remarks = runOf("itd", quad(), 20, {{"lower_step_size", 1.0}}).remarks;
    ASSERT_EQ(remarks.size(), 1u);
    EXPECT_THAT(remarks[0], HasSubstr("α = 1 is above 2/L_g = 0.934"));
    EXPECT_TRUE(runOf("itd", quad(), 20, {{"lower_step_size", 0.9}}).remarks.empty());
}

TEST(Remarks, WarnOfALowerLevelWithoutALowerBound) {
    ProblemText text;
    text.upper = "x*y";
    text.lower = "-x*y";
    text.start = {{"x", 4}, {"y", 4}};
    EXPECT_THAT(runOf("bome", *Problem::compile(text), 5).remarks, testing::Contains(HasSubstr("no lower bound")));
    text.bounds = {{"y", {-10, 10}}};
    EXPECT_TRUE(runOf("bome", *Problem::compile(text), 5).remarks.empty());
}

}  // namespace
}  // namespace bilevel
