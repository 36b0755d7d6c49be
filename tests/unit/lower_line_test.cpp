#include "core/problem/lower_line.h"

#include <gmock/gmock.h>

#include <cmath>
#include <numbers>

namespace bilevel {
namespace {

using End = LowerBasin::End;
using testing::DoubleNear;
using testing::ElementsAre;

/// What is found on a line, all of it.
struct Line : LowerLine {
    std::vector<LowerBasin> basins;
};

Line lineOf(const std::string& g, double x = 0, const std::map<std::string, Interval>& bounds = {}) {
    ProblemText text;
    text.upper = "0";
    text.lower = g;
    text.bounds = bounds;
    Result<Problem> problem = Problem::compile(text);
    EXPECT_TRUE(problem) << (problem ? "" : problem.error().message);
    LowerSolver solver(*problem);
    const Vector at = Vector::Constant(1, x);
    return {solver.line(at), solver.basins(at).basins};
}

// g′ = y³ − y + x has three roots where |x| < 2/√27.
TEST(LowerLine, ADoubleWellHasTwoBasinsThatMeetAtItsMaximum) {
    const Line line = lineOf("y^4/4 - y^2/2 + x*y", 0.2);
    ASSERT_EQ(line.maxima.size(), 1u);
    const double top = line.maxima[0];
    EXPECT_NEAR(top * top * top - top + 0.2, 0, 1e-15);
    ASSERT_EQ(line.basins.size(), 2u);
    EXPECT_EQ(line.basins[0].from.maximum, top);
    EXPECT_EQ(line.basins[1].from.minimum, top);
    for (const LowerBasin& basin : line.basins) {
        EXPECT_EQ(basin.end, End::minimum);
        EXPECT_NEAR(std::pow(basin.to, 3) - basin.to + 0.2, 0, 1e-14);
        EXPECT_TRUE(basin.from.contains(basin.to));
    }
}

TEST(LowerLine, ASineHasABasinAroundEachOfItsMinima) {
    const Line line = lineOf("sin(y)", 0, {{"y", {-8, 8}}});
    const double pi = std::numbers::pi;
    EXPECT_THAT(line.maxima, ElementsAre(DoubleNear(-1.5 * pi, 1e-12), DoubleNear(0.5 * pi, 1e-12),
                                         DoubleNear(2.5 * pi, 1e-12)));
    ASSERT_EQ(line.basins.size(), 4u);  // and a bound that holds descent back
    EXPECT_NEAR(line.basins[0].to, -2.5 * pi, 1e-12);
    EXPECT_NEAR(line.basins[1].to, -0.5 * pi, 1e-12);
    EXPECT_NEAR(line.basins[2].to, 1.5 * pi, 1e-12);
    EXPECT_EQ(line.basins[3].to, 8);
    EXPECT_EQ(line.basins[3].from.maximum, 8);
}

TEST(LowerLine, BasinsCoverTheRangeWhereGIsFinite) {
    for (const char* g :
         {"y^4/4 - y^2/2", "sin(5*y) + 0.01*y^2", "abs(y - 1) - 2*abs(y + 1) + y^2/4", "exp(-y^2)"}) {
        const Line line = lineOf(g, 0, {{"y", {-3, 4}}});
        ASSERT_FALSE(line.basins.empty()) << g;
        EXPECT_EQ(line.basins.front().from.minimum, -3) << g;
        EXPECT_EQ(line.basins.back().from.maximum, 4) << g;
        for (std::size_t k = 1; k < line.basins.size(); ++k)
            EXPECT_EQ(line.basins[k - 1].from.maximum, line.basins[k].from.minimum) << g;
    }
}

TEST(LowerLine, AKinkPartsDescentsLikeAMaximum) {
    const Line line = lineOf("(y - 2)^2/2 - 3*abs(y)");
    EXPECT_THAT(line.maxima, ElementsAre(DoubleNear(0, 1e-12)));
    ASSERT_EQ(line.basins.size(), 2u);
    EXPECT_NEAR(line.basins[0].to, -1, 1e-12);
    EXPECT_NEAR(line.basins[1].to, 5, 1e-12);
}

TEST(LowerLine, APolePartsDescentsAndIsNoMaximum) {
    const Line line = lineOf("y^2 + 1/(y - 0.3)^2");
    EXPECT_TRUE(line.maxima.empty());
    ASSERT_EQ(line.basins.size(), 2u);
    EXPECT_NEAR(line.basins[0].from.maximum, 0.3, 1e-9);
    EXPECT_LT(line.basins[0].to, 0.3);
    EXPECT_GT(line.basins[1].to, 0.3);
}

TEST(LowerLine, SaysWhereDescentFallsWithoutLimit) {
    const Line hole = lineOf("-1/(y - 0.3)^2");
    ASSERT_EQ(hole.basins.size(), 1u);
    EXPECT_EQ(hole.basins[0].end, End::endless);
    EXPECT_NEAR(hole.basins[0].to, 0.3, 1e-9);
    const Line cubic = lineOf("y^3/3 - y");
    ASSERT_EQ(cubic.basins.size(), 2u);
    EXPECT_EQ(cubic.basins[0].end, End::endless);
    EXPECT_EQ(cubic.basins[0].to, -std::numeric_limits<double>::infinity());
    EXPECT_NEAR(cubic.basins[0].from.maximum, -1, 1e-12);
    EXPECT_NEAR(cubic.basins[1].to, 1, 1e-12);
}

TEST(LowerLine, FindsTheMinimumThatLiesBeyondTheRange) {
    const Line line = lineOf("(y - 5000)^2");
    ASSERT_EQ(line.basins.size(), 1u);
    EXPECT_NEAR(line.basins[0].to, 5000, 1e-9);
}

TEST(LowerLine, LeavesAGapWhereGIsNotFinite) {
    const Line line = lineOf("y - log(y)", 0, {{"y", {-2, 4}}});
    ASSERT_EQ(line.basins.size(), 1u);
    EXPECT_NEAR(line.basins[0].from.minimum, 0, 1e-12);
    EXPECT_NEAR(line.basins[0].to, 1, 1e-12);
}

TEST(LowerLine, DescentStaysOnAShelf) {
    // Falls to a shelf on [−1, 1], and on beyond it.
    const Line line = lineOf("-min(y + 1, 0)^3 - max(y - 1, 0)^3", 0, {{"y", {-4, 4}}});
    ASSERT_EQ(line.basins.size(), 2u);
    EXPECT_EQ(line.basins[0].end, End::still);
    EXPECT_NEAR(line.basins[0].from.maximum, 1, 0.05);
    EXPECT_EQ(line.basins[1].to, 4);
}

}  // namespace
}  // namespace bilevel
