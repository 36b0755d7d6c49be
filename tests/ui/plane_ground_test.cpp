#include "ui/ground/ground_job.h"

#include <gtest/gtest.h>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <cmath>

namespace bilevel::ui {
namespace {

/// Two formulas of x and y on [−2, 2]².
GroundRequest request(const std::string& f, const std::string& g, bool upper = true, ProblemText text = {}) {
    text.upper = f;
    text.lower = g;
    const Result<Problem> problem = Problem::compile(text);
    EXPECT_TRUE(problem) << problem.error().message;
    return {.slice = {*problem, 0, 1, problem->start()},
            .upper = upper,
            .horizontal = {-2, 2},
            .vertical = {-2, 2},
            .columns = 80,
            .rows = 60};
}

/// The rank under a data point.
int rankAt(const Ground& ground, double x, double y) {
    const GroundRequest& r = ground.request;
    const int column =
        static_cast<int>((x - r.horizontal.minimum) / (r.horizontal.maximum - r.horizontal.minimum) * r.columns);
    const int row =
        static_cast<int>((r.vertical.maximum - y) / (r.vertical.maximum - r.vertical.minimum) * r.rows);
    return ground.ranks.pixelIndex(column, row);
}

TEST(Ground, ColoursByRankSoThatTheScaleOfTheValuesDoesNotMatter) {
    const GroundPtr plain = computeGround(request("x^2 + (y-1)^2", "y"));
    const GroundPtr steep = computeGround(request("exp(5*(x^2 + (y-1)^2))", "y"));
    EXPECT_EQ(plain->ranks, steep->ranks);
    EXPECT_LE(rankAt(*plain, 0.01, 1.01), 1);
    EXPECT_GE(rankAt(*plain, -1.99, -1.99), Ground::highestRank - 1);
    EXPECT_LT(rankAt(*plain, 0.5, 1), rankAt(*plain, 1, 1));
}

TEST(Ground, GivesEveryShadeTheSameArea) {
    const GroundPtr ground = computeGround(request("x + 0.001*y", "y"));
    int low = 0;
    for (int row = 0; row < 60; ++row)
        for (int column = 0; column < 80; ++column)
            low += ground->ranks.pixelIndex(column, row) < Ground::highestRank / 2;
    EXPECT_NEAR(low, 80 * 60 / 2, 80);
}

TEST(Ground, TakesItsColoursFromTheTheme) {
    const Theme theme = Theme::make(true, 1);
    for (const bool upper : {true, false}) {
        const GroundPtr ground = computeGround(request("x^2 + y^2", "x^2 + y^2", upper));
        const QImage image = groundImage(*ground, theme);
        EXPECT_EQ(image.pixel(40, 30), theme.ground(upper, rankAt(*ground, 0.01, -0.01) / 254.0));
        EXPECT_EQ(image.pixel(0, 0), theme.ground(upper, 1));
    }
}

TEST(Ground, LeavesAHoleWhereTheObjectiveIsNotANumber) {
    const GroundPtr ground = computeGround(request("log(x)", "y"));
    EXPECT_TRUE(ground->hasHoles);
    EXPECT_EQ(rankAt(*ground, -1, 0), Ground::hole);
    EXPECT_NE(rankAt(*ground, 1, 0), Ground::hole);
    EXPECT_EQ(qAlpha(groundImage(*ground, Theme::make(false, 1)).pixel(10, 10)), 0);
    for (const Ground::Contour& contour : ground->contours)
        for (const QPointF& p : contour.line) EXPECT_GT(p.x(), 0);
}

TEST(Ground, OfAConstantIsOneShadeWithoutContours) {
    for (const char* constant : {"3", "sin(x)^2 + cos(x)^2 + 0*y", "0"}) {
        const GroundPtr ground = computeGround(request(constant, "y"));
        EXPECT_TRUE(ground->contours.empty()) << constant;
        EXPECT_EQ(rankAt(*ground, -1, -1), rankAt(*ground, 1, 0.5)) << constant;
    }
}

TEST(Ground, OfNothingFiniteIsAllHole) {
    const GroundPtr ground = computeGround(request("log(-1 - x^2)", "y"));
    EXPECT_EQ(rankAt(*ground, 0, 0), Ground::hole);
    EXPECT_TRUE(ground->contours.empty());
}

TEST(Ground, GivesAPlateauAtTheTopTheHighestShade) {
    const GroundPtr ground = computeGround(request("min(x, 0)", "y"));
    EXPECT_EQ(rankAt(*ground, 1, 0), Ground::highestRank);
}

TEST(Ground, DrawsContoursInsideThePlaneOnly) {
    const GroundPtr ground = computeGround(request("x^2 + y^2", "y"));
    EXPECT_GE(ground->levels.size(), 15u);
    EXPECT_TRUE(std::ranges::any_of(ground->contours, [](const auto& c) { return c.major; }));
    bool reachesRim = false;
    for (const Ground::Contour& contour : ground->contours)
        for (const QPointF& p : contour.line) {
            EXPECT_LE(std::max(std::abs(p.x()), std::abs(p.y())), 2);
            reachesRim |= std::abs(p.x()) == 2;
        }
    EXPECT_TRUE(reachesRim);
}

TEST(Ground, IsNullWhereItWasToldToStop) {
    int asked = 0;
    EXPECT_EQ(computeGround(request("x", "y"), [&] { return ++asked < 10; }), nullptr);
    EXPECT_EQ(asked, 10);
}

TEST(GroundRequest, NoticesHeldCoordinatesOnlyWhereTheyMatter) {
    ProblemText text;
    text.upperVariables = {"x", "w"};
    GroundRequest onXY = request("x*y", "(y - x - w)^2", true, text);
    onXY.slice.vertical = 2;
    EXPECT_FALSE(dependsOnHeld(onXY)) << "f knows no w";
    onXY.slice.vertical = 1;
    EXPECT_TRUE(dependsOnHeld(onXY)) << "f moves with y";

    ProblemText two;
    two.lowerVariables = {"y", "z"};
    GroundRequest f = request("x*y", "(y - x)^2 + z^2", true, two);
    EXPECT_FALSE(dependsOnHeld(f));
    GroundRequest moved = f;
    moved.slice.held.y[1] = 5;
    EXPECT_TRUE(sameGround(f, moved));
    f.upper = moved.upper = false;
    EXPECT_TRUE(dependsOnHeld(f));
    EXPECT_FALSE(sameGround(f, moved));
}

TEST(GroundRequest, IsTheSameWhenOnlyTheStartMoved) {
    ProblemText moved;
    moved.start = {{"x", 1}, {"y", 1}};
    EXPECT_TRUE(sameGround(request("x*y", "y^2"), request("x*y", "y^2", true, moved)));
    EXPECT_FALSE(sameGround(request("x*y", "y^2"), request("x*y + 1", "y^2")));
}

TEST(GroundJob, AnswersTheLastQuestionAndNothingAboutAnotherFunctionAfterIt) {
    GroundJob job;
    QSignalSpy answers(&job, &GroundJob::finished);
    std::vector<GroundPtr> grounds;
    QObject::connect(&job, &GroundJob::finished, [&](const GroundPtr& ground) { grounds.push_back(ground); });
    GroundRequest last;
    for (int k = 0; k < 12; ++k) {
        last = request("x + " + std::to_string(k) + "*y", "y^2");
        job.start(last);
    }
    ASSERT_TRUE(QTest::qWaitFor([&] { return !job.isBusy(); }, 20000));
    ASSERT_EQ(grounds.size(), 1u);
    EXPECT_TRUE(sameGround(grounds.back()->request, last));
}

TEST(GroundJob, ShowsPicturesWhileTheViewKeepsChanging) {
    GroundJob job;
    int answers = 0;
    GroundRequest wanted = request("x*y", "y^2");
    QObject::connect(&job, &GroundJob::finished, [&](const GroundPtr&) {
        if (++answers == 4) return;
        wanted.horizontal.maximum += 0.1;
        job.start(wanted);
        wanted.horizontal.maximum += 0.1;
        job.start(wanted);
    });
    job.start(wanted);
    ASSERT_TRUE(QTest::qWaitFor([&] { return answers >= 4; }, 20000));
}

}  // namespace
}  // namespace bilevel::ui
