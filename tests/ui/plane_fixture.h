#pragma once

#include "studies.h"
#include "ui/plane/plane_view.h"

#include <gtest/gtest.h>
#include <QTest>

#include <algorithm>

namespace bilevel::ui {

/// Both planes of a study in a window, with trajectories and grounds computed. Row 0, light, scale 1.
struct PlanesInAWindow {
    Theme theme = Theme::make(false, 1);
    Document document;
    Player player;
    PlaneCamera camera{document};
    PlaneView upper{document, player, camera, theme, true}, lower{document, player, camera, theme, false};

    explicit PlanesInAWindow(Study study = sampleStudy()) {
        // Studies of tests compile.
        (void)document.open(std::move(study));
        for (PlaneView* view : {&upper, &lower}) {
            view->resize(480, 400);
            view->show();
        }
        settle();
        player.setRows(document.rows());
    }

    /// Waits until every run has a trajectory and both pictures are those of the document.
    void settle() {
        EXPECT_TRUE(QTest::qWaitFor(
            [&] { return areRunsDone() && upper.isGroundCurrent() && lower.isGroundCurrent(); }, 20000));
        QTest::qWait(200);  // full quality comes back after a rest
    }
    bool areRunsDone() const {
        return std::ranges::all_of(document.runs(), [](const RunView& run) { return run.trajectory != nullptr; });
    }
    /// A data point in the viewport of a plane.
    QPoint place(QPointF data) const { return upper.item().map().toScene(data).toPoint(); }
    QPointF dataAt(QPoint place) const { return upper.item().map().toData(QPointF(place)); }
    QImage picture() { return upper.viewport()->grab().toImage(); }
};

}  // namespace bilevel::ui
