#include "core/run/truth.h"

#include "core/io/gallery.h"
#include "core/io/study.h"
#include "core/run/certificate.h"
#include "tests/unit/known_problems.h"

namespace bilevel {
namespace {

TEST(Truth, SaysOfEveryRowWhatACertificateSays) {
    const Problem problem = *Problem::compile(readStudy(findInGallery("mirrlees")->text)->problem);
    const Trajectory t = *withTruth(problem, runOf("bome", problem, 60));
    Certifier certify(problem);
    for (const int row : {0, 7, 60}) {
        const Certificate c = certify(t.iterate(row, 1));
        EXPECT_EQ(recorded(t, "true_gap", row), c.lowerGap);
        EXPECT_EQ(recorded(t, "kkt_residual", row), c.kkt.residual);
        EXPECT_EQ(recorded(t, "distance_to_solution", row), *c.distanceToKnownSolution);
    }
}

TEST(Truth, IsNotChargedToTheMethod) {
    const Trajectory plain = runOf("aid_cg", quad(), 20), judged = *withTruth(quad(), plain);
    for (const std::string& column : plain.columns())
        EXPECT_TRUE(std::ranges::equal(plain.column(column), judged.column(column), [](double a, double b) {
            return a == b || (std::isnan(a) && std::isnan(b));
        })) << column;
    EXPECT_GT(judged.columns().size(), plain.columns().size());
}

// With y solved to rounding, the implicit hypergradient is the true one; after one step of ITD it is not.
TEST(Truth, MeasuresTheErrorOfAHypergradient) {
    const Trajectory good =
        *withTruth(quad(), runOf("implicit", quad(), 5, {{"inner_steps", 200.0}, {"lower_step_size", 0.4}}));
    EXPECT_LT(recorded(good, "hypergradient_error", 3), 1e-12);
    EXPECT_LT(recorded(good, "hypergradient_angle", 3), 1e-5);
    const Trajectory poor = *withTruth(quad(), runOf("itd", quad(), 5, {{"inner_steps", 1.0}}));
    const Point z = poor.iterate(3, 2);
    const Eigen::Matrix2d s = quadA().inverse() * quadB();
    const Vector truth = s.transpose() * (s * z.x - quadTarget()) + 0.1 * z.x;
    const Vector estimate =
        (Vector(2) << recorded(poor, "hypergradient_x1", 3), recorded(poor, "hypergradient_x2", 3)).finished();
    EXPECT_NEAR(recorded(poor, "true_hypergradient_x1", 3), truth[0], 1e-12);
    EXPECT_NEAR(recorded(poor, "hypergradient_error", 3), (estimate - truth).norm(), 1e-12);
    const double cosine = estimate.dot(truth) / (estimate.norm() * truth.norm());
    EXPECT_NEAR(std::cos(recorded(poor, "hypergradient_angle", 3) * std::acos(-1) / 180), cosine, 1e-12);
    EXPECT_GT(recorded(poor, "hypergradient_relative_error", 3), 0.1);
}

// BSG-1 on a min–max problem: the terms of its direction cancel, and the angle is not even defined.
TEST(Truth, LeavesAGapWhereThereIsNothingToCompare) {
    ProblemText text;
    text.upper = "x*y";
    text.lower = "-x*y";
    text.start = {{"x", 1}, {"y", 1}};
    const Problem problem = *Problem::compile(text);
    const Trajectory t = *withTruth(problem, runOf("bsg1", problem, 3));
    EXPECT_TRUE(std::isnan(recorded(t, "true_gap", 1))) << "g has no lower bound";
    EXPECT_TRUE(t.column("distance_to_solution").empty());
}

TEST(Truth, FollowsTheSolutionsOfManyVariablesBetweenSearches) {
    ProblemText text;
    text.lowerVariables = {"y1", "y2", "y3"};
    text.upper = "(x - 2)^2 + y1^2 + y2 + y3";
    text.lower = "(y1 - x)^2 + (y2 + x)^2 + (y3^2 - 1)^2 - 0.2*y3";
    const Problem problem = *Problem::compile(text);
    const Trajectory t = *withTruth(problem, runOf("bome", problem, 40));
    Certifier certify(problem);
    for (const int row : {0, 5, 16, 23, 40})
        EXPECT_NEAR(recorded(t, "true_gap", row), certify(t.iterate(row, 1)).lowerGap, 1e-12) << row;
}

TEST(Truth, StopsWhenItIsTold) {
    EXPECT_FALSE(withTruth(quad(), runOf("bome", quad(), 50), [](int row) { return row < 10; }));
}

}  // namespace
}  // namespace bilevel
