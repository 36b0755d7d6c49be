#include "ui/plane/path_layers.h"

#include <gtest/gtest.h>

#include <cmath>

namespace bilevel::ui {
namespace {

const PlaneMap map{QRectF(0, 0, 200, 100), {0, 2}, {0, 1}};

ScenePath path(const std::vector<double>& x, const std::vector<double>& y, double distance = 0.75) {
    return makeScenePath(x, y, map, distance);
}

/// Three turns around the middle, coming nearer.
StyledPath spiral(int rows) {
    std::vector<double> x, y;
    for (int k = 0; k < rows; ++k) {
        const double share = static_cast<double>(k) / rows, angle = 6 * M_PI * share;
        x.push_back(1 + 0.8 * (1 - share) * std::cos(angle));
        y.push_back(0.5 + 0.4 * (1 - share) * std::sin(angle));
    }
    return {path(x, y), Qt::red, 3, 0, 3};
}

TEST(ScenePath, KeepsOnlyWhatTheEyeCanTellApart) {
    std::vector<double> x, y;
    for (int k = 0; k < 1000; ++k) {
        x.push_back(0.001 * k);  // a tenth of a pixel
        y.push_back(0.5);
    }
    const ScenePath thin = path(x, y);
    EXPECT_EQ(thin.rows(), 1000);
    EXPECT_LT(thin.points.size(), 150);
    for (int k = 0; k < 1000; ++k)
        EXPECT_NEAR(thin.points[thin.keptAt(k) - 1].x(), 100 * x[static_cast<std::size_t>(k)], 0.75);
}

TEST(ScenePath, PassesOverRowsThatAreNotNumbers) {
    const ScenePath broken = path({0, std::nan(""), 1}, {0, 0.5, 1});
    EXPECT_EQ(broken.points.size(), 2);
    EXPECT_EQ(broken.keptAt(1), 1);
    EXPECT_EQ(broken.keptAt(99), 2);
    EXPECT_EQ(broken.keptAt(-1), 0);
}

TEST(ScenePath, KnowsWhatAnyStretchOfRowsCovers) {
    const ScenePath zigzag = path({0, 1, 2, 1}, {0, 1, 0, 0.5});
    EXPECT_EQ(zigzag.extent(0, 1), QRectF(QPointF(0, 0), QPointF(100, 100)));
    EXPECT_EQ(zigzag.extent(3, 1), zigzag.extent(1, 3));
    EXPECT_EQ(zigzag.extent(2, 3), QRectF(QPointF(100, 50), QPointF(200, 100)));
}

TEST(Beads, StandAtRoundNumbersOfIterations) {
    EXPECT_EQ(beadStep(800), 100);
    EXPECT_EQ(beadStep(500), 50);
    EXPECT_EQ(beadStep(2000), 200);
    EXPECT_EQ(beadStep(10000), 1000);
    EXPECT_EQ(beadStep(7), 1);
}

TEST(Beads, DoNotPileUpWhereAPathEnds) {
    std::vector<double> x, y;
    for (int k = 0; k <= 1000; ++k) {
        x.push_back(2 - 2 * std::exp(-0.02 * k));
        y.push_back(0.5);
    }
    const StyledPath converging{path(x, y), Qt::red, 3, 0, 3};
    const auto beads = placeBeads(converging, 100, map.area);
    EXPECT_GE(beads.size(), 1u);
    EXPECT_LE(beads.size(), 3u);
    EXPECT_TRUE(placeBeads(converging, 0, map.area).empty());
}

TEST(PathLayers, GoingBackAndForthPaintsWhatGoingStraightPaints) {
    const PathLook look{QColor(255, 255, 255, 215), Qt::white, 2.6, 100, false};
    PathLayers wandering, straight;
    wandering.reset(map.area, 1, {spiral(1200)}, look);
    straight.reset(map.area, 1, {spiral(1200)}, look);
    for (const int row : {700, 100, 1199, 350, 351, 0, 640, 600}) wandering.show(row);
    straight.show(600);
    const QImage a = wandering.lines().toImage(), b = straight.lines().toImage();
    int different = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x)
            different += std::abs(qAlpha(a.pixel(x, y)) - qAlpha(b.pixel(x, y))) > 60;
    EXPECT_LE(different, 6) << "only the joints of pieces may differ, and little";
    wandering.show(-1);
    EXPECT_EQ(qAlpha(wandering.lines().toImage().pixel(179, 50)), 0);
}

TEST(PathLayers, HalosDoNotAddUpWherePiecesMeet) {
    const PathLook look{QColor(255, 255, 255, 215), Qt::white, 2.6, 0, false};
    PathLayers layers;
    layers.reset(map.area, 1, {spiral(600)}, look);
    for (int row = 0; row < 600; ++row) layers.show(row);
    const QImage halos = layers.halos().toImage();
    for (int y = 0; y < halos.height(); ++y)
        for (int x = 0; x < halos.width(); ++x) EXPECT_LE(qAlpha(halos.pixel(x, y)), 216);
}

TEST(PathLayers, SurviveAPathThatRunsAway) {
    std::vector<double> x{1}, y{0.5};
    for (int k = 1; k < 300; ++k) {
        x.push_back(x.back() * -3);
        y.push_back(y.back() * 2);
    }
    PathLayers layers;
    layers.reset(map.area, 1, {{path(x, y), Qt::red, 3, 0, 3}}, {Qt::white, Qt::white, 2.6, 10, false});
    layers.show(299);
    EXPECT_GT(qAlpha(layers.lines().toImage().pixel(100, 50)), 100);
}

TEST(PathLayers, HaveThePixelsOfTheScreen) {
    PathLayers layers;
    layers.reset(map.area, 2, {spiral(100)}, {});
    layers.show(50);
    EXPECT_EQ(layers.lines().size(), QSize(400, 200));
}

}  // namespace
}  // namespace bilevel::ui
