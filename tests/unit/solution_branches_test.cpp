#include "core/problem/solution_branches.h"

#include <gmock/gmock.h>

#include <cmath>

namespace bilevel {
namespace {

using Kind = SolutionBranch::Kind;

struct Case {
    std::string g;
    Interval range;
    std::map<std::string, Interval> bounds = {};
    std::vector<std::string> lower = {"y"};
    int columns = 60;
};

CurveRequest requestOf(const Case& c) {
    ProblemText text;
    text.upper = "0";
    text.lower = c.g;
    text.lowerVariables = c.lower;
    text.bounds = c.bounds;
    const Result<Problem> problem = Problem::compile(text);
    EXPECT_TRUE(problem);
    return {*problem, Vector::Zero(1), 0, c.range, c.columns};
}

SolutionBranches branchesOf(const Case& c) {
    const CurveRequest request = requestOf(c);
    return *linkBranches(request, *solveAlong(request));
}

int count(const SolutionBranches& all, Kind kind) {
    return static_cast<int>(std::ranges::count(all.branches, kind, &SolutionBranch::kind));
}

const SolutionBranch& longest(const SolutionBranches& all, Kind kind) {
    const SolutionBranch* best = nullptr;
    const auto length = [](const SolutionBranch& b) { return b.points.back().x - b.points.front().x; };
    for (const SolutionBranch& b : all.branches)
        if (b.kind == kind && (!best || length(b) > length(*best))) best = &b;
    return *best;
}

// g′ = y³ − y + x: folds at x = ±2/√27, y = ±1/√3; the wells are equally deep at x = 0.
TEST(SolutionBranches, ADoubleWellFoldsTwiceAndSwapsOnce) {
    const SolutionBranches all = branchesOf({"y^4/4 - y^2/2 + x*y", {-1, 1}});
    ASSERT_EQ(all.folds.size(), 2u);
    const double x = 2 / std::sqrt(27.0), y = 1 / std::sqrt(3.0);
    EXPECT_NEAR(all.folds[0].x, -x, 2e-9);
    EXPECT_NEAR(all.folds[0].y[0], -y, 2e-8);
    EXPECT_TRUE(all.folds[0].opens);
    EXPECT_NEAR(all.folds[1].x, x, 2e-9);
    EXPECT_NEAR(all.folds[1].y[0], y, 2e-8);
    EXPECT_FALSE(all.folds[1].opens);

    ASSERT_EQ(count(all, Kind::maximum), 1);
    const SolutionBranch& top = longest(all, Kind::maximum);
    EXPECT_EQ(top.points.front().x, all.folds[0].x);
    EXPECT_EQ(top.points.back().x, all.folds[1].x);
    for (const SolutionBranch& branch : all.branches)
        for (std::size_t k = 1; k + 1 < branch.points.size(); ++k) {
            const double at = branch.points[k].y[0];
            EXPECT_NEAR(at * at * at - at + branch.points[k].x, 0, 1e-12);
        }
}

TEST(SolutionBranches, WhatStopsBeingGlobalGoesOnUnderTheSameNumber) {
    const SolutionBranches all = branchesOf({"y^4/4 - y^2/2 + x*y", {-1, 1}});
    const auto isOn = [](double x, double y) {
        return [=](const SolutionBranch& b) {
            return b.points.front().x < x && x < b.points.back().x && b.points.front().y[0] * y > 0;
        };
    };
    const auto before = std::ranges::find_if(all.branches, isOn(-0.1, 1));
    const auto after = std::ranges::find_if(all.branches, isOn(0.1, 1));
    ASSERT_NE(before, all.branches.end());
    ASSERT_NE(after, all.branches.end());
    EXPECT_EQ(before->kind, Kind::global);
    EXPECT_EQ(after->kind, Kind::local);
    EXPECT_EQ(before->branch, after->branch);
    EXPECT_NEAR(after->points.front().x, 0, 1e-8);
    EXPECT_EQ(before->points.back().x, after->points.front().x);
}

TEST(SolutionBranches, FollowsASteepBranchSmoothly) {
    // y = tan-like: moves 40 widths of a column around x = 0.
    const SolutionBranches all = branchesOf({"(y - atan(200*x))^2", {-1, 1}, {{"y", {-2, 2}}}});
    ASSERT_EQ(all.branches.size(), 1u);
    const std::vector<BranchPoint>& points = all.branches[0].points;
    for (std::size_t k = 1; k < points.size(); ++k) EXPECT_LT(std::abs(points[k].y[0] - points[k - 1].y[0]), 0.05);
}

TEST(SolutionBranches, APitchforkKeepsAllItsArms) {
    const SolutionBranches all = branchesOf({"y^4/4 - x*y^2/2", {-1, 1}});
    ASSERT_EQ(count(all, Kind::maximum), 1);
    EXPECT_NEAR(longest(all, Kind::maximum).points.front().x, 0, 1e-5);
    EXPECT_EQ(longest(all, Kind::maximum).points.back().x, 1);
    double arms = 0;
    for (const SolutionBranch& b : all.branches)
        if (b.kind == Kind::global && b.points.back().x == 1) ++arms;
    EXPECT_EQ(arms, 2);
}

TEST(SolutionBranches, ABoundThatHoldsAMinimumBelongsToTheBranch) {
    // The minimum is at y = x until the bound stops it.
    const SolutionBranches all = branchesOf({"(y - x)^2", {0, 2}, {{"y", {-1, 1}}}});
    ASSERT_EQ(all.branches.size(), 1u);
    EXPECT_EQ(all.branches[0].points.front().y[0], 0);
    EXPECT_EQ(all.branches[0].points.back().y[0], 1);
    EXPECT_TRUE(all.folds.empty());
}

TEST(SolutionBranches, AJumpOfGIsNoBranch) {
    const SolutionBranches all = branchesOf({"(y - sign(x))^2", {-1, 1.1}});
    ASSERT_EQ(all.branches.size(), 2u);
    EXPECT_TRUE(all.folds.empty());
    EXPECT_NEAR(all.branches[0].points.back().x, 0, 1e-8);
    EXPECT_NEAR(all.branches[1].points.front().x, 0, 1e-8);
}

TEST(SolutionBranches, AHoleEndsABranch) {
    const SolutionBranches all = branchesOf({"(y - sqrt(x))^2", {-1, 1}});
    ASSERT_EQ(all.branches.size(), 1u);
    EXPECT_NEAR(all.branches[0].points.front().x, 0, 1e-8);
}

TEST(SolutionBranches, SeveralLowerVariablesAreFollowedByDescent) {
    // The double well in y1, y2 = 2 y1: the same folds, with saddles instead of maxima.
    const SolutionBranches all =
        branchesOf({"y1^4/4 - y1^2/2 + x*y1 + (y2 - 2*y1)^2", {-1, 1}, {}, {"y1", "y2"}, 41});
    ASSERT_EQ(all.folds.size(), 2u);
    const double x = 2 / std::sqrt(27.0);
    EXPECT_NEAR(std::abs(all.folds[0].x), x, 1e-5);
    EXPECT_NEAR(std::abs(all.folds[1].x), x, 1e-5);
    EXPECT_NEAR(std::abs(all.folds[1].y[1]), 2 / std::sqrt(3.0), 0.05);
    EXPECT_EQ(count(all, Kind::maximum), 0);
    EXPECT_EQ(count(all, Kind::global), 2);
    EXPECT_EQ(count(all, Kind::local), 2);
}

TEST(SolutionBranches, StopsWhenItIsTold) {
    const CurveRequest request = requestOf({"(y - x)^2", {0, 1}});
    const SolutionCurve curve = *solveAlong(request);
    int asked = 0;
    EXPECT_FALSE(linkBranches(request, curve, [&] { return ++asked < 5; }));
    EXPECT_EQ(asked, 5);
}

}  // namespace
}  // namespace bilevel
