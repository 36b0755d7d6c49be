#include "core/formula/graph.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace bilevel {
namespace {

TEST(Graph, KeepsEveryNodeOnceIn16Bytes) {
    static_assert(sizeof(Node) == 16);
    Graph graph;
    const NodeId x = graph.input(0), y = graph.input(1);
    const NodeId sum = graph.binary(Operation::Add, x, y);
    EXPECT_EQ(graph.binary(Operation::Add, y, x), sum);
    EXPECT_NE(graph.binary(Operation::Subtract, x, y), graph.binary(Operation::Subtract, y, x));
    EXPECT_EQ(graph[sum].a, x);  // spelt as it was first met
    EXPECT_EQ(graph.input(1), y);
    EXPECT_EQ(graph.inputIndex(y), 1);
    EXPECT_EQ(graph.inputIndex(sum), -1);
}

TEST(Graph, TellsConstantsApartByTheirBits) {
    Graph graph;
    EXPECT_NE(graph.constant(0.0), graph.constant(-0.0));
    EXPECT_EQ(graph.constant(0.1), graph.constant(0.1));
    const double nan = std::numeric_limits<double>::quiet_NaN();
    EXPECT_EQ(graph.constant(nan), graph.constant(nan));
    EXPECT_TRUE(std::signbit(graph.constantValue(graph.constant(-0.0))));
    EXPECT_EQ(graph.unary(Operation::Negate, graph.constant(2)), graph.constant(-2));
}

TEST(Graph, KnowsWhichInputsAValueDependsOn) {
    Graph graph;
    const NodeId first = graph.input(0), last = graph.input(61), direction = graph.input(62);
    const NodeId mixed =
        graph.select(graph.constant(1), last, graph.binary(Operation::Multiply, first, direction));
    EXPECT_EQ(graph.dependencies(mixed), std::uint64_t{1} << 61 | 1);
    EXPECT_EQ(graph.dependencies(direction), 0u);
    EXPECT_FALSE(graph.isNumber(direction));
    EXPECT_TRUE(graph.isNumber(graph.unary(Operation::Sqrt, graph.constant(2))));
}

TEST(Graph, GrowsWithoutForgetting) {
    Graph graph;
    std::vector<NodeId> ids;
    for (int k = 0; k < 10'000; ++k) ids.push_back(graph.constant(k * 0.5));
    for (int k = 0; k < 10'000; ++k) EXPECT_EQ(graph.constant(k * 0.5), ids[static_cast<std::size_t>(k)]);
    EXPECT_EQ(graph.size(), 10'000u);
}

}  // namespace
}  // namespace bilevel
