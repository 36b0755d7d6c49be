#include "core/run/certificate.h"

#include "core/io/finished_run.h"
#include "core/io/gallery.h"
#include "core/io/study.h"
#include "tests/unit/known_problems.h"
#include "tests/unit/test_folder.h"

#include <filesystem>

namespace bilevel {
namespace {

Problem problemOf(const std::string& f, const std::string& g, std::map<std::string, Interval> bounds = {}) {
    ProblemText text;
    text.upper = f;
    text.lower = g;
    text.bounds = std::move(bounds);
    return *Problem::compile(text);
}

Point at(double x, double y) { return {Vector::Constant(1, x), Vector::Constant(1, y)}; }

// Lampariello and Sagratella 2017, example 3.2: y*(x) = 1 − x and F = x² + (1 − x)², so dF/dx = 4x − 2. BOME with
// few inner steps settles at x = c/(1 + c), c = 1 − 0.8^T, and sees no gap there.
struct FewSteps {
    double T, x, hypergradient;
};
class Certificates : public testing::TestWithParam<FewSteps> {};

TEST_P(Certificates, ShowsWhatFewInnerStepsHide) {
    const Problem problem = problemOf("x^2 + y^2", "(x + y - 1)^2");
    const Settings settings = *findAlgorithm("bome")->resolve({{"inner_steps", GetParam().T},
                                                               {"epsilon", 0.0},
                                                               {"inner_step_size", 0.1},
                                                               {"upper_step_size", 0.1},
                                                               {"lower_step_size", 0.1}});
    const Trajectory t = run({problem, findAlgorithm("bome"), settings, at(1, 1), 2000});
    const Certificate c = Certifier(problem)(endOf(t, problem));
    EXPECT_NEAR(c.point.x[0], GetParam().x, 2e-4);
    EXPECT_NEAR(c.hypergradient.value[0], GetParam().hypergradient, 1e-3);
    EXPECT_LT(recorded(t, "q_hat", -2), 1e-6);
    EXPECT_LT(c.lowerGap, 1e-5);
    EXPECT_EQ(c.verdict, Verdict::notStationary);
    EXPECT_TRUE(c.hypergradient.isUnique);
    EXPECT_NEAR(c.hypergradient.lowerCurvature, 2, 1e-12);
}

INSTANTIATE_TEST_SUITE_P(Tables, Certificates,
                         testing::Values(FewSteps{1, 1.0 / 6, -1.3333}, FewSteps{2, 0.2647, -0.9412},
                                         FewSteps{10, 0.4716, -0.1136}, FewSteps{20, 0.4971, -0.0117}));

TEST(Certificate, ConfirmsTheSolutionThatManyInnerStepsFind) {
    const Certificate c = Certifier(problemOf("x^2 + y^2", "(x + y - 1)^2"))(at(0.5, 0.5));
    EXPECT_EQ(c.verdict, Verdict::bilevelStationary);
    EXPECT_EQ(c.lowerGap, 0);
    EXPECT_NEAR(c.upperValue.optimistic, 0.5, 1e-14);
}

// Mirrlees 1999: every method built on gradients ends on the upper branch, where the true gap is 0.967.
TEST(Certificate, CatchesTheWrongBranchOfMirrlees) {
    const Study study = *readStudy(findInGallery("mirrlees")->text);
    const Problem problem = *Problem::compile(study.problem);
    const Trajectory t = run(*requestRun(study, problem, study.runs.front()));
    EXPECT_LT(recorded(t, "q_hat", -2), 1e-4);
    const Certificate c = Certifier(problem)(endOf(t, problem));
    EXPECT_EQ(c.verdict, Verdict::wrongBranch);
    EXPECT_NEAR(c.lowerGap, 0.967, 2e-3);
    EXPECT_NEAR(c.lower.minimisers[0].y[0], -0.980, 1e-3);
    EXPECT_NEAR(c.upperValue.optimistic, 3.92, 0.02);
    const Certificate best = Certifier(problem)(at(1, study.problem.solution->point.at("y")));
    EXPECT_EQ(best.verdict, Verdict::bilevelStationary) << "another branch takes over as soon as x grows";
    EXPECT_NEAR(best.f, 1.0018, 1e-4);
    EXPECT_NEAR(best.hypergradient.value[0], -2, 0.05) << "dF/dx alone is not zero";
}

TEST(Certificate, KnowsTheClosedFormsOfAQuadraticProblem) {
    const Problem problem = quad();
    const Eigen::Matrix2d s = quadA().inverse() * quadB();
    const Vector x = (Vector(2) << 0.7, -1.1).finished(), y = s * x;
    const Certificate c = Certifier(problem)({x, y});
    const Vector expected = s.transpose() * (y - quadTarget()) + 0.1 * x;
    EXPECT_NEAR((c.hypergradient.value - expected).norm(), 0, 1e-13);
    EXPECT_NEAR(c.lower.minimum(), -0.5 * x.dot(quadB().transpose() * y), 1e-13);
    EXPECT_NEAR(c.lowerGap, 0, 1e-13);
    EXPECT_EQ(c.verdict, Verdict::notStationary);
    EXPECT_EQ(Certifier(problem)(quadSolution()).verdict, Verdict::bilevelStationary);

    const Vector off = y + (Vector(2) << 0.3, -0.2).finished();
    const Certificate unsolved = Certifier(problem)({x, off});
    EXPECT_NEAR(unsolved.lowerGap, 0.5 * (off - y).dot(quadA() * (off - y)), 1e-13);
    EXPECT_NEAR(unsolved.lowerStationarity, (quadA() * (off - y)).norm(), 1e-13);
    EXPECT_EQ(unsolved.verdict, Verdict::lowerLevelNotSolved);
    // ∇q = (−Bᵀ(y − y*), A(y − y*)); K from its definition.
    const Eigen::Vector2d away = off - y, qx = -quadB().transpose() * away, qy = quadA() * away, fx = 0.1 * x,
                          fy = off - quadTarget();
    const double lambda = std::max(0.0, -(fx.dot(qx) + fy.dot(qy)) / (qx.squaredNorm() + qy.squaredNorm()));
    EXPECT_NEAR(unsolved.kkt.multiplier, lambda, 1e-12);
    EXPECT_NEAR(unsolved.kkt.residual,
                (fx + lambda * qx).squaredNorm() + (fy + lambda * qy).squaredNorm() + unsolved.lowerGap, 1e-12);
}

// Ye et al. 2022: where methods on the singular Hessian stop, an optimist does better at the same x.
TEST(Certificate, SeesThatAnotherLowerSolutionIsBetter) {
    const Problem problem = lls();
    const Point stuck{Vector::Constant(1, 0.5), (Vector(2) << 0.5, 0).finished()};
    const Certificate c = Certifier(problem)(stuck);
    EXPECT_EQ(c.lower.kind, LowerLevel::Kind::flat);
    EXPECT_FALSE(c.hypergradient.isUnique);
    EXPECT_NEAR(c.hypergradient.value[0], 0, 1e-14);
    EXPECT_NEAR(c.upperValue.optimistic, 0.125, 1e-12);
    EXPECT_EQ(c.verdict, Verdict::notStationary);
    const Point solution{Vector::Constant(1, 1), (Vector(2) << 1, 1).finished()};
    EXPECT_EQ(Certifier(problem)(solution).verdict, Verdict::bilevelStationary);
}

TEST(Certificate, NamesWhatCannotBeJudged) {
    const Problem minmax = problemOf("x*y", "-x*y");
    EXPECT_EQ(Certifier(minmax)(at(1, 1)).verdict, Verdict::lowerLevelNotSolved);
    EXPECT_NE(Certifier(minmax)(at(1, 1)).reason.find("no lower bound"), std::string::npos);
    EXPECT_EQ(Certifier(minmax)(at(0, 0)).verdict, Verdict::bilevelStationary);
    const Problem log = problemOf("x^2", "y - log(y) + x");
    EXPECT_EQ(Certifier(log)(at(1, -1)).verdict, Verdict::notFinite);
    const Problem bounded = problemOf("x^2 + y", "(y - x)^2", {{"y", {0, 1}}});
    const Certificate outside = Certifier(bounded)(at(0, 2));
    EXPECT_EQ(outside.verdict, Verdict::lowerLevelNotSolved);
    EXPECT_NE(outside.reason.find("outside the bounds"), std::string::npos);
    // At a maximum of g the slope is zero as well.
    EXPECT_EQ(Certifier(problemOf("x", "(y^2 - 1)^2"))(at(0, 0)).verdict, Verdict::lowerLevelNotSolved);
}

// Near its own solution, a point is on one branch and not on two.
TEST(Certificate, DoesNotTakeItsOwnBranchForAnother) {
    const Problem problem = *Problem::compile(readStudy(findInGallery("mirrlees")->text)->problem);
    const Certificate c = Certifier(problem)(at(0.2, 0.995));
    EXPECT_EQ(c.verdict, Verdict::notStationary);
    EXPECT_EQ(c.stationarity, std::abs(c.hypergradient.value[0]));
}

TEST(Certificate, ProjectsOnTheBounds) {
    const Certificate c =
        Certifier(problemOf("(x - 3)^2 + y", "(y + 1 - x)^2", {{"x", {0, 2}}, {"y", {1.5, 4}}}))(at(2, 1.5));
    EXPECT_EQ(c.lowerStationarity, 0) << "the bound of y takes the slope up";
    EXPECT_TRUE(std::isnan(c.hypergradient.lowerCurvature)) << "no lower variable is free";
    EXPECT_EQ(c.hypergradient.value[0], 0) << "f falls with x, but x is at its bound";
    EXPECT_EQ(c.verdict, Verdict::bilevelStationary);
}

std::vector<std::string> publishedProblems() {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(inTests("data/problems")))
        if (entry.path().extension() == ".json") names.push_back(entry.path().filename().string());
    std::ranges::sort(names);
    return names;
}

class Published : public testing::TestWithParam<std::string> {};

TEST_P(Published, SolutionIsOnTheRightBranch) {
    const Study study = *readStudy(*readFile(inTests("data/problems/" + GetParam())));
    const Problem problem = *Problem::compile(study.problem);
    if (!study.problem.solution) GTEST_SKIP() << "no published solution that could be confirmed";
    Point z = problem.start();
    for (Eigen::Index i = 0; i < z.size(); ++i)
        z[i] = study.problem.solution->point.at(problem.variables()[static_cast<std::size_t>(i)]);
    const Certificate c = Certifier(problem)(z);
    EXPECT_GE(c.lowerGap, 0);
    EXPECT_LT(c.lowerGap, 1e-4 * std::max(1.0, std::abs(c.g)));
    EXPECT_NE(c.verdict, Verdict::wrongBranch) << c.reason;
    EXPECT_NE(c.verdict, Verdict::lowerLevelNotSolved) << c.reason;
    EXPECT_EQ(c.distanceToKnownSolution, 0);
}

TEST_P(Published, GapIsNegativeNowhere) {
    const Study study = *readStudy(*readFile(inTests("data/problems/" + GetParam())));
    const Problem problem = *Problem::compile(study.problem);
    Certifier certify(problem);
    for (int k = 0; k < 40; ++k) {
        Point z = problem.start();
        for (Eigen::Index i = 0; i < z.size(); ++i) {
            const Interval bounds = study.problem.boundsOf(problem.variables()[static_cast<std::size_t>(i)]);
            const double low = std::max(bounds.minimum, -5.0),
                         high = std::min(bounds.maximum, std::max(5.0, low + 1));
            z[i] = low +
                   (high - low) * std::fmod(0.5 + 0.754877666 * k + 0.569840291 * k * static_cast<double>(i), 1);
        }
        const Certificate c = certify(z);
        if (!c.lower.solved()) continue;
        EXPECT_GE(c.lowerGap, 0);
        // What the search found is not above g anywhere else, either.
        EXPECT_GE(c.g - c.lower.minimum(), -1e-9 * std::max(1.0, std::abs(c.g)));
    }
}

INSTANTIATE_TEST_SUITE_P(Problems, Published, testing::ValuesIn(publishedProblems()),
                         [](const auto& problem) { return problem.param.substr(0, problem.param.find('.')); });

}  // namespace
}  // namespace bilevel
