#include "core/problem/bilevel_optimum.h"

#include <gtest/gtest.h>

namespace bilevel {
namespace {

std::optional<BilevelOptimum> optimumOf(const std::string& f, const std::string& g,
                                        std::map<std::string, Interval> bounds = {},
                                        std::optional<View> view = {}) {
    ProblemText text;
    text.upper = f;
    text.lower = g;
    text.bounds = std::move(bounds);
    text.view = std::move(view);
    return findOptimum(*Problem::compile(text));
}

// Lampariello and Sagratella 2017, example 3.2.
TEST(BilevelOptimum, IsWhereItIsInPrint) {
    const auto best = optimumOf("x^2 + y^2", "(x + y - 1)^2");
    ASSERT_TRUE(best);
    EXPECT_NEAR(best->x, 0.5, 1e-6);
    EXPECT_NEAR(best->f, 0.5, 1e-12);
}

TEST(BilevelOptimum, IsLookedForBeyondTheView) {
    const auto best = optimumOf("(x - 7)^2", "(y - x)^2", {}, View{"x", "y", {-1, 1}, {-1, 1}});
    ASSERT_TRUE(best);
    EXPECT_NEAR(best->x, 7, 1e-5);
}

TEST(BilevelOptimum, MayLieAtABound) {
    const auto best = optimumOf("-x", "(y - x)^2", {{"x", {-1, 1}}});
    ASSERT_TRUE(best);
    EXPECT_EQ(best->x, 1);
}

TEST(BilevelOptimum, IsNotClaimedWhereItRunsAway) {
    EXPECT_FALSE(optimumOf("-x", "(y - x)^2"));
    EXPECT_FALSE(optimumOf("-x", "(y - x)^2", {{"x", {-1, std::numeric_limits<double>::infinity()}}}));
}

TEST(BilevelOptimum, IsNotClaimedWhereTheLowerLevelIsNeverSolved) { EXPECT_FALSE(optimumOf("x^2", "y")); }

TEST(BilevelOptimum, StaysInsideBoundsThatLieBesideTheView) {
    const auto best = optimumOf("(x - 1)^2", "(y - x)^2", {{"x", {5, std::numeric_limits<double>::infinity()}}},
                                View{"x", "y", {-1, 1}, {-1, 1}});
    ASSERT_TRUE(best);
    EXPECT_EQ(best->x, 5);
}

}  // namespace
}  // namespace bilevel
