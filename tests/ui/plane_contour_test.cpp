#include "ui/ground/contour.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

namespace bilevel::ui {
namespace {

Field sample(int nodes, const Interval& range, const std::function<double(double, double)>& function) {
    Field field{{nodes, nodes, range, range}, {}};
    for (int row = 0; row < nodes; ++row)
        for (int column = 0; column < nodes; ++column)
            field.values.push_back(function(field.grid.x(column), field.grid.y(row)));
    return field;
}

QPointF data(const Field& field, QPointF vertex) { return {field.grid.x(vertex.x()), field.grid.y(vertex.y())}; }

TEST(Contour, OfAParaboloidIsAClosedCircle) {
    const Field field = sample(101, {-2, 2}, [](double x, double y) { return x * x + y * y; });
    const auto lines = ContourTracer(field).trace(1.7);
    ASSERT_EQ(lines.size(), 1u);
    EXPECT_EQ(lines[0].first(), lines[0].last());
    EXPECT_GT(lines[0].size(), 100);
    // Linear interpolation between nodes h apart errs by at most h²/8 · f'' / |f'|.
    for (const QPointF& vertex : lines[0]) {
        const QPointF p = data(field, vertex);
        EXPECT_NEAR(std::hypot(p.x(), p.y()), std::sqrt(1.7), 2e-4);
    }
}

TEST(Contour, ThatLeavesTheGridIsOneOpenLine) {
    const Field field = sample(41, {-1, 1}, [](double x, double y) { return y - 0.3 * x; });
    const auto lines = ContourTracer(field).trace(0.1);
    ASSERT_EQ(lines.size(), 1u);
    EXPECT_NE(lines[0].first(), lines[0].last());
    for (const QPointF& vertex : lines[0]) {
        const QPointF p = data(field, vertex);
        EXPECT_NEAR(p.y(), 0.3 * p.x() + 0.1, 1e-12);
    }
    EXPECT_NEAR(std::abs(data(field, lines[0].first()).x() - data(field, lines[0].last()).x()), 2, 1e-12);
}

TEST(Contour, AtASaddleNeverCrossesItself) {
    const Field field = sample(20, {-1, 1}, [](double x, double y) { return x * y; });
    for (const double level : {-0.01, 0.01}) {
        const auto lines = ContourTracer(field).trace(level);
        ASSERT_EQ(lines.size(), 2u);
        for (const QPolygonF& line : lines) {
            const double side = data(field, line.first()).x();
            for (const QPointF& vertex : line) EXPECT_GT(data(field, vertex).x() * side, 0);
        }
    }
}

TEST(Contour, StopsAtHolesInTheField) {
    const Field field = sample(41, {-1, 1}, [](double x, double y) { return x < 0 ? std::nan("") : x + 0 * y; });
    for (const QPolygonF& line : ContourTracer(field).trace(0.5))
        for (const QPointF& vertex : line) EXPECT_NEAR(data(field, vertex).x(), 0.5, 1e-12);
    EXPECT_TRUE(ContourTracer(field).trace(-0.5).empty());
}

TEST(Contour, ATracerGivesTheSameLinesAtEveryCall) {
    const Field field = sample(51, {-2, 2}, [](double x, double y) { return std::sin(3 * x) + y * y; });
    ContourTracer tracer(field);
    const auto first = tracer.trace(0.2);
    (void)tracer.trace(0.7);
    EXPECT_EQ(tracer.trace(0.2), first);
}

TEST(QuantileLevels, LeaveEqualNumbersOfValuesBetweenThem) {
    std::vector<double> values;
    for (int k = 0; k < 1000; ++k) values.push_back(std::exp(0.02 * k));  // nine decades
    const auto levels = quantileLevels(values, 9);
    ASSERT_EQ(levels.size(), 9u);
    double before = -1;
    for (const double level : levels) {
        const auto between = std::ranges::count_if(values, [&](double v) { return v > before && v < level; });
        EXPECT_NEAR(static_cast<double>(between), 100, 1.5);
        before = level;
    }
}

TEST(QuantileLevels, NeverLieOnAPlateau) {
    const std::vector<double> values{0, 0, 0, 0, 0, 0, 1, 1, 2, 3};
    const auto levels = quantileLevels(values, 5);
    EXPECT_FALSE(levels.empty());
    EXPECT_TRUE(std::ranges::is_sorted(levels));
    for (const double level : levels) EXPECT_THAT(values, testing::Each(testing::Ne(level)));
}

TEST(QuantileLevels, OfNothingOrOfOneValueAreNone) {
    EXPECT_TRUE(quantileLevels({}, 5).empty());
    EXPECT_TRUE(quantileLevels(std::vector<double>(50, 3.0), 5).empty());
}

}  // namespace
}  // namespace bilevel::ui
