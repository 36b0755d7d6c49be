#include "ui/ground/bands.h"
#include "ui/ground/clip.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace bilevel::ui {
namespace {

constexpr double tolerance = 0.04;

/// v(x, y) on nodes from −2 to 2.
Field sample(const auto& v, int nodes = 81) {
    Field field{{nodes, nodes, {-2, 2}, {-2, 2}}, {}};
    for (int row = 0; row < nodes; ++row)
        for (int column = 0; column < nodes; ++column)
            field.values.push_back(v(field.grid.x(column), field.grid.y(row)));
    return field;
}

/// In how many loops a point lies, modulo two.
bool isInside(const Band& band, QPointF at) {
    bool inside = false;
    for (const QPolygonF& loop : band.loops) inside ^= loop.containsPoint(at, Qt::OddEvenFill);
    return inside;
}

double area(const QPolygonF& polygon) {
    double twice = 0;
    for (qsizetype i = 0; i < polygon.size(); ++i) {
        const QPointF a = polygon[i], b = polygon[(i + 1) % polygon.size()];
        twice += a.x() * b.y() - b.x() * a.y();
    }
    return std::abs(twice) / 2;
}

TEST(Bands, AreWhereTheFieldIsAboveTheirLevel) {
    const auto saddle = [](double x, double y) { return x * x - y * y + 0.3 * x; };
    const std::vector<double> levels{-1.013, -0.217, 0.119, 1.303};
    const std::vector<Band> bands = traceBands(sample(saddle), levels, tolerance);
    ASSERT_EQ(bands.size(), 5u);
    int asked = 0;
    for (double x = -1.95; x < 2; x += 0.13)
        for (double y = -1.95; y < 2; y += 0.13) {
            EXPECT_TRUE(isInside(bands[0], {x, y}));
            for (std::size_t k = 0; k < levels.size(); ++k) {
                if (std::abs(saddle(x, y) - levels[k]) < 0.03) continue;  // on the line
                EXPECT_EQ(isInside(bands[k + 1], {x, y}), saddle(x, y) > levels[k]) << x << ' ' << y;
                ++asked;
            }
        }
    EXPECT_GT(asked, 1000);
}

TEST(Bands, GoFromTheValleyToThePeak) {
    const std::vector<double> levels{-0.5, 0.5};
    const std::vector<Band> bands = traceBands(sample([](double x, double) { return x; }), levels, tolerance);
    for (std::size_t k = 1; k < bands.size(); ++k) EXPECT_GT(bands[k].share, bands[k - 1].share);
    EXPECT_GT(bands.front().share, 0);
    EXPECT_LT(bands.back().share, 1);
}

TEST(Bands, LeaveOutWhatHasNoValue) {
    const auto root = [](double x, double) { return x < -0.5 ? std::nan("") : x; };
    for (const Band& band : traceBands(sample(root), std::vector<double>{-0.201}, tolerance))
        EXPECT_FALSE(isInside(band, {-1, 0.3}));
    EXPECT_TRUE(isInside(traceBands(sample(root), {}, tolerance).front(), {1, 0.3}));
}

TEST(ClipPolygon, KeepsTheAreaInside) {
    const QRectF box(0, 0, 2, 1);
    const QPolygonF large{{-5, -5}, {5, -5}, {5, 5}, {-5, 5}}, apart{{5, 5}, {6, 5}, {6, 6}};
    const QPolygonF half{{1, -1}, {4, -1}, {4, 3}, {1, 3}}, triangle{{0, 0}, {4, 0}, {0, 2}};
    EXPECT_NEAR(area(clipPolygon(large, box)), 2, 1e-12);
    EXPECT_NEAR(area(clipPolygon(half, box)), 1, 1e-12);
    EXPECT_NEAR(area(clipPolygon(triangle, box)), 2, 1e-12);
    EXPECT_TRUE(clipPolygon(apart, box).isEmpty());
}

}  // namespace
}  // namespace bilevel::ui
