#include "ui/trace/downsample.h"

#include "tests/ui/trace_runs.h"

#include <gmock/gmock.h>

#include <random>

namespace bilevel::ui {
namespace {

TEST(Downsample, KeepsASingleSpike) {
    std::vector<double> values(100'000, 0.25);
    values[54'321] = 7;
    values[54'322] = -3;
    const auto points = downsample(values, 0, 99'999, 300);
    EXPECT_LE(points.size(), 600U);
    EXPECT_THAT(points, testing::Contains(QPointF(54'321, 7)));
    EXPECT_THAT(points, testing::Contains(QPointF(54'322, -3)));
}

TEST(Downsample, DrawsEveryRowWhereThereAreFew) {
    const std::vector<double> values{3, 1, 4, 1, 5, 9};
    const auto points = downsample(values, 0, 5, 100);
    ASSERT_EQ(points.size(), 6U);
    for (int row = 0; row < 6; ++row)
        EXPECT_EQ(points[static_cast<std::size_t>(row)], QPointF(row, values[static_cast<std::size_t>(row)]));
}

TEST(Downsample, ReachesEveryValueWithinOneColumn) {
    std::mt19937 random(7);
    const auto values =
        samples(20'000, [&, y = 0.0](int) mutable { return y += static_cast<double>(random() % 2001) - 1000; });
    constexpr int columns = 400;
    const auto points = downsample(values, 0, 19'999, columns);
    for (std::size_t row = 0; row < values.size(); row += 37) {
        double low = values[0] + 1e9, high = -low;
        for (const QPointF& point : points)
            if (std::abs(point.x() - static_cast<double>(row)) <= 20'000.0 / columns) {
                low = std::min(low, point.y());
                high = std::max(high, point.y());
            }
        EXPECT_LE(low, values[row]);
        EXPECT_GE(high, values[row]);
    }
    for (std::size_t i = 1; i < points.size(); ++i) EXPECT_LT(points[i - 1].x(), points[i].x());
}

TEST(Downsample, LeavesAGapWhereThereIsNoValue) {
    const std::vector<double> values{1, nan, nan, 2, std::numeric_limits<double>::infinity(), 3, nan};
    const auto points = downsample(values, 0, 6, 50);
    ASSERT_EQ(points.size(), 5U);
    EXPECT_EQ(points[0].y(), 1);
    EXPECT_TRUE(std::isnan(points[1].y()));
    EXPECT_EQ(points[2].y(), 2);
    EXPECT_TRUE(std::isnan(points[3].y()));
    EXPECT_EQ(points[4], QPointF(5, 3)) << "no gap at the end, where nothing follows";
}

TEST(Downsample, LooksOnlyAtTheRowsInView) {
    const auto values = samples(1000, [](int k) { return k; });
    const auto points = downsample(values, 100, 199, 20);
    EXPECT_EQ(points.front(), QPointF(100, 100));
    EXPECT_EQ(points.back(), QPointF(199, 199));
    EXPECT_TRUE(downsample(values, 1000, 2000, 20).empty());
    EXPECT_EQ(downsample(values, -5, 2, 20).size(), 3U);
    EXPECT_TRUE(downsample({}, 0, 10, 20).empty());
}

}  // namespace
}  // namespace bilevel::ui
