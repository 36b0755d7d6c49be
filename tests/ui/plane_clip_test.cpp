#include "ui/ground/clip.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace bilevel::ui {
namespace {

const QRectF unit(0, 0, 1, 1);

TEST(ClipLine, KeepsWhatIsInsideAsItIs) {
    const QPolygonF line{QPointF(0.1, 0.1), QPointF(0.5, 0.9), QPointF(0.9, 0.2)};
    EXPECT_EQ(clipLine(line, unit), QList<QPolygonF>{line});
}

TEST(ClipLine, CutsAtTheRimAndGivesOnePieceForEveryVisit) {
    const QPolygonF line{QPointF(-1, 0.5), QPointF(0.5, 0.5), QPointF(0.5, 2), QPointF(0.25, 2),
                         QPointF(0.25, -1)};
    const auto pieces = clipLine(line, unit);
    ASSERT_EQ(pieces.size(), 2);
    EXPECT_EQ(pieces[0], QPolygonF({QPointF(0, 0.5), QPointF(0.5, 0.5), QPointF(0.5, 1)}));
    EXPECT_EQ(pieces[1], QPolygonF({QPointF(0.25, 1), QPointF(0.25, 0)}));
}

TEST(ClipLine, KeepsTheDirectionOfAPathThatRunsVeryFarAway) {
    const auto pieces = clipLine({QPointF(0.5, 0.5), QPointF(0.5 + 3e40, 0.5 + 1.5e40)}, unit);
    ASSERT_EQ(pieces.size(), 1);
    EXPECT_NEAR(pieces[0].last().x(), 1, 1e-12);
    EXPECT_NEAR(pieces[0].last().y(), 0.75, 1e-12);
}

TEST(ClipLine, BreaksAtPointsThatAreNotNumbers) {
    const double nan = std::nan(""), infinity = std::numeric_limits<double>::infinity();
    const QPolygonF line{QPointF(0.1, 0.1), QPointF(0.2, 0.1), QPointF(nan, 0.1),
                         QPointF(0.4, 0.1), QPointF(0.5, 0.1), QPointF(infinity, 0.1)};
    EXPECT_EQ(clipLine(line, unit).size(), 2);
}

TEST(ClipLine, NeverGivesAPointOutside) {
    QPolygonF line;
    for (int k = 0; k < 2000; ++k) line << QPointF(2 * std::sin(7.1 * k), 3 * std::cos(3.3 * k));
    for (const QPolygonF& piece : clipLine(line, unit))
        for (const QPointF& p : piece) EXPECT_TRUE(p.x() >= 0 && p.x() <= 1 && p.y() >= 0 && p.y() <= 1);
}

TEST(SimplifyLine, StaysWithinTheToleranceWithFewPoints) {
    QPolygonF line;
    for (int k = 0; k <= 1000; ++k) line << QPointF(0.1 * k, 10 * std::sin(0.01 * k));
    const QPolygonF simple = simplifyLine(line, 0.05);
    EXPECT_LT(simple.size(), 60);
    EXPECT_EQ(simple.first(), line.first());
    EXPECT_EQ(simple.last(), line.last());
    for (const QPointF& p : line) {  // x increases, so the segment above p is the nearest
        const auto after = std::lower_bound(simple.begin() + 1, simple.end() - 1, p.x(),
                                            [](const QPointF& q, double x) { return q.x() < x; });
        const QPointF a = *(after - 1), b = *after;
        const double height = a.y() + (b.y() - a.y()) * (p.x() - a.x()) / (b.x() - a.x());
        EXPECT_NEAR(p.y(), height, 0.05 * std::sqrt(2) + 1e-9);  // measured vertically, on slopes up to 1
    }
}

TEST(SimplifyLine, KeepsALoopALoop) {
    QPolygonF loop;
    for (int k = 0; k <= 360; ++k) loop << QPointF(std::cos(k * M_PI / 180), std::sin(k * M_PI / 180));
    const QPolygonF simple = simplifyLine(loop, 0.01);
    EXPECT_GT(simple.size(), 8);
    EXPECT_EQ(simple.first(), loop.first());
    EXPECT_EQ(simple.last(), loop.last());
}

TEST(ThinLine, DropsNeighboursButNotTheEnds) {
    QPolygonF line;
    for (int k = 0; k <= 100; ++k) line << QPointF(0.01 * k, 0);
    const QPolygonF thin = thinLine(line, 0.1);
    EXPECT_LE(thin.size(), 12);
    EXPECT_EQ(thin.first(), line.first());
    EXPECT_EQ(thin.last(), line.last());
}

}  // namespace
}  // namespace bilevel::ui
