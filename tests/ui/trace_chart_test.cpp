#include "ui/trace/trace_chart.h"

#include "tests/ui/trace_runs.h"

#include <gtest/gtest.h>
#include <QBuffer>
#include <QPaintEvent>
#include <QRegularExpression>
#include <QSvgGenerator>
#include <QSvgRenderer>
#include <QTest>
#include <QWheelEvent>

namespace bilevel::ui {
namespace {

constexpr Term terms[]{{"level", "l", "a level", Term::Kind::linear, Term::Group::convergence}};
const Algorithm toy = method(terms);
constexpr int rows = 201;

/// Two charts of one run, sharing player and range, side by side on nothing.
class TraceChartTest : public testing::Test {
protected:
    TraceChartTest() {
        player.setRows(rows);
        range.setRows(rows);
        for (TraceChart* const chart : {&left, &right}) {
            chart->resize(420, 240);
            chart->setContent(fillChart(chart->content().plan, runs, 0));
            chart->show();
        }
    }

    QPoint at(double row) { return {qRound(left.picture().x(row)), qRound(left.picture().plot.center().y())}; }
    void move(const QPoint& to) {
        QMouseEvent event(QEvent::MouseMove, to, left.viewport()->mapToGlobal(to), Qt::NoButton, Qt::LeftButton,
                          {});
        QApplication::sendEvent(left.viewport(), &event);
    }
    void drag(double fromRow, double toRow) {
        QTest::mousePress(left.viewport(), Qt::LeftButton, {}, at(fromRow));
        for (int step = 1; step <= 5; ++step) move(at(fromRow + (toRow - fromRow) * step / 5));
        QTest::mouseRelease(left.viewport(), Qt::LeftButton, {}, at(toRow));
    }
    void turnWheel(double row, int notches, Qt::KeyboardModifiers modifiers = {}) {
        QWheelEvent event(at(row), left.viewport()->mapToGlobal(at(row)), {}, {0, 120 * notches}, Qt::NoButton,
                          modifiers, Qt::NoScrollPhase, false);
        QApplication::sendEvent(left.viewport(), &event);
    }
    /// The pixel column with most of the cursor's colour.
    int cursorColumn(TraceChart& chart) const {
        const QImage image = chart.viewport()->grab().toImage();
        int best = -1, most = 0;
        for (int x = 0; x < image.width(); ++x) {
            int dark = 0;
            for (int y = 40; y < image.height() - 30; ++y) dark += image.pixelColor(x, y).lightness() < 70 ? 1 : 0;
            if (dark > most) most = dark, best = x;
        }
        return best;
    }

    Theme theme = Theme::make(false, 1);
    Player player;
    AxisRange range;
    std::vector<RunView> runs{
        recordedRun({{"level", samples(rows, [](int k) { return 3 + std::sin(k / 9.0); })}}, &toy)};
    ChartPlan plan{{&terms[0]}, {}};
    TraceChart left{plan, player, range, theme}, right{plan, player, range, theme};
};

TEST_F(TraceChartTest, MovesItsCursorWithThePlayer) {
    for (const int row : {20, 90, 200}) {
        player.seek(row);
        EXPECT_NEAR(cursorColumn(left), left.picture().x(row), 1.5);
        EXPECT_NEAR(cursorColumn(right), right.picture().x(row), 1.5);
    }
}

/// Everything a widget was asked to paint.
class PaintedRegion : public QObject {
public:
    explicit PaintedRegion(QWidget* widget) { widget->installEventFilter(this); }
    QRegion region;

protected:
    bool eventFilter(QObject*, QEvent* event) override {
        if (event->type() == QEvent::Paint) region += static_cast<QPaintEvent*>(event)->region();
        return false;
    }
};

TEST_F(TraceChartTest, RepaintsOnlyWhatTheCursorCrossed) {
    player.seek(40);
    for (bool quiet = false; !quiet;) {  // until all that was to be painted at first is painted
        PaintedRegion before(left.viewport());
        QTest::qWait(50);
        quiet = before.region.isEmpty();
    }
    PaintedRegion painted(left.viewport());
    player.seek(60);
    ASSERT_TRUE(QTest::qWaitFor([&] { return painted.region.contains(at(60)); }));
    for (const int row : {40, 50, 60}) EXPECT_TRUE(painted.region.contains(at(row))) << row;
    EXPECT_TRUE(painted.region.contains(QPoint(left.width() - 20, 10))) << "the value in the caption";
    for (const int row : {20, 100, 180}) EXPECT_FALSE(painted.region.contains(at(row))) << row;
}

TEST_F(TraceChartTest, LooksTheSameHoweverItGotThere) {
    player.seek(40);
    QTest::qWait(20);
    player.seek(60);
    const QImage stepwise = left.viewport()->grab().toImage();
    left.setContent(left.content());
    EXPECT_EQ(left.viewport()->grab().toImage(), stepwise);
}

TEST_F(TraceChartTest, VeilsTheFuture) {
    player.seek(100);
    const QImage image = left.viewport()->grab().toImage();
    const auto strongest = [&](int fromRow, int toRow) {
        int saturation = 0;
        for (int x = at(fromRow).x(); x < at(toRow).x(); ++x)
            for (int y = 40; y < 200; ++y) saturation = std::max(saturation, image.pixelColor(x, y).saturation());
        return saturation;
    };
    EXPECT_GT(strongest(20, 90), 200);
    EXPECT_LT(strongest(110, 180), 120);
}

TEST_F(TraceChartTest, ClickingSeeksToThatIteration) {
    QTest::mouseClick(left.viewport(), Qt::LeftButton, {}, at(150));
    EXPECT_NEAR(player.row(), 150, 1);
    EXPECT_FALSE(range.isZoomed());
}

TEST_F(TraceChartTest, DraggingAcrossZoomsAllCharts) {
    drag(50, 120);
    EXPECT_NEAR(range.first(), 50, 1);
    EXPECT_NEAR(range.last(), 120, 1);
    EXPECT_EQ(player.row(), 0) << "a zoom is not a seek";
    EXPECT_NEAR(left.picture().value(left.picture().plot.left()), 50, 1);
    EXPECT_NEAR(right.picture().value(right.picture().plot.right()), 120, 1);
}

TEST_F(TraceChartTest, DraggingBackwardsZoomsToo) {
    drag(120, 50);
    EXPECT_NEAR(range.first(), 50, 1);
    EXPECT_NEAR(range.last(), 120, 1);
}

TEST_F(TraceChartTest, DraggingTheCursorSeeks) {
    player.seek(80);
    drag(80, 130);
    EXPECT_NEAR(player.row(), 130, 1);
    EXPECT_FALSE(range.isZoomed());
}

TEST_F(TraceChartTest, DoubleClickResetsTheZoomAndLeavesTheCursor) {
    player.seek(60);
    range.zoomTo(50, 120);
    const QPoint place = at(100);
    QTest::mousePress(left.viewport(), Qt::LeftButton, {}, place);
    QTest::mouseRelease(left.viewport(), Qt::LeftButton, {}, place);
    QTest::mouseDClick(left.viewport(), Qt::LeftButton, {}, place);
    EXPECT_FALSE(range.isZoomed());
    EXPECT_EQ(player.row(), 60);
}

TEST_F(TraceChartTest, WheelZoomsAtTheMouse) {
    const double before = left.picture().value(at(140).x());
    turnWheel(140, 3);
    EXPECT_LT(range.span(), 150);
    EXPECT_NEAR(left.picture().value(left.picture().plot.left() + left.picture().plot.width() * 140 / 200), before,
                2);
    turnWheel(100, -30);
    EXPECT_FALSE(range.isZoomed());
}

TEST_F(TraceChartTest, WheelWithShiftPans) {
    range.zoomTo(50, 100);
    turnWheel(75, -1, Qt::ShiftModifier);
    EXPECT_NEAR(range.first(), 55, 1e-9);
    EXPECT_NEAR(range.last(), 105, 1e-9);
}

TEST_F(TraceChartTest, ZoomStaysInsideTheRunAndNeverCollapses) {
    range.zoomTo(-50, 20);
    EXPECT_GE(range.first(), 0);
    range.zoomTo(70, 70);
    EXPECT_GE(range.span(), 2);
    range.setRows(40);
    EXPECT_LE(range.last(), 39);
    range.setRows(1);
    EXPECT_GT(range.span(), 0);
}

TEST_F(TraceChartTest, PaintsItsTargetAndNothingElse) {
    QImage image(600, 400, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    const QRectF target(100, 80, 400, 220);
    range.zoomTo(31.5, 77);
    left.paintTo(painter, target);
    painter.end();
    int inside = 0, outside = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (qAlpha(image.pixel(x, y)) > 0) ++(target.contains(QPointF(x + 0.5, y + 0.5)) ? inside : outside);
    EXPECT_GT(inside, 2000);
    EXPECT_EQ(outside, 0);
}

TEST_F(TraceChartTest, PaintsVectorFilesOfTheSameLooks) {
    QBuffer file;
    QSvgGenerator svg;
    svg.setOutputDevice(&file);
    svg.setSize({600, 400});
    svg.setViewBox(QRect(0, 0, 600, 400));
    svg.setResolution(96);
    const QRectF target(100, 80, 400, 220);
    range.zoomTo(31.5, 77);
    QPainter painter(&svg);
    left.paintTo(painter, target);
    painter.end();
    EXPECT_FALSE(file.data().contains("<image")) << "lines, not pixels";
    int longLines = 0;
    QRegularExpressionMatchIterator lines = QRegularExpression("points=\"([^\"]*)\"").globalMatch(file.data());
    while (lines.hasNext()) longLines += lines.next().captured(1).count(',') > 40 ? 1 : 0;
    EXPECT_EQ(longLines, 1) << "one whole line, not many pieces";

    QImage drawn(600, 400, QImage::Format_ARGB32_Premultiplied), direct = drawn;
    drawn.fill(Qt::white);
    direct.fill(Qt::white);
    QPainter onDrawn(&drawn), onDirect(&direct);
    QSvgRenderer(file.data()).render(&onDrawn);
    left.paintTo(onDirect, target);
    const QColor ink = theme.run(0);
    const auto box = [&](const QImage& image) {
        QRect found;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                if (image.pixelColor(x, y) == ink) found |= QRect(x, y, 1, 1);
        return found;
    };
    EXPECT_TRUE(target.toRect().contains(box(drawn)));
    EXPECT_NEAR(box(drawn).left(), box(direct).left(), 2);
    EXPECT_NEAR(box(drawn).bottom(), box(direct).bottom(), 2);
    EXPECT_NEAR(box(drawn).width(), box(direct).width(), 3);
}

TEST_F(TraceChartTest, IsSharpOnADenseDisplay) {
    const auto painted = [&](int ratio) {
        QImage image(QSize(400, 220) * ratio, QImage::Format_RGB32);
        image.setDevicePixelRatio(ratio);
        image.fill(Qt::white);
        QPainter painter(&image);
        left.paintTo(painter, {0, 0, 400, 220});
        return image;
    };
    const QImage one = painted(1), two = painted(2).scaled(400, 220, {}, Qt::SmoothTransformation);
    double difference = 0;
    for (int y = 0; y < 220; ++y)
        for (int x = 0; x < 400; ++x) difference += std::abs(qGray(one.pixel(x, y)) - qGray(two.pixel(x, y)));
    EXPECT_LT(difference / (400 * 220), 3) << "the same picture, at twice the pixels";
}

}  // namespace
}  // namespace bilevel::ui
