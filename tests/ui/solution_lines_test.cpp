// The exact lower level as the planes draw it.

#include "ui/ground/solution_lines.h"
#include "ui/ground/value_curve.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace bilevel::ui {
namespace {

using Kind = SolutionLines::Kind;

constexpr Interval range{-2, 2};

Problem problemOf(const std::string& f, const std::string& g, ProblemText text = {}) {
    text.upper = f;
    text.lower = g;
    const Result<Problem> problem = Problem::compile(text);
    EXPECT_TRUE(problem) << problem.error().message;
    return *problem;
}

SolutionsPtr solve(const Problem& problem, int horizontal = 0, int vertical = 1) {
    return computeSolutions(solutionRequest({problem, horizontal, vertical, problem.start()}, range, range));
}

SolutionLines linesOf(const Problem& problem, int horizontal = 0, int vertical = 1) {
    return solutionLines(*solve(problem, horizontal, vertical), range, range);
}

std::ptrdiff_t count(const SolutionLines& lines, Kind kind) {
    return std::ranges::count(lines.lines, kind, &SolutionLines::Line::kind);
}

TEST(SolutionLines, LieWhereTheLowerLevelIsSolved) {
    const SolutionLines lines = linesOf(problemOf("x", "2*(y - sin(1.6*x))^2"));
    ASSERT_FALSE(lines.lines.empty());
    for (const SolutionLines::Line& line : lines.lines) {
        EXPECT_EQ(line.kind, Kind::global);
        for (const QPointF& p : line.line) EXPECT_NEAR(p.y(), std::sin(1.6 * p.x()), 1e-9);
    }
    ASSERT_TRUE(lines.label);
    EXPECT_NEAR(lines.label->at.y(), std::sin(1.6 * lines.label->at.x()), 5e-3);
}

TEST(SolutionLines, TellGlobalFromLocalMinimaAndMaxima) {
    // ∂g/∂y = y³ − y + 0.1: the global minimum on the left, a local one on the right, a maximum between them.
    const SolutionLines lines = linesOf(problemOf("x", "(y^2 - 1)^2/4 + 0.1*y"));
    EXPECT_EQ(count(lines, Kind::global), 1);
    EXPECT_EQ(count(lines, Kind::local), 1);
    EXPECT_EQ(count(lines, Kind::maximum), 1);
    for (const SolutionLines::Line& line : lines.lines)
        for (const QPointF& p : line.line) {
            EXPECT_NEAR(p.y() * p.y() * p.y() - p.y() + 0.1, 0, 1e-9);
            EXPECT_EQ(line.kind, p.y() < -0.6 ? Kind::global : p.y() > 0.6 ? Kind::local : Kind::maximum);
        }
    ASSERT_TRUE(lines.label);
    EXPECT_LT(lines.label->at.y(), -0.9);
}

TEST(SolutionLines, EndInFoldsAndJumpAtSwaps) {
    // y³ − y + x = 0 folds at x = ±2/(3√3), y = ±1/√3; by symmetry the branches swap at x = 0.
    const SolutionLines lines = linesOf(problemOf("x", "y^4/4 - y^2/2 + x*y"));
    const double x = 2 / (3 * std::sqrt(3.0)), y = 1 / std::sqrt(3.0);
    ASSERT_EQ(lines.folds.size(), 2u);
    for (const QPointF& fold : lines.folds) {
        EXPECT_NEAR(std::abs(fold.x()), x, 1e-8);
        EXPECT_NEAR(fold.y(), fold.x() > 0 ? y : -y, 1e-3);
    }
    ASSERT_EQ(lines.swaps.size(), 1u);
    EXPECT_NEAR(lines.swaps[0].from.x(), 0, 1e-9);
    EXPECT_NEAR(lines.swaps[0].from.y(), 1, 1e-6);
    EXPECT_NEAR(lines.swaps[0].to.y(), -1, 1e-6);
}

TEST(SolutionLines, KeepToTheBoundsOfTheLowerVariable) {
    ProblemText text;
    text.bounds["y"] = {-0.5, 10};
    const SolutionLines lines = linesOf(problemOf("x", "(y - x)^2", text));
    ASSERT_FALSE(lines.lines.empty());
    for (const SolutionLines::Line& line : lines.lines)
        for (const QPointF& p : line.line) EXPECT_NEAR(p.y(), std::max(-0.5, p.x()), 1e-9);
}

TEST(SolutionLines, AreDrawnAlongWhicheverAxisIsTheUpperOne) {
    const SolutionLines lines = linesOf(problemOf("x", "(y - x^2/2)^2"), 1, 0);
    ASSERT_FALSE(lines.lines.empty());
    for (const SolutionLines::Line& line : lines.lines)
        for (const QPointF& p : line.line) EXPECT_NEAR(p.x(), p.y() * p.y() / 2, 1e-9);
}

TEST(SolutionLines, ShowOneOfSeveralLowerVariables) {
    ProblemText text;
    text.lowerVariables = {"y", "z"};
    const SolutionLines lines = linesOf(problemOf("x", "(y - x)^2 + (z - y^2/2)^2", text), 0, 2);
    ASSERT_FALSE(lines.lines.empty());
    for (const SolutionLines::Line& line : lines.lines)
        for (const QPointF& p : line.line) EXPECT_NEAR(p.y(), p.x() * p.x() / 2, 1e-6);
}

TEST(SolutionLines, ArePlacesWhereBothCoordinatesAreLowerOnes) {
    ProblemText text;
    text.lowerVariables = {"y", "z"};
    const SolutionLines lines = linesOf(problemOf("x", "(y^2 - 1)^2 + 0.2*y + (z - 0.5)^2", text), 1, 2);
    EXPECT_TRUE(lines.lines.empty());
    ASSERT_EQ(lines.places.size(), 2u);
    for (const SolutionLines::Place& place : lines.places) {
        EXPECT_NEAR(place.at.y(), 0.5, 1e-6);
        EXPECT_EQ(place.global, place.at.x() < 0);
    }
}

// Mirrlees 1999, in print: the optimum 1.002 lies where the branches swap.
TEST(SolutionLines, FindTheBilevelOptimumOfMirrlees) {
    ProblemText text;
    text.bounds["y"] = {-2, 2};
    const Problem problem = problemOf("(x - 2)^2 + (y - 1)^2", "-x*exp(-(y + 1)^2) - exp(-(y - 1)^2)", text);
    const SolutionsPtr solutions = solve(problem);
    ASSERT_TRUE(solutions->best);
    EXPECT_NEAR(solutions->best->f, 1.0018, 1e-4);
    const SolutionLines lines = solutionLines(*solutions, range, range);
    ASSERT_TRUE(lines.optimum);
    EXPECT_NEAR(lines.optimum->x(), 1, 1e-6);
    EXPECT_NEAR(lines.optimum->y(), 0.9575, 1e-3);

    const ValueCurve f = valueCurve(*solutions, true);
    ASSERT_EQ(f.jumps.size(), 1u);
    EXPECT_NEAR(f.jumps[0].from, 1.0018, 1e-4);
    EXPECT_GT(f.jumps[0].to, 4.5) << "right of the swap the lower level answers on the other side";
    ASSERT_EQ(f.best.size(), 2u);
    EXPECT_NEAR(f.best[0].last().x(), 1, 1e-9) << "both pieces reach the jump";
    EXPECT_NEAR(f.best[1].first().x(), 1, 1e-9);
    const ValueCurve g = valueCurve(*solutions, false);
    EXPECT_TRUE(g.jumps.empty()) << "the least value of g is continuous";
}

TEST(SolutionLines, NoOptimumIsClaimedWhereItRunsAway) {
    EXPECT_FALSE(solve(problemOf("-x", "(y - x)^2"))->best);
    ProblemText bounded;
    bounded.bounds["x"] = {-1, 1};
    const SolutionsPtr held = solve(problemOf("-x", "(y - x)^2", bounded));
    ASSERT_TRUE(held->best);
    EXPECT_EQ(held->best->x, 1);
}

TEST(SolutionLines, TheOptimumIsThatOfTheProblemHoweverFarOneZooms) {
    const Problem problem = problemOf("(x - 1)^2", "(y - x)^2");
    const Slice slice{problem, 0, 1, problem.start()};
    const SolutionsPtr near = computeSolutions(solutionRequest(slice, {-0.2, 0.2}, {-0.2, 0.2}));
    ASSERT_TRUE(near->best);
    EXPECT_NEAR(near->best->x, 1, 1e-6);
}

TEST(ValueCurve, IsTheUpperObjectiveAtTheLowerSolutions) {
    const ValueCurve curve = valueCurve(*solve(problemOf("x^2 + y^2", "(x + y - 1)^2")), true);
    for (const double x : {-1.9, -0.3, 0.5, 1.7}) EXPECT_NEAR(curve.at(x), x * x + (1 - x) * (1 - x), 1e-4);
    EXPECT_TRUE(std::isnan(curve.at(2.5)));
    EXPECT_TRUE(curve.worst.empty());
    ASSERT_TRUE(curve.optimum);
    EXPECT_NEAR(curve.optimum->x(), 0.5, 1e-6);
    EXPECT_NEAR(curve.optimum->y(), 0.5, 1e-9);
}

TEST(ValueCurve, ShowsWhatAPessimistWouldSay) {
    const ValueCurve curve = valueCurve(*solve(problemOf("(y - 2)^2 + x", "(y^2 - 1)^2")), true);
    ASSERT_EQ(curve.worst.size(), 1u);
    for (const QPointF& p : curve.worst[0]) EXPECT_NEAR(p.y(), 9 + p.x(), 1e-9);
    EXPECT_NEAR(curve.at(0.25), 1.25, 1e-9);
}

TEST(ValueCurve, HasAHoleWhereTheLowerLevelHasNoSolution) {
    const ValueCurve curve = valueCurve(*solve(problemOf("x^2 + y^2", "x*y^2")), true);
    EXPECT_TRUE(std::isnan(curve.at(-1)));
    EXPECT_NEAR(curve.at(1), 1, 1e-4);
}

TEST(ValueCurve, LeavesOutFarPeaksOfItsRange) {
    const ValueCurve curve = valueCurve(*solve(problemOf("1/(x^2 + 1e-9) + y", "(y - x)^2")), true);
    EXPECT_LT(curve.range.maximum, 1e6);
    EXPECT_LT(curve.range.minimum, 0);
}

TEST(ValueCurve, IsEmptyWhereNoUpperVariableIsHorizontal) {
    const Problem problem = problemOf("x", "(y - x)^2");
    EXPECT_TRUE(valueCurve(*solve(problem, 1, 0), true).isEmpty());
}

TEST(Solutions, AreTheSameQuestionWhereOnlyLowerCoordinatesMoved) {
    ProblemText text;
    text.upperVariables = {"x", "w"};
    const Problem problem = problemOf("x + y", "(y - x - w)^2", text);
    const SolutionRequest asked = solutionRequest({problem, 0, 2, problem.start()}, range, range);
    SolutionRequest moved = asked;
    moved.slice.held.y[0] = 3;
    EXPECT_TRUE(sameSolutions(asked, moved));
    moved.slice.held.x[1] = 3;
    EXPECT_FALSE(sameSolutions(asked, moved));
}

TEST(Solutions, AreGivenUpWhenTold) {
    int asked = 0;
    const Problem problem = problemOf("x", "(y - x)^2");
    EXPECT_EQ(computeSolutions(solutionRequest({problem, 0, 1, problem.start()}, range, range), {},
                               [&] { return ++asked < 20; }),
              nullptr);
}

}  // namespace
}  // namespace bilevel::ui
