#include "core/problem/basin_map.h"

#include <gtest/gtest.h>

#include <cmath>

namespace bilevel {
namespace {

Problem lower(const std::string& g, const std::vector<std::string>& variables = {"y"}) {
    ProblemText text;
    text.upper = "0";
    text.lower = g;
    text.lowerVariables = variables;
    Result<Problem> problem = Problem::compile(text);
    EXPECT_TRUE(problem);
    return *problem;
}

TEST(BasinMap, ADoubleWellPartsAtTheMaximumOfEveryColumn) {
    const Problem problem = lower("y^4/4 - y^2/2 + x*y");
    const BasinRequest request{problem, problem.start(), 0, 1, {-0.3, 0.3}, {-2, 2}, 30, 400};
    const BasinMap map = *mapBasins(request);
    ASSERT_EQ(map.count, 2);
    for (int column = 0; column < map.columns; ++column) {
        const double x = -0.3 + 0.6 * (column + 0.5) / map.columns;
        double top = 0;  // of y³ − y + x = 0 the middle root, by fixed point
        for (int k = 0; k < 200; ++k) top = top * top * top + x;
        for (int row = 0; row < map.rows; ++row) {
            const double y = -2 + 4 * (row + 0.5) / map.rows;
            if (std::abs(y - top) < 1e-9) continue;
            const int below = map.basin[map.cell(column, 0)], above = map.basin[map.cell(column, map.rows - 1)];
            EXPECT_EQ(map.basin[map.cell(column, row)], y < top ? below : above) << x << " " << y;
            EXPECT_EQ(map.global[map.cell(column, row)], (y < top) == (x > 0)) << x << " " << y;
        }
        EXPECT_EQ(map.basin[map.cell(column, 0)], map.basin[map.cell(0, 0)]) << "a minimiser keeps its number";
    }
}

TEST(BasinMap, TurnedAroundItIsTheSame) {
    const Problem problem = lower("y^4/4 - y^2/2 + x*y");
    const BasinMap upright = *mapBasins({problem, problem.start(), 0, 1, {-0.3, 0.3}, {-2, 2}, 12, 20});
    const BasinMap lying = *mapBasins({problem, problem.start(), 1, 0, {-2, 2}, {-0.3, 0.3}, 20, 12});
    for (int i = 0; i < 12; ++i)
        for (int k = 0; k < 20; ++k) EXPECT_EQ(upright.basin[upright.cell(i, k)], lying.basin[lying.cell(k, i)]);
}

TEST(BasinMap, TwoLowerVariablesFollowTheFlow) {
    // Two double wells that do not know each other: the four quadrants.
    const Problem problem = lower("y1^4/4 - y1^2/2 + y2^4/4 - y2^2/2 + 0.1*y1", {"y1", "y2"});
    const BasinMap map = *mapBasins({problem, problem.start(), 1, 2, {-2, 2}, {-2, 2}, 24, 24});
    ASSERT_EQ(map.count, 4);
    double border = 0;
    for (int k = 0; k < 100; ++k) border = border * border * border + 0.1;
    for (int row = 0; row < 24; ++row)
        for (int column = 0; column < 24; ++column) {
            const double y1 = -2 + 4 * (column + 0.5) / 24, y2 = -2 + 4 * (row + 0.5) / 24;
            const int expected = map.basin[map.cell(y1 < border ? 0 : 23, y2 < 0 ? 0 : 23)];
            EXPECT_EQ(map.basin[map.cell(column, row)], expected) << y1 << " " << y2;
            EXPECT_EQ(map.global[map.cell(column, row)], y1 < border);
        }
}

TEST(BasinMap, TheFlowTurnsWhereNewtonWouldJump) {
    // From the left end of the bent valley the flow reaches the minimum along the valley.
    const Problem problem = lower("100*(y2 - y1^2)^2 + (1 - y1)^2", {"y1", "y2"});
    const BasinMap map = *mapBasins({problem, problem.start(), 1, 2, {-2, 2}, {-1, 3}, 12, 12});
    EXPECT_EQ(map.count, 1);
}

TEST(BasinMap, NumbersLastWhileXMoves) {
    const Problem problem = lower("y1^4/4 - y1^2/2 + x*y1 + (y2 - y1)^2", {"y1", "y2"});
    const BasinMap map = *mapBasins({problem, problem.start(), 0, 1, {-1, 1}, {-2, 2}, 24, 16});
    EXPECT_EQ(map.count, 2);
    EXPECT_NE(map.basin[map.cell(0, 8)], map.basin[map.cell(23, 8)]);
    EXPECT_NE(map.basin[map.cell(12, 0)], map.basin[map.cell(12, 15)]);
}

TEST(BasinMap, SaysWhereThereIsNothingToReach) {
    const Problem endless = lower("-x*y");
    const BasinMap falls = *mapBasins({endless, endless.start(), 0, 1, {0.5, 1}, {-1, 1}, 4, 4});
    for (const int basin : falls.basin) EXPECT_EQ(basin, BasinMap::endless);
    const Problem half = lower("y - log(y)");
    const BasinMap domain = *mapBasins({half, half.start(), 0, 1, {0, 1}, {-1, 1}, 2, 10});
    EXPECT_EQ(domain.basin[domain.cell(0, 4)], BasinMap::undefined);
    EXPECT_EQ(domain.basin[domain.cell(0, 5)], 0);
    const Problem upperOnly = lower("y^2");
    EXPECT_FALSE(hasBasins(upperOnly, 0, 0));
}

TEST(BasinMap, StopsWhenItIsTold) {
    const Problem problem = lower("y^2");
    int asked = 0;
    EXPECT_FALSE(
        mapBasins({problem, problem.start(), 0, 1, {-1, 1}, {-1, 1}, 10, 10}, [&] { return ++asked < 3; }));
}

}  // namespace
}  // namespace bilevel
