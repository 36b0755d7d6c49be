// Successors and relatives of BOME on two problems: one whose solution and penalty biases have closed forms, one
// whose lower solutions are many.

#include "core/problem/oracle.h"
#include "tests/unit/known_problems.h"

#include <cmath>

namespace bilevel {
namespace {

/// Distance of x from the solution where f + ½ γ rᵀWr is least, r = Ay − Bx = ∇y g. The value gap has W = A⁻¹, the
/// squared gradient W = I, and the gap to the Moreau envelope of width w has W = (A + I/w)⁻¹.
double penaltyBias(double gamma, const Eigen::Matrix2d& w) {
    Eigen::Matrix<double, 2, 4> r;
    r << -quadB(), quadA();
    Eigen::Matrix4d hessian = gamma * r.transpose() * w * r;
    hessian.diagonal() += Eigen::Vector4d(0.1, 0.1, 1, 1);
    Eigen::Vector4d right = Eigen::Vector4d::Zero();
    right.tail<2>() = quadTarget();
    const Eigen::Vector4d z = hessian.inverse() * right;
    return (z.head<2>() - quadSolution().x).norm();
}
double valueGapBias(double gamma) { return penaltyBias(gamma, quadA().inverse()); }

constexpr std::array penalties{std::pair{5.0, 3.2e-2}, std::pair{50.0, 3.2e-3}, std::pair{500.0, 3.2e-4}};

TEST(Vpbgd, IsOffByOneOverThePenalty) {
    for (const auto& [gamma, published] : penalties) {
        EXPECT_NEAR(valueGapBias(gamma), published, 0.02 * published) << "the closed form itself";
        const int iterations = gamma > 100 ? 400000 : 50000;
        EXPECT_NEAR(quadError("vpbgd", iterations, {{"penalty", gamma}, {"tolerance", 0.0}}), published,
                    0.03 * published);
    }
}

TEST(Vpbgd, EndsWhereItsSourceEnds) {
    const Trajectory t = runOf("vpbgd", quad(), 100000);
    EXPECT_EQ(t.end, End::converged);
    EXPECT_LE(recorded(t, "projected_gradient", -2), 1e-5);
    EXPECT_GT(recorded(t, "projected_gradient", -3), 1e-5);
    EXPECT_EQ(runOf("vpbgd", quad(), 20000, {{"tolerance", 0.0}}).end, End::finished);
}

TEST(Vpbgd, RaisesThePenaltyAlongItsRamp) {
    const Trajectory t = runOf("vpbgd", quad(), 20, {{"penalty", 4.0}, {"penalty_ramp", 8.0}});
    EXPECT_EQ(recorded(t, "gamma", 0), 0);
    EXPECT_EQ(recorded(t, "gamma", 2), 1);
    EXPECT_EQ(recorded(t, "gamma", 8), 4);
    EXPECT_EQ(recorded(t, "gamma", 19), 4);
}

TEST(Gpbgd, IsOffByOneOverThePenalty) {
    for (const double gamma : {5.0, 50.0, 500.0}) {
        const double bias = penaltyBias(gamma, Eigen::Matrix2d::Identity());
        EXPECT_NEAR(quadError("gpbgd", gamma > 100 ? 400000 : 50000, {{"penalty", gamma}, {"step_size", 0.2}}),
                    bias, 0.01 * bias);
    }
}

NamedSettings fixedMultiplier(double lambda) {
    return {{"multiplier", "raised"},
            {"multiplier_start", lambda},
            {"multiplier_increment", 0.0},
            {"lower_decay", 0.0},
            {"upper_decay", 0.0}};
}

TEST(F2sa, WithAFixedMultiplierHasTheBiasOfThatPenalty) {
    const double error = quadError("f2sa", 20000, fixedMultiplier(17));
    EXPECT_NEAR(error, 9.7e-3, 0.3e-3);
    EXPECT_NEAR(error, valueGapBias(17), 1e-6);
}

TEST(F2sa, LetsTheMultiplierGrowAsTheStepsDemand) {
    const Trajectory t = runOf("f2sa", quad(), 1000);
    EXPECT_NEAR(recorded(t, "lambda", 0), 0.1 / (2 * 0.01), 1e-12);
    EXPECT_NEAR(recorded(t, "lambda", 999), 5 * std::cbrt(1000.0), 1e-9);
}

TEST(F2sa, HasLowerIteratesAsFarApartAsOneOverTheMultiplier) {
    const auto apart = [](double lambda) {
        const Trajectory t = runOf("f2sa", quad(), 10000, fixedMultiplier(lambda));
        return recorded(t, "tracker_distance", 9999);
    };
    EXPECT_NEAR(apart(40) / apart(20), 0.5, 0.02);
}

TEST(Galet, ReachesTheSolution) { EXPECT_LT(quadError("galet", 20000), 1e-13); }

TEST(Galet, DescendsTheNormalEquations) {
    // H = 2, J = −2, ∇y f = 3 and w = 0: the residual is 3, its normal 6, w becomes −0.6, and ĥ = −2 w.
    ProblemText text;
    text.upper = "3*y";
    text.lower = "(y - x)^2";
    const Trajectory t = runOf("galet", *Problem::compile(text), 1);
    EXPECT_DOUBLE_EQ(recorded(t, "linear_residual", 0), 3);
    EXPECT_DOUBLE_EQ(recorded(t, "normal_residual", 0), 6);
    EXPECT_DOUBLE_EQ(recorded(t, "hypergradient_x", 0), 1.2);
}

TEST(Meha, IsOffByOneOverItsPenalty) {
    EXPECT_NEAR(quadError("meha", 40000, {{"penalty_start", 2.0}}), 3.6e-3, 1e-4);
    const Eigen::Matrix2d moreau = (quadA() + Eigen::Matrix2d::Identity() / 10).inverse();
    EXPECT_NEAR(quadError("meha", 40000, {{"penalty_start", 20.0}, {"penalty_growth", 0.0}}),
                penaltyBias(20, moreau), 1e-6);
}

TEST(SafeGradientFlow, EndsOnTheRimOfItsTube) {
    for (const char* integrator : {"euler", "runge_kutta"}) {
        const NamedSettings thin{{"tube_radius", 0.01}, {"integrator", std::string(integrator)}};
        EXPECT_NEAR(quadError("safe_gradient_flow", 40000, thin), 8e-3, 2e-4);
        EXPECT_NEAR(recorded(runOf("safe_gradient_flow", quad(), 40000, thin), "lower_residual", -1), 0.01, 1e-6);
    }
}

TEST(SafeGradientFlow, EntersTheTubeAtTheRateItIsTold) {
    // ḣ = −a h: after 20 steps of 0.01 at a = 5, h has fallen to 1/e.
    ProblemText text;
    text.upper = "x^2 + y^2";
    text.lower = "(y - x)^2";
    text.start = {{"x", -2}, {"y", 3}};
    const Trajectory t = runOf("safe_gradient_flow", *Problem::compile(text), 30,
                               {{"integrator", "runge_kutta"}, {"step_size", 0.01}, {"barrier", 5.0}});
    EXPECT_GT(recorded(t, "lambda", 10), 0);
    EXPECT_NEAR(recorded(t, "tube", 20) / recorded(t, "tube", 0), std::exp(-1.0), 1e-6);
}

TEST(PgdCqa, LowersTheResidualAtTheRateOfItsRule) {
    const Problem problem = quad();
    Oracle oracle(problem);
    for (const char* rule : {"qp1", "qp2"}) {
        const Trajectory t = runOf("pgd_cqa", problem, 1000, {{"barrier", std::string(rule)}, {"step_size", 0.3}});
        int active = 0;
        for (int k = 0; k < 1000; ++k) {
            if (recorded(t, "lambda", k) == 0) continue;
            ++active;
            const Point z = t.iterate(k, 2), gradF = oracle.f(z).gradient;
            const Vector slope = oracle.gradientYG(z.x, z.y);
            const Point gradS{2 * oracle.jacobianVector(z, slope), 2 * oracle.hessianVector(z, slope)};
            const double other = std::string_view(rule) == "qp1" ? gradS.norm() : slope.norm();
            const double phi = 0.1 * gradS.norm() * other;  // a = 1000^−⅓
            EXPECT_NEAR(recorded(t, "phi", k), phi, 1e-12);
            EXPECT_NEAR(gradS.dot(gradF + recorded(t, "lambda", k) * gradS), phi, 1e-12);
        }
        EXPECT_GT(active, 100) << rule;
    }
}

/// The path ends in a chatter about the solution, whose phase is nobody's business: the mean over its last rows.
double meanErrorOfPgdCqa(int iterations, const NamedSettings& named) {
    constexpr int last = 500;
    const Problem problem = quad();
    const Trajectory t = runOf("pgd_cqa", problem, iterations, named);
    double sum = 0;
    for (int k = t.rows() - last; k < t.rows(); ++k) sum += (t.iterate(k, 2).x - quadSolution().x).norm();
    return sum / last;
}

// The error is set by the step, so it falls as the step does with the length of the run.
TEST(PgdCqa, IsBetterTheLongerTheRun) {
    const NamedSettings qp1{{"step_size", 0.3}};
    EXPECT_NEAR(meanErrorOfPgdCqa(10000, qp1), 1.5e-3, 2e-4);
    EXPECT_NEAR(meanErrorOfPgdCqa(80000, qp1) / meanErrorOfPgdCqa(10000, qp1), 0.5, 0.03);
    const NamedSettings qp2{
        {"barrier", "qp2"}, {"barrier_rate", 10.0}, {"step_decay", 2.0 / 3}, {"step_size", 30.0}};
    EXPECT_NEAR(meanErrorOfPgdCqa(10000, qp2), 5.5e-3, 1e-3);
    EXPECT_NEAR(meanErrorOfPgdCqa(80000, qp2) / meanErrorOfPgdCqa(10000, qp2), 0.25, 0.03);
}

TEST(Sqcqp, EndsOnTheRimOfItsTube) { EXPECT_NEAR(quadError("sqcqp", 20000, {{"tube_radius", 0.01}}), 8e-3, 2e-4); }

/// d = argmin ½‖d + ∇f‖² over the ball, checked by its optimality conditions.
TEST(Sqcqp, SolvesItsSubproblem) {
    const double a = 0.1, w = 0.05, epsilon = 0.3;
    const Problem problem = quad();
    Oracle oracle(problem);
    const Trajectory t =
        runOf("sqcqp", problem, 200, {{"curvature", w}, {"barrier", a}, {"tube_radius", epsilon}});
    int active = 0;
    for (int k = 1; k < 200; ++k) {
        const Point z = t.iterate(k, 2), gradF = oracle.f(z).gradient;
        const Vector slope = oracle.gradientYG(z.x, z.y);
        const Point gradH{2 * oracle.jacobianVector(z, slope), 2 * oracle.hessianVector(z, slope)};
        const Point d{Eigen::Vector2d(recorded(t, "direction_x1", k), recorded(t, "direction_x2", k)),
                      Eigen::Vector2d(recorded(t, "direction_y1", k), recorded(t, "direction_y2", k))};
        const double h = slope.squaredNorm() - epsilon * epsilon, lambda = recorded(t, "lambda", k);
        const double slack = gradH.dot(d) + w * d.squaredNorm() + a * h;
        EXPECT_NEAR(recorded(t, "tube", k), h, 1e-12);
        EXPECT_LT(slack, 1e-10) << "feasible";
        EXPECT_GE(lambda, 0);
        EXPECT_NEAR(lambda * slack, 0, 1e-9) << "complementary";
        EXPECT_LT((gradF + lambda * gradH + (1 + 2 * w * lambda) * d).norm(), 1e-9) << "stationary";
        active += lambda > 0;
    }
    EXPECT_GT(active, 20);
}

TEST(Sqcqp, SearchesForAStepThatKeepsTheTubeAndLowersF) {
    const Trajectory t = runOf("sqcqp", quad(), 60);
    int searched = 0;
    for (int k = 1; k + 1 < 60; ++k) {
        if (!(recorded(t, "tube", k) < -1e-5)) continue;
        ++searched;
        EXPECT_LE(recorded(t, "tube", k + 1), 0.9 * recorded(t, "tube", k) + 1e-15);
        EXPECT_LE(recorded(t, "f", k + 1), recorded(t, "f", k));
        EXPECT_DOUBLE_EQ(recorded(t, "step_length", k), std::pow(0.5, recorded(t, "halvings", k)));
    }
    EXPECT_GT(searched, 5);
}

/// F through the T inner steps of BDA, written out for f = (y − x)² + x², g = ½ y² − y sin x.
double throughTheInnerSteps(double x, double y, int T, double alpha, double a, double scaleF) {
    for (int t = 0; t < T; ++t) {
        const double mu = a / (t + 1);
        y -= alpha * ((1 - mu) * (y - std::sin(x)) + mu * scaleF * 2 * (y - x));
    }
    return (y - x) * (y - x) + x * x;
}

TEST(Bda, DifferentiatesItsInnerStepsExactly) {
    ProblemText text;
    text.upper = "(y - x)^2 + x^2";
    text.lower = "y^2/2 - y*sin(x)";
    text.start = {{"x", 0.7}, {"y", -0.4}};
    const Trajectory t = runOf("bda", *Problem::compile(text), 1,
                               {{"inner_steps", 12.0}, {"lower_step_size", 0.3}, {"upper_scale", 0.5}});
    const double h = 1e-5, up = throughTheInnerSteps(0.7 + h, -0.4, 12, 0.3, 0.4, 0.5),
                 down = throughTheInnerSteps(0.7 - h, -0.4, 12, 0.3, 0.4, 0.5);
    EXPECT_NEAR(recorded(t, "hypergradient_x", 0), (up - down) / (2 * h), 1e-9);
}

TEST(Dbgd, MinimisesTheUpperObjectiveAmongMinimisersOfBothLevels) {
    ProblemText text;  // g is least, 0, on the line y = x/2: there (x − 1)² + (y − 1)² is least at x = 1.2
    text.upper = "(x - 1)^2 + (y - 1)^2";
    text.lower = "(y - x/2)^2";
    text.start = {{"x", -1}, {"y", 2}};
    const Trajectory t = runOf("dbgd", *Problem::compile(text), 3000);
    EXPECT_NEAR(recorded(t, "x", -1), 1.2, 1e-6);
    EXPECT_NEAR(recorded(t, "y", -1), 0.6, 1e-6);
}

TEST(ManyLowerSolutions, AreBeyondMethodsThatFollowTheHessian) {
    const Trajectory t = runOf("galet", lls(), 5000);
    EXPECT_NEAR(recorded(t, "x", -1), 0.5, 1e-9);
    EXPECT_NEAR(recorded(t, "y1", -1), 0.5, 1e-9);
    EXPECT_EQ(recorded(t, "y2", -1), 0);
    EXPECT_NEAR(recorded(t, "f", -1), 0.25, 1e-9);
}

TEST(ManyLowerSolutions, AreApproachedByMixingTheObjectivesInside) {
    const auto end = [](double T) {
        const NamedSettings mixed{
            {"inner_steps", T}, {"aggregation", 0.5}, {"upper_scale", 0.5}, {"lower_step_size", 0.5}};
        return recorded(runOf("bda", lls(), 1000, mixed), "x", -1);
    };
    EXPECT_NEAR(end(50), 0.76, 0.005);
    EXPECT_NEAR(end(400), 0.84, 0.005);
}

TEST(ManyLowerSolutions, AreReachedUpToTheTube) {
    const NamedSettings thin{{"tube_radius", 0.01}};
    EXPECT_NEAR(recorded(runOf("safe_gradient_flow", lls(), 20000, thin), "x", -1), 0.99, 1e-3);
    EXPECT_NEAR(recorded(runOf("sqcqp", lls(), 20000, thin), "x", -1), 0.99, 2e-3);
}

TEST(ManyLowerSolutions, AreNoObstacleToMethodsThatFollowValues) {
    for (const char* method : {"bome", "vpbgd", "f2sa", "meha", "gpbgd", "pgd_cqa"}) {
        const bool stops = std::string_view(method) == "vpbgd";  // by a rule of its own, unless told not to
        const Trajectory t =
            runOf(method, lls(), 40000, stops ? NamedSettings{{"tolerance", 0.0}} : NamedSettings{});
        for (const char* variable : {"x", "y1", "y2"}) EXPECT_NEAR(recorded(t, variable, -1), 1, 1e-6) << method;
        const bool slow = std::string_view(method) == "f2sa";  // as fast as its multiplier grows
        EXPECT_LT(recorded(t, "f", -1), slow ? 1e-12 : 1e-25) << method;
    }
}

TEST(Relatives, AreChargedForWhatTheyAsk) {
    using Asked = std::array<double, 4>;
    const NamedSettings seven{{"inner_steps", 7.0}};
    EXPECT_EQ(costOfAStep("f2sa", seven), (Asked{7 + 1, 2 * 7 + 2, 0, 0}));
    EXPECT_EQ(costOfAStep("vpbgd", seven), (Asked{1, 7 + 2, 0, 0}));
    EXPECT_EQ(costOfAStep("gpbgd"), (Asked{1, 1, 1, 1}));
    EXPECT_EQ(costOfAStep("galet", {{"inner_steps", 7.0}, {"solver_steps", 3.0}}), (Asked{1, 7, 6, 1}));
    EXPECT_EQ(costOfAStep("meha"), (Asked{1, 4, 0, 0}));
    EXPECT_EQ(costOfAStep("safe_gradient_flow"), (Asked{1, 1, 1, 1}));
    EXPECT_EQ(costOfAStep("pgd_cqa"), (Asked{1, 1, 1, 1}));
    EXPECT_EQ(costOfAStep("bda", seven), (Asked{7 + 1, 7, 14, 14}));
    EXPECT_EQ(costOfAStep("dbgd"), (Asked{1, 1, 0, 0}));
    EXPECT_EQ(costOfAStep("sqcqp", {{"rim", 1.0}}), (Asked{1, 1, 1, 1})) << "without a search";
}

}  // namespace
}  // namespace bilevel
