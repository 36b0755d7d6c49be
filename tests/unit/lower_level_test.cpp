#include "core/problem/lower_level.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace bilevel {
namespace {

using Kind = LowerLevel::Kind;

struct Lower {
    std::string g;
    std::vector<std::string> variables = {"y"};
    std::map<std::string, Interval> bounds = {};
};

Problem compiled(const Lower& lower) {
    ProblemText text;
    text.upper = "0";
    text.lower = lower.g;
    text.lowerVariables = lower.variables;
    text.bounds = lower.bounds;
    Result<Problem> problem = Problem::compile(text);
    EXPECT_TRUE(problem) << (problem ? "" : problem.error().message);
    return *problem;
}

LowerLevel solve(const Lower& lower, double x = 0) { return LowerSolver(compiled(lower))(Vector::Constant(1, x)); }

TEST(LowerLevel, FindsTheOneMinimumOfAParabolaToRounding) {
    const LowerLevel level = solve({"(y - x)^2 + 3"}, 0.7);
    ASSERT_EQ(level.kind, Kind::unique);
    ASSERT_EQ(level.minimisers.size(), 1u);
    EXPECT_DOUBLE_EQ(level.minimisers[0].y[0], 0.7);
    EXPECT_DOUBLE_EQ(level.minimum(), 3);
    EXPECT_TRUE(level.exhaustive);
}

TEST(LowerLevel, FollowsTheSolutionFarOutOfTheView) {
    for (const double x : {50.0, -3e3, 2e6}) {
        const LowerLevel level = solve({"(y - x)^2"}, x);
        ASSERT_EQ(level.kind, Kind::unique) << x;
        EXPECT_NEAR(level.minimisers[0].y[0], x, 1e-9 * std::abs(x));
    }
}

// Mirrlees 1999: the two branches have the same value at x = 1, by symmetry; right of it the lower one wins.
TEST(LowerLevel, TellsTheTwoBranchesOfMirrleesApart) {
    const Lower mirrlees{"-x*exp(-(y + 1)^2) - exp(-(y - 1)^2)", {"y"}, {{"y", {-2, 2}}}};
    const LowerLevel tie = solve(mirrlees, 1);
    ASSERT_EQ(tie.kind, Kind::several);
    ASSERT_EQ(tie.global, 2);
    const double y = std::abs(tie.minimisers[0].y[0]);
    EXPECT_NEAR(y, std::tanh(2 * y), 1e-15);  // g′ = 0 where x = 1
    EXPECT_NEAR(y, 0.9575, 1e-4);
    EXPECT_NEAR(tie.minimisers[0].y[0], -tie.minimisers[1].y[0], 1e-12);
    const LowerLevel right = solve(mirrlees, 1.991);
    ASSERT_EQ(right.kind, Kind::unique);
    ASSERT_EQ(right.minimisers.size(), 2u);
    EXPECT_NEAR(right.minimisers[0].y[0], -0.980, 5e-4);
}

TEST(LowerLevel, RespectsBounds) {
    const LowerLevel level = solve({"-y", {"y"}, {{"y", {-1, 3}}}});
    ASSERT_EQ(level.kind, Kind::unique);
    EXPECT_EQ(level.minimisers[0].y[0], 3);
    const LowerLevel half = solve({"(y + 5)^2", {"y"}, {{"y", {-2, std::numeric_limits<double>::infinity()}}}});
    ASSERT_EQ(half.kind, Kind::unique);
    EXPECT_EQ(half.minimisers[0].y[0], -2);
}

TEST(LowerLevel, FindsTheTipOfAKink) {
    // Soft thresholding: y = sign(x) max(|x| − 1, 0) / 2.
    const Lower threshold{"y^2 + abs(y) - x*y"};
    EXPECT_NEAR(solve(threshold, 0.5).minimisers.at(0).y[0], 0, 1e-15);
    EXPECT_NEAR(solve(threshold, 2).minimisers.at(0).y[0], 0.5, 1e-15);
    EXPECT_NEAR(solve(threshold, -4).minimisers.at(0).y[0], -1.5, 1e-15);
}

TEST(LowerLevel, SeesADipThatIsNarrowerThanItsGrid) {
    // Nodes lie 0.0195 apart. y² has a notch of width 0.01 at 3: its slope shows on both sides.
    const LowerLevel level = solve({"y^2/100 - exp(-((y - 3)/0.01)^2)", {"y"}, {{"y", {-5, 5}}}});
    ASSERT_EQ(level.minimisers.size(), 2u);
    EXPECT_NEAR(level.minimisers[0].y[0], 3, 1e-3);
    EXPECT_NEAR(level.minimisers[1].y[0], 0, 1e-12);
}

TEST(LowerLevel, SeesTwoWellsThatAreCloserThanItsNodes) {
    // y⁴/4 − x y²/2: minima at ±√x, and a node of the grid on the maximum between them.
    const LowerLevel level = solve({"y^4/4 - x*y^2/2"}, 1e-3);
    ASSERT_EQ(level.global, 2);
    EXPECT_NEAR(std::abs(level.minimisers[0].y[0]), std::sqrt(1e-3), 1e-9);
    EXPECT_NEAR(level.minimisers[0].y[0], -level.minimisers[1].y[0], 1e-9);
}

TEST(LowerLevel, FindsASaddleLikeDipThatJustTouches) {
    // g′ = (y − 0.51)² − 1e-8 dips below zero over a width of 2e-4, between two nodes.
    const LowerLevel level = solve({"(y - 0.51)^3/3 - 1e-8*y", {"y"}, {{"y", {-1, 1}}}});
    ASSERT_EQ(level.minimisers.size(), 2u);  // and the lower bound
    EXPECT_EQ(level.minimisers[0].y[0], -1);
    EXPECT_NEAR(level.minimisers[1].y[0], 0.51 + 1e-4, 1e-12);
}

TEST(LowerLevel, NamesWhatHasNoMinimum) {
    EXPECT_EQ(solve({"-x*y"}, 0.3).kind, Kind::unbounded);
    EXPECT_EQ(solve({"-x*y"}, -1e-3).kind, Kind::unbounded);
    EXPECT_EQ(solve({"y^3"}).kind, Kind::unbounded);
    EXPECT_EQ(solve({"-1/(y - 0.3)^2"}).kind, Kind::unbounded);
    EXPECT_EQ(solve({"log(abs(y - 0.3))"}).kind, Kind::unbounded);
    EXPECT_EQ(solve({"-exp(y)"}).kind, Kind::unbounded);
    EXPECT_EQ(solve({"1/(y - x) + y^2"}, 0.3).kind, Kind::unbounded);  // a pole on one side, a wall on the other
    EXPECT_EQ(solve({"tan(y)"}).kind, Kind::unbounded);
    EXPECT_EQ(solve({"-1/((y1 - x)^2 + y2^2)", {"y1", "y2"}}, 0.3).kind, Kind::unbounded);
    EXPECT_EQ(solve({"exp(-y)"}).kind, Kind::unattained);
    EXPECT_EQ(solve({"-log(y)"}).kind, Kind::unbounded);
    EXPECT_EQ(solve({"sqrt(-1 - y^2)"}).kind, Kind::undefined);
    EXPECT_EQ(solve({"y1^2 - y2", {"y1", "y2"}}).kind, Kind::unbounded);
    EXPECT_EQ(solve({"y1^2 + exp(-y2)", {"y1", "y2"}}).kind, Kind::unattained);
    EXPECT_EQ(solve({"y1^2 + y2^2 - y3", {"y1", "y2", "y3"}}).kind, Kind::unbounded);
}

TEST(LowerLevel, NamesACuspAMinimumAndNotAHole) {
    const LowerLevel level = solve({"sqrt(abs(y - 0.3))"});
    ASSERT_EQ(level.kind, Kind::unique);
    EXPECT_NEAR(level.minimisers[0].y[0], 0.3, 1e-12);
}

TEST(LowerLevel, SeesTheFootOfAStep) {
    const LowerLevel level = solve({"sign(y)/10 + (y - x)^2"}, 0.3);
    ASSERT_EQ(level.minimisers.size(), 2u);
    EXPECT_NEAR(level.minimisers[0].y[0], 0, 1e-12);
    EXPECT_NEAR(level.minimum(), -0.1 + 0.09, 1e-12);
    EXPECT_NEAR(level.minimisers[1].y[0], 0.3, 1e-12);
    EXPECT_NEAR(solve({"floor(y) + (y - x)^2"}, 0.3).minimum(), -1 + 0.09, 1e-12);
}

TEST(LowerLevel, NamesAPlaneOfSolutionsFlat) {
    EXPECT_EQ(solve({"(y1 + y2 + y3 - x)^2", {"y1", "y2", "y3"}}, 0.3).kind, Kind::flat);
}

TEST(LowerLevel, FindsMinimaNextToTheEndOfTheDomain) {
    EXPECT_NEAR(solve({"y - log(y)"}).minimisers.at(0).y[0], 1, 1e-12);
    EXPECT_NEAR(solve({"1000*y - log(y)"}).minimisers.at(0).y[0], 1e-3, 1e-12);
    const LowerLevel edge = solve({"sqrt(y - 0.3)"});
    ASSERT_EQ(edge.kind, Kind::unique);
    EXPECT_NEAR(edge.minimisers[0].y[0], 0.3, 1e-9);
}

TEST(LowerLevel, SurvivesOverflow) {
    const LowerLevel level = solve({"exp(y^2)"});
    ASSERT_EQ(level.kind, Kind::unique);
    EXPECT_NEAR(level.minimisers[0].y[0], 0, 1e-12);
}

TEST(LowerLevel, NamesAFlatValleyAndItsEnds) {
    const LowerLevel level = solve({"max(abs(y) - 0.5, 0)^2"});
    ASSERT_EQ(level.kind, Kind::flat);
    ASSERT_EQ(level.global, 1);
    EXPECT_NEAR(level.minimisers[0].valley.minimum, -0.5, 0.05);
    EXPECT_NEAR(level.minimisers[0].valley.maximum, 0.5, 0.05);
    const LowerLevel everywhere = solve({"x*y", {"y"}, {{"y", {-1, 1}}}}, 0);
    ASSERT_EQ(everywhere.kind, Kind::flat);
    EXPECT_EQ(everywhere.minimisers[0].valley, (Interval{-1, 1}));
}

TEST(LowerLevel, NamesFlatDirectionsOfTwoVariables) {
    EXPECT_EQ(solve({"0.5*y1^2 - x*y1", {"y1", "y2"}}, 0.4).kind, Kind::flat);
    EXPECT_EQ(solve({"(y1^2 + y2^2 - 1)^2", {"y1", "y2"}}).kind, Kind::flat);
    EXPECT_EQ(solve({"(y1 - 2)^2", {"y1", "y2"}, {{"y1", {0, 1}}, {"y2", {0, 1}}}}).kind, Kind::flat);
    // A quartic is flat to second order and yet has one minimum.
    EXPECT_EQ(solve({"y1^4 + y2^4", {"y1", "y2"}}).kind, Kind::unique);
}

TEST(LowerLevel, FindsTheLowestOfManyWells) {
    // Rastrigin, moved: the one global minimum is at (x, −x).
    const Lower rastrigin{
        "20 + (y1-x)^2 - 10*cos(6.283185307179586*(y1-x)) + (y2+x)^2 - 10*cos(6.283185307179586*(y2+x))",
        {"y1", "y2"},
        {{"y1", {-5, 5}}, {"y2", {-5, 5}}}};
    const LowerLevel level = solve(rastrigin, 1.37);
    ASSERT_EQ(level.kind, Kind::unique);
    EXPECT_NEAR(level.minimisers[0].y[0], 1.37, 1e-9);
    EXPECT_NEAR(level.minimisers[0].y[1], -1.37, 1e-9);
    EXPECT_GT(level.minimisers.size(), 8u);
}

TEST(LowerLevel, StartsFromManyPlacesAboveTwoVariables) {
    const LowerLevel level = solve({"(y1^2-1)^2 + (y2^2-1)^2 + (y3^2-1)^2 + 0.1*y1", {"y1", "y2", "y3"}});
    EXPECT_FALSE(level.exhaustive);
    EXPECT_GT(level.starts, 3);
    ASSERT_EQ(level.kind, Kind::several);
    EXPECT_EQ(level.global, 4);  // y2 and y3 = ±1, y1 in the deeper well
    EXPECT_EQ(level.minimisers.size(), 8u);
    EXPECT_LT(level.minimisers[0].y[0], -1);
}

TEST(LowerLevel, DescendsIntoTheBasinOfAPoint) {
    LowerSolver solver(compiled({"(y^2 - 1)^2 - 0.1*y"}));
    const Vector x = Vector::Zero(1);
    EXPECT_LT(solver.descend(x, Vector::Constant(1, -0.9)).y[0], -0.9);
    EXPECT_GT(solver.descend(x, Vector::Constant(1, 0.9)).y[0], 0.9);
}

TEST(LowerLevel, IsNeverAboveWhatAFineScanFinds) {
    std::mt19937 random(7);
    std::uniform_real_distribution<double> coefficient(-1, 1);
    for (int trial = 0; trial < 60; ++trial) {
        double a[4], b[4];
        std::string g = "0.02*y^2";
        for (int k = 0; k < 4; ++k) {
            const std::string order = std::to_string(k + 1);
            const std::string first = std::to_string(coefficient(random)),
                              second = std::to_string(coefficient(random));
            g += " + (" + first + ")*sin(" + order + "*y) + (" + second + ")*cos(" + order + "*y)";
            a[k] = std::stod(first), b[k] = std::stod(second);
        }
        const LowerLevel level = solve({g, {"y"}, {{"y", {-6, 6}}}});
        ASSERT_TRUE(level.solved()) << g;
        double lowest = 1e9;
        for (int i = 0; i <= 60000; ++i) {
            const double y = -6 + 12 * (i / 60000.0);
            double value = 0.02 * y * y;
            for (int k = 0; k < 4; ++k) value += a[k] * std::sin((k + 1) * y) + b[k] * std::cos((k + 1) * y);
            lowest = std::min(lowest, value);
        }
        EXPECT_LE(level.minimum(), lowest + 1e-12) << g;
        EXPECT_GE(level.minimum(), lowest - 1e-6) << g;
    }
}

}  // namespace
}  // namespace bilevel
