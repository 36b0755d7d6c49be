#include "plane_fixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <QSignalSpy>
#include <QWheelEvent>

#include <cmath>

namespace bilevel::ui {
namespace {

/// How many pixels around a place are near a colour.
int pixelsLike(const QImage& image, const QColor& colour, QPoint centre, int radius) {
    int count = 0;
    for (int y = centre.y() - radius; y <= centre.y() + radius; ++y)
        for (int x = centre.x() - radius; x <= centre.x() + radius; ++x) {
            if (!image.rect().contains(x, y)) continue;
            const QColor p = image.pixelColor(x, y);
            count += std::abs(p.red() - colour.red()) + std::abs(p.green() - colour.green()) +
                         std::abs(p.blue() - colour.blue()) <
                     40;
        }
    return count;
}

void drag(QWidget* viewport, QPoint from, QPoint to, int steps = 8) {
    QTest::mousePress(viewport, Qt::LeftButton, {}, from);
    for (int k = 1; k <= steps; ++k) QTest::mouseMove(viewport, from + (to - from) * k / steps);
    QTest::mouseRelease(viewport, Qt::LeftButton, {}, to);
}

void turnWheel(QWidget* viewport, QPoint at, int degrees) {
    QWheelEvent event(at, viewport->mapToGlobal(at), {}, {0, 8 * degrees}, Qt::NoButton, {}, Qt::NoScrollPhase,
                      false);
    QApplication::sendEvent(viewport, &event);
}

double startOf(const Document& document, const char* name) { return document.study().problem.startOf(name); }

TEST(PlaneView, ShowsTheStartWhereItIs) {
    PlanesInAWindow planes;
    ASSERT_TRUE(planes.upper.item().startPlace());
    const QPointF start = planes.upper.item().map().toData(*planes.upper.item().startPlace());
    EXPECT_NEAR(start.x(), -1.5, 1e-9);
    EXPECT_NEAR(start.y(), 1, 1e-9);
}

TEST(PlaneView, ItsAxesAndItsContentsAgree) {
    PlanesInAWindow planes;
    auto* chart = planes.upper.chart();
    auto* series = chart->series().first();
    for (const QPointF data : {QPointF(-2, -1.5), QPointF(2, 1.5), QPointF(0.3, -0.7)}) {
        const QPointF byAxes = chart->mapToPosition(data, series);
        const QPointF byItem = planes.upper.item().map().toScene(data);
        EXPECT_NEAR(byAxes.x(), byItem.x(), 0.01);
        EXPECT_NEAR(byAxes.y(), byItem.y(), 0.01);
        const QPointF back = planes.upper.item().map().toData(byItem);
        EXPECT_NEAR(back.x(), data.x(), 1e-12);
        EXPECT_NEAR(back.y(), data.y(), 1e-12);
    }
}

TEST(PlaneView, DraggingTheStartIsOneUndoableEdit) {
    PlanesInAWindow planes;
    const QPoint target = planes.place({0.5, -0.5});
    QSignalSpy dragging(&planes.document, &Document::draggingChanged);
    drag(planes.upper.viewport(), planes.place({-1.5, 1}) + QPoint(6, -5), target + QPoint(6, -5));
    EXPECT_NEAR(startOf(planes.document, "x"), 0.5, 0.02);
    EXPECT_NEAR(startOf(planes.document, "y"), -0.5, 0.02);
    EXPECT_EQ(dragging.count(), 2);
    EXPECT_EQ(planes.document.undoStack().count(), 1);
    planes.document.undoStack().undo();
    EXPECT_EQ(startOf(planes.document, "x"), -1.5);
    EXPECT_EQ(startOf(planes.document, "y"), 1);
}

TEST(PlaneView, TwoDragsAreTwoEdits) {
    PlanesInAWindow planes;
    drag(planes.upper.viewport(), planes.place({-1.5, 1}), planes.place({0, 0}));
    drag(planes.lower.viewport(), planes.place({0, 0}), planes.place({1, 0}));
    drag(planes.lower.viewport(), planes.place({1, 0}), planes.place({1, 1}));
    EXPECT_EQ(planes.document.undoStack().count(), 3);
}

TEST(PlaneView, DraggedStartsAreNumbersWithFewDigits) {
    PlanesInAWindow planes;
    drag(planes.upper.viewport(), planes.place({-1.5, 1}), planes.place({0.333, 0.777}));
    const double x = startOf(planes.document, "x");
    EXPECT_EQ(x, std::round(x * 1000) / 1000);
}

TEST(PlaneView, TheStartStaysInsideTheBoundsAndInView) {
    Study study = sampleStudy();
    study.problem.bounds["x"] = {-1.8, 0.25};
    PlanesInAWindow planes(study);
    drag(planes.upper.viewport(), planes.place({-1.5, 1}), planes.place({1.7, 1}));
    EXPECT_EQ(startOf(planes.document, "x"), 0.25);
    drag(planes.upper.viewport(), planes.place({0.25, 1}), planes.place({0.25, 1}) + QPoint(0, -500));
    EXPECT_NEAR(startOf(planes.document, "y"), 1.5, 1e-9);
}

TEST(PlaneView, AMovedStartMovesThePath) {
    PlanesInAWindow planes;
    drag(planes.upper.viewport(), planes.place({-1.5, 1}), planes.place({0, 1}));
    planes.settle();
    const auto x = planes.document.runs()[0].trajectory->column("x");
    EXPECT_NEAR(x[0], 0, 0.01);
}

TEST(PlaneView, ArrowKeysMoveTheStartAndShiftMovesItFurther) {
    PlanesInAWindow planes;
    planes.upper.setFocus(Qt::TabFocusReason);
    QTest::keyClick(&planes.upper, Qt::Key_Right);
    const double step = startOf(planes.document, "x") + 1.5;
    EXPECT_GT(step, 0.01);
    EXPECT_LT(step, 0.1);
    QTest::keyClick(&planes.upper, Qt::Key_Up, Qt::ShiftModifier);
    EXPECT_GT(startOf(planes.document, "y"), 1.1);
    EXPECT_EQ(planes.document.undoStack().count(), 2);
}

TEST(PlaneView, AClickLeavesTheArrowKeysToOthers) {
    PlanesInAWindow planes;
    QTest::mouseClick(planes.upper.viewport(), Qt::LeftButton, {}, planes.place({0, 0}));
    EXPECT_FALSE(planes.upper.hasFocus());
    EXPECT_EQ(planes.upper.focusPolicy(), Qt::TabFocus);
}

TEST(PlaneView, TheWheelZoomsAndKeepsThePointUnderTheMouse) {
    PlanesInAWindow planes;
    const QPoint at = planes.place({1.2, -0.8});
    const QPointF before = planes.dataAt(at);
    const double width = planes.camera.horizontalRange().maximum - planes.camera.horizontalRange().minimum;
    turnWheel(planes.upper.viewport(), at, 15);
    turnWheel(planes.upper.viewport(), at, 15);
    EXPECT_LT(planes.camera.horizontalRange().maximum - planes.camera.horizontalRange().minimum, 0.8 * width);
    const QPointF after = planes.dataAt(at);
    // Labels may take another pixel beside the plot.
    EXPECT_NEAR(after.x(), before.x(), 0.02);
    EXPECT_NEAR(after.y(), before.y(), 0.02);
    EXPECT_EQ(planes.lower.item().map().horizontal, planes.upper.item().map().horizontal)
        << "the planes are linked";
}

TEST(PlaneView, TheWheelOverAnAxisZoomsThatAxisAlone) {
    PlanesInAWindow planes;
    const Interval x = planes.camera.horizontalRange(), y = planes.camera.verticalRange();
    const QRectF area = planes.upper.item().map().area;
    turnWheel(planes.upper.viewport(), QPointF(area.center().x(), area.bottom() + 12).toPoint(), 15);
    EXPECT_NE(planes.camera.horizontalRange(), x);
    EXPECT_EQ(planes.camera.verticalRange(), y);
    turnWheel(planes.upper.viewport(), QPointF(area.left() - 8, area.center().y()).toPoint(), 15);
    EXPECT_NE(planes.camera.verticalRange(), y);
}

TEST(PlaneView, ADragOnThePlaneMovesWhatIsSeenByAsMuch) {
    PlanesInAWindow planes;
    const QPoint from = planes.place({0.5, -0.5}), to = from + QPoint(60, -40);
    const QPointF grabbed = planes.dataAt(from);
    drag(planes.upper.viewport(), from, to);
    const QPointF after = planes.dataAt(to);
    EXPECT_NEAR(after.x(), grabbed.x(), 0.02);
    EXPECT_NEAR(after.y(), grabbed.y(), 0.02);
    EXPECT_EQ(planes.document.undoStack().count(), 0) << "looking is not editing";
}

TEST(PlaneView, DoubleClickAndTheKeyRShowTheWholeViewAgain) {
    PlanesInAWindow planes;
    const Interval x = planes.camera.horizontalRange();
    turnWheel(planes.upper.viewport(), planes.place({0, 0}), 45);
    QTest::mouseDClick(planes.upper.viewport(), Qt::LeftButton, {}, planes.place({0.1, 0.1}));
    EXPECT_EQ(planes.camera.horizontalRange(), x);
    turnWheel(planes.upper.viewport(), planes.place({0, 0}), 45);
    QTest::keyClick(&planes.upper, Qt::Key_R);
    EXPECT_EQ(planes.camera.horizontalRange(), x);
}

TEST(PlaneView, TellsWhatIsUnderTheMouseAndBothPlanesShowWhere) {
    PlanesInAWindow planes;
    QString said;
    QObject::connect(&planes.upper, &PlaneView::hovered, [&](const QString& text) { said = text; });
    QTest::mouseMove(planes.upper.viewport(), planes.place({1, 0}));
    QCursor::setPos(planes.upper.viewport()->mapToGlobal(planes.place({1, 0})));
    QTest::mouseMove(planes.upper.viewport(), planes.place({1, 0}) + QPoint(1, 0));
    ASSERT_TRUE(planes.camera.crosshair());
    EXPECT_NEAR(planes.camera.crosshair()->x(), 1, 0.03);
    EXPECT_THAT(said.toStdString(), testing::HasSubstr("x = 1"));
    EXPECT_THAT(said.toStdString(), testing::HasSubstr("g = 0.7"));  // (0 − sin 1)² = 0.708
}

TEST(PlaneView, APathHasItsColourAlongItsWayAndOnlyUpToTheRow) {
    PlanesInAWindow planes;
    const Trajectory& run = *planes.document.runs()[0].trajectory;
    const int half = run.rows() / 2;
    const QPoint there = planes.place(
        {run.column("x")[static_cast<std::size_t>(half)], run.column("y")[static_cast<std::size_t>(half)]});
    const QColor colour = planes.theme.run(0);
    planes.player.seek(0);
    const QImage before = planes.picture();
    planes.player.seek(run.rows() - 1);
    const QImage after = planes.picture();
    planes.player.seek(0);
    const QImage again = planes.picture();
    EXPECT_LE(pixelsLike(before, colour, there, 4), 2);
    EXPECT_GE(pixelsLike(after, colour, there, 4), 6);
    EXPECT_EQ(again, before) << "scrubbing back leaves no trace";
}

TEST(PlaneView, PlayingAndJumpingPaintTheSamePicture) {
    Study study = sampleStudy(300);
    study.runs.resize(1);  // where paths cross, the order of drawing may show
    PlanesInAWindow planes(study);
    for (int row = 0; row <= 200; row += 3) {
        planes.player.seek(row);
        QCoreApplication::processEvents();
    }
    planes.player.seek(200);
    const QImage played = planes.picture();
    planes.player.seek(0);
    planes.player.seek(200);
    const QImage jumped = planes.picture();
    int different = 0;
    for (int y = 0; y < played.height(); ++y)
        for (int x = 0; x < played.width(); ++x)
            different += pixelsLike(played, jumped.pixelColor(x, y), {x, y}, 0) == 0;
    EXPECT_LE(different, 60);
}

TEST(PlaneView, ShowsRecordedArrowsOfTheSelectedRun) {
    PlanesInAWindow planes;
    planes.document.select(0);
    planes.player.seek(3);
    const auto& terms = planes.document.runs()[0].algorithm->terms;
    const auto arrows = std::ranges::count_if(terms, [](const Term& t) { return t.kind == Term::Kind::arrow; });
    ASSERT_GT(arrows, 0);
    EXPECT_FALSE(planes.upper.item().overlay().arrows.empty());
    EXPECT_LE(planes.upper.item().overlay().arrows.size(), static_cast<std::size_t>(arrows));
    // They begin at the iterate and point where the recorded vector points.
    const Trajectory& run = *planes.document.runs()[0].trajectory;
    const Overlay::Arrow& arrow = planes.upper.item().overlay().arrows[0];
    const QPointF iterate = planes.upper.item().map().toScene(QPointF(run.column("x")[3], run.column("y")[3]));
    EXPECT_NEAR(QLineF(arrow.from, iterate).length(), 0, 1e-9);

    PlaneOptions options = planes.camera.options();
    options.vectors = false;
    planes.camera.setOptions(options);
    EXPECT_TRUE(planes.upper.item().overlay().arrows.empty());
}

TEST(PlaneView, HidesWhatIsSwitchedOff) {
    PlanesInAWindow planes;
    planes.player.seek(20);
    for (const auto option : {&PlaneOptions::heat, &PlaneOptions::contours, &PlaneOptions::labels,
                              &PlaneOptions::ghosts, &PlaneOptions::beads}) {
        PlaneOptions options;
        options.*option = !(options.*option);
        const QImage before = planes.picture();
        planes.camera.setOptions(options);
        EXPECT_NE(planes.picture(), before);
        planes.camera.setOptions({});
        EXPECT_EQ(planes.picture(), before);
    }
}

TEST(PlaneView, MovingAlongARunDoesNotRecomputeAPictureThatCannotChange) {
    PlanesInAWindow planes;
    const Ground* before = planes.upper.item().ground();
    for (int row = 0; row < 20; ++row) planes.player.seek(row);
    planes.settle();
    EXPECT_EQ(planes.upper.item().ground(), before);
}

TEST(PlaneView, HoldsTheOtherVariablesAtTheIterate) {
    Study study;
    study.problem.upperVariables = {"x"};
    study.problem.lowerVariables = {"y", "z"};
    study.problem.upper = "(x - y*z)^2 + y^2";
    study.problem.lower = "(y - x)^2 + (z - 2*x)^2";
    study.problem.start = {{"x", 1}, {"y", -1}, {"z", 2}};
    study.iterations = 100;
    study.runs.resize(1);
    PlanesInAWindow planes(study);
    const Ground* first = planes.upper.item().ground();
    planes.player.seek(60);
    planes.settle();
    EXPECT_NE(planes.upper.item().ground(), first);
    const auto z = planes.document.runs()[0].trajectory->column("z");
    EXPECT_EQ(planes.upper.item().ground()->request.slice.held.y[1], z[60]);

    planes.camera.setCoordinates(2, 1);
    planes.settle();
    EXPECT_EQ(planes.upper.item().content().horizontalName(), "z");
    const auto x = planes.document.runs()[0].trajectory->column("x");
    EXPECT_EQ(planes.upper.item().ground()->request.slice.held.x[0], x[60]);
}

TEST(PlaneView, IsNamedForThoseWhoCannotSeeIt) {
    PlanesInAWindow planes;
    EXPECT_FALSE(planes.upper.accessibleName().isEmpty());
    EXPECT_NE(planes.upper.accessibleName(), planes.lower.accessibleName());
}

TEST(PlaneView, ShowsWhereTheFocusIs) {
    PlanesInAWindow planes;
    planes.upper.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&planes.upper));
    planes.upper.clearFocus();
    const QImage before = planes.picture();
    planes.upper.setFocus(Qt::TabFocusReason);
    ASSERT_TRUE(QTest::qWaitFor([&] { return planes.upper.hasFocus(); }, 5000));
    EXPECT_NE(planes.picture(), before);
}

TEST(PlaneView, FollowsTheThemeWhenTheApplicationsStyleChanges) {
    PlanesInAWindow planes;
    const QImage light = planes.picture();
    planes.theme = Theme::make(true, 1);
    QEvent change(QEvent::StyleChange);
    QApplication::sendEvent(&planes.upper, &change);
    const QImage dark = planes.picture();
    EXPECT_GT(qGray(light.pixel(2, 2)), 200);
    EXPECT_LT(qGray(dark.pixel(2, 2)), 60);
}

}  // namespace
}  // namespace bilevel::ui
