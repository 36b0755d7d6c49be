#include "plane_fixture.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

namespace bilevel::ui {
namespace {

TEST(PlaneMenu, OffersToStartWhereTheMouseIs) {
    PlanesInAWindow planes;
    const auto menu = planes.upper.makeMenu(planes.upper.item().map().toScene({0.5, -0.5}));
    menu->actions().front()->trigger();
    EXPECT_NEAR(planes.document.study().problem.startOf("x"), 0.5, 0.02);
    EXPECT_NEAR(planes.document.study().problem.startOf("y"), -0.5, 0.02);
    EXPECT_EQ(planes.document.undoStack().undoText(), "Move the start");
    EXPECT_FALSE(planes.upper.makeMenu({0, 0})->actions().front()->isEnabled()) << "beside the plane";
}

TEST(PlaneMenu, GivesTheSolutionCurveAsNumbers) {
    PlanesInAWindow planes;
    EXPECT_FALSE(planes.upper.makeMenu({0, 0})->actions().back()->isEnabled()) << "not solved yet";
    const Slice slice{planes.document.problem(), 0, 1, planes.document.problem().start()};
    planes.upper.showSolutions(computeSolutions(solutionRequest(slice, {-2, 2}, {-1.5, 1.5})));
    planes.upper.makeMenu({0, 0})->actions().back()->trigger();
    const QString text = QGuiApplication::clipboard()->text();
    EXPECT_TRUE(text.startsWith("x,y,F,F_pessimistic,g_min,solutions,lower_level"));
    EXPECT_EQ(QGuiApplication::clipboard()->mimeData()->data("text/csv"), text.toUtf8());
    EXPECT_GT(text.count('\n'), 400);
}

}  // namespace
}  // namespace bilevel::ui
