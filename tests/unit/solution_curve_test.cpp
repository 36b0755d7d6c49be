#include "core/problem/solution_curve.h"

#include <gtest/gtest.h>

#include <cmath>

namespace bilevel {
namespace {

struct Case {
    std::string f, g;
    std::vector<std::string> lower = {"y"};
    std::map<std::string, Interval> bounds = {};
};

SolutionCurve curveOf(const Case& c, Interval range, int columns = 101) {
    ProblemText text;
    text.upper = c.f;
    text.lower = c.g;
    text.lowerVariables = c.lower;
    text.bounds = c.bounds;
    const Result<Problem> problem = Problem::compile(text);
    EXPECT_TRUE(problem);
    return *solveAlong({*problem, Vector::Zero(1), 0, range, columns});
}

TEST(SolutionCurve, FollowsAStraightBranchToRounding) {
    const SolutionCurve curve = curveOf({"x^2 + y^2", "(x + y - 1)^2"}, {-1, 2});
    for (const SolutionColumn& column : curve.columns) {
        ASSERT_EQ(column.level.kind, LowerLevel::Kind::unique);
        EXPECT_NEAR(column.level.minimisers[0].y[0], 1 - column.x, 1e-14);
        EXPECT_NEAR(column.f.optimistic, column.x * column.x + (1 - column.x) * (1 - column.x), 1e-13);
        EXPECT_EQ(column.f.optimistic, column.f.pessimistic);
    }
    EXPECT_TRUE(curve.swaps.empty());
    ASSERT_TRUE(curve.optimum);  // Lampariello and Sagratella 2017, example 3.2
    EXPECT_NEAR(curve.optimum->x, 0.5, 1e-7);
    EXPECT_NEAR(curve.optimum->f, 0.5, 1e-12);
}

// Mirrlees 1999: the branches swap at x = 1 by symmetry, and that is where the optimum is: 1.002 in print.
TEST(SolutionCurve, FindsTheSwapOfMirrleesAndTheOptimumOnIt) {
    const SolutionCurve curve =
        curveOf({"(x - 2)^2 + (y - 1)^2", "-x*exp(-(y + 1)^2) - exp(-(y - 1)^2)", {"y"}, {{"y", {-2, 2}}}},
                {-0.3, 3.1}, 500);
    ASSERT_EQ(curve.swaps.size(), 1u);
    EXPECT_NEAR(curve.swaps[0].x, 1, 1e-12);
    EXPECT_NEAR(curve.swaps[0].from[0], 0.9575, 1e-4);
    EXPECT_NEAR(curve.swaps[0].to[0], -0.9575, 1e-4);
    ASSERT_TRUE(curve.optimum);
    EXPECT_NEAR(curve.optimum->x, 1, 1e-8);
    EXPECT_NEAR(curve.optimum->f, 1.0018, 1e-4);
}

TEST(SolutionCurve, TellsOptimistsFromPessimistsWhereSolutionsAreMany) {
    // x·y on [−1, 1]: at x = 0 every y is a solution.
    const SolutionCurve curve = curveOf({"-(x + y)", "x*y", {"y"}, {{"y", {-1, 1}}}}, {-0.5, 0.5});
    const SolutionColumn& middle = curve.columns[50];
    ASSERT_EQ(middle.x, 0);
    ASSERT_EQ(middle.level.kind, LowerLevel::Kind::flat);
    EXPECT_EQ(middle.f.optimistic, -1);
    EXPECT_EQ(middle.f.pessimistic, 1);
    ASSERT_EQ(curve.swaps.size(), 1u);
    EXPECT_NEAR(curve.swaps[0].x, 0, 1e-12);
    EXPECT_EQ(curve.swaps[0].from[0], 1);
    EXPECT_EQ(curve.swaps[0].to[0], -1);
    EXPECT_NEAR(curve.optimum->f, -1, 1e-9);  // Morgan and Patrone 2006
}

TEST(SolutionCurve, TiesThatLastAreNotSwaps) {
    const SolutionCurve curve = curveOf({"(y - 2)^2", "(y^2 - 1)^2"}, {-1, 1});
    EXPECT_TRUE(curve.swaps.empty());
    EXPECT_NEAR(curve.columns[10].f.optimistic, 1, 1e-12);
    EXPECT_NEAR(curve.columns[10].f.pessimistic, 9, 1e-12);
}

// Ye et al. 2022: y2 is free, so an optimist sets it to x and f = ½ (x − 1)².
TEST(SolutionCurve, TheOptimistChoosesWhatTheLowerLevelLeavesFree) {
    const SolutionCurve curve =
        curveOf({"(x - y2)^2/2 + (y1 - 1)^2/2", "y1^2/2 - x*y1", {"y1", "y2"}}, {0, 2}, 21);
    for (const SolutionColumn& column : curve.columns) {
        EXPECT_NEAR(column.f.optimistic, (column.x - 1) * (column.x - 1) / 2, 1e-12) << column.x;
        EXPECT_EQ(column.f.pessimistic, std::numeric_limits<double>::infinity());
    }
    EXPECT_NEAR(curve.optimum->x, 1, 1e-6);
}

TEST(SolutionCurve, LeavesAHoleWhereTheLowerLevelHasNoSolution) {
    const SolutionCurve curve = curveOf({"x^2 + y^2", "x*y^2"}, {-1, 1});
    EXPECT_EQ(curve.columns.front().level.kind, LowerLevel::Kind::unbounded);
    EXPECT_TRUE(std::isnan(curve.columns.front().f.optimistic));
    EXPECT_EQ(curve.columns.back().level.kind, LowerLevel::Kind::unique);
}

TEST(SolutionCurve, StaysInsideTheBoundsOfTheUpperVariable) {
    const SolutionCurve curve = curveOf({"x", "(y - x)^2", {"y"}, {{"x", {0, 1}}}}, {-5, 5});
    EXPECT_EQ(curve.columns.front().x, 0);
    EXPECT_EQ(curve.columns.back().x, 1);
}

TEST(SolutionCurve, StopsWhenItIsTold) {
    ProblemText text;
    text.upper = "x";
    text.lower = "y^2";
    int asked = 0;
    EXPECT_FALSE(
        solveAlong({*Problem::compile(text), Vector::Zero(1), 0, {0, 1}, 100}, [&] { return ++asked < 5; }));
    EXPECT_EQ(asked, 5);
}

}  // namespace
}  // namespace bilevel
