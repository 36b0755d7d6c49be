// A step drawn at its iterate: what is drawn is what the numbers say, in the coordinates of the plane.

#include "ui/plane/step_figure.h"
#include "ui/plane/overlay.h"

#include <gtest/gtest.h>

#include <QBuffer>
#include <QSvgGenerator>

#include <algorithm>
#include <cmath>

namespace bilevel::ui {
namespace {

const Theme theme = Theme::make(false, 1);

/// BOME on a problem of three variables, seen over two of them.
struct Scene {
    PlaneContent content;
    PlaneMap map{{0, 0, 800, 500}, {-3, 3}, {-3, 3}};
    SeenStepPtr seen;
    int row = 4;

    explicit Scene(const char* method = "bome", int horizontal = 0, int vertical = 2, int at = 4) : row(at) {
        ProblemText text;
        text.upperVariables = {"x1", "x2"};
        text.lowerVariables = {"y"};
        text.upper = "(x1 - 1)^2 + (x2 + 1)^2/2 + (y - 1)^2";
        text.lower = "(y - x1/2 - x2/4)^2";
        text.start = {{"x1", -1.5}, {"x2", 1}, {"y", 1.2}};
        const Problem problem = *Problem::compile(text);
        RunView run;
        run.algorithm = findAlgorithm(method);
        run.settings = run.algorithm->defaults();
        run.start = problem.start();
        run.trajectory = std::make_shared<const Trajectory>(bilevel::run(requestFor(run, problem, 60)));
        content = {.problem = problem,
                   .horizontal = horizontal,
                   .vertical = vertical,
                   .horizontalRange = map.horizontal,
                   .verticalRange = map.vertical,
                   .runs = {run},
                   .selected = 0,
                   .options = {}};
        seen = lookAt(run, problem, 60, row);
    }
    const RunView& run() const { return content.runs.front(); }
    Overlay overlay() const { return makeOverlay(content, map, row, theme, seen); }
    Point iterate() const { return run().trajectory->iterate(row, 2); }
    QPointF place(const Point& z) const { return map.toScene(content.shown(z)); }
};

double distance(QPointF p, const QLineF& line) {
    const QPointF along = (line.p2() - line.p1()) / line.length(), off = p - line.p1();
    return std::abs(off.x() * along.y() - off.y() * along.x());
}

const Overlay::Arrow* longest(const std::vector<Overlay::Arrow>& arrows) {
    const auto length = [](const Overlay::Arrow& a) { return QLineF(a.from, a.to).length(); };
    return &*std::ranges::max_element(arrows, {}, length);
}

TEST(StepFigure, ThePathLeadsFromTheIterateToTheInnerPoint) {
    const Scene scene;
    const Overlay overlay = scene.overlay();
    ASSERT_EQ(overlay.step.paths.size(), 1U);
    const QPolygonF& places = overlay.step.paths[0].places;
    EXPECT_EQ(places.size(), 11);
    EXPECT_LT(QLineF(places.front(), scene.place(scene.iterate())).length(), 1e-9);
    ASSERT_EQ(overlay.ties.size(), 1U);
    EXPECT_LT(QLineF(places.back(), overlay.ties[0].to).length(), 1e-9);
}

TEST(StepFigure, AnActiveBarrierPutsTheTipOfTheStepOnTheEdge) {
    int seen = 0;
    for (const int vertical : {1, 2})  // in every section
        for (int row = 0; row < 40; row += 3) {
            const Scene scene("bome", 0, vertical, row);
            const Overlay overlay = scene.overlay();
            if (overlay.step.borders.empty() || scene.run().trajectory->column("active")[std::size_t(row)] != 1)
                continue;
            const std::vector<StepVector> vectors =
                vectorsOf(scene.run(), scene.content.problem, row, scene.seen.get());
            const auto step =
                std::ranges::find(vectors, "direction", [](const StepVector& v) { return v.term->id; });
            ASSERT_NE(step, vectors.end());
            // The common scale, from an arrow that is drawn whole.
            const Overlay::Arrow& arrow = *longest(overlay.arrows);
            if (arrow.cut) continue;
            double unit = 0;
            for (const StepVector& v : vectors) {
                const QPointF shown = scene.map.vectorToScene(scene.content.shown(v.vector));
                unit = std::max(unit, std::hypot(shown.x(), shown.y()));
            }
            const double scale = QLineF(arrow.from, arrow.to).length() / unit;
            const QPointF tip =
                scene.place(scene.iterate()) + scene.map.vectorToScene(scene.content.shown(step->vector)) * scale;
            EXPECT_LT(distance(tip, overlay.step.borders[0].edge), 1e-3) << row << " over " << vertical;
            ++seen;
        }
    EXPECT_GT(seen, 4);
}

TEST(StepFigure, TheHatchingLiesOnTheForbiddenSide) {
    const Scene scene;
    const Overlay overlay = scene.overlay();
    ASSERT_EQ(overlay.step.borders.size(), 1U);
    const StepFigure::Border& border = overlay.step.borders[0];
    EXPECT_GT(border.hatching.size(), 10U);
    // Along +∇q̂ the gap grows: that is where the step must not go.
    const QPointF normal = scene.map.vectorToScene(scene.content.shown(scene.seen->detail.halfSpaces[0].normal));
    for (const QLineF& stroke : border.hatching)
        EXPECT_GT(QPointF::dotProduct(stroke.p2() - stroke.p1(), normal), 0);
}

TEST(StepFigure, ASumOfTwoArrowsIsClosedToAParallelogram) {
    const Scene scene;
    const Overlay overlay = scene.overlay();
    ASSERT_EQ(overlay.step.closing.size(), 2U);
    EXPECT_LT(QLineF(overlay.step.closing[0].p2(), overlay.step.closing[1].p2()).length(), 1e-9);
    const QPointF from = scene.place(scene.iterate());
    const QPointF first = overlay.step.closing[0].p1() - from, second = overlay.step.closing[1].p1() - from;
    const QPointF gap = first + second - (overlay.step.closing[0].p2() - from);
    EXPECT_LT(std::hypot(gap.x(), gap.y()), 1e-9);
}

TEST(StepFigure, ShowsOnlyTheStepOfTheRowThatIsShown) {
    Scene scene;
    scene.row = 5;
    EXPECT_TRUE(scene.overlay().step.paths.empty());
    scene.row = 4;
    EXPECT_FALSE(scene.overlay().step.paths.empty());
    scene.content.options.step = false;
    EXPECT_TRUE(scene.overlay().step.paths.empty());
}

TEST(StepFigure, AVectorOfOneLevelIsDrawnWhenTheStepIsLookedAt) {
    Scene scene("itd");
    const Overlay close = scene.overlay();
    ASSERT_EQ(close.arrows.size(), 1U);
    EXPECT_DOUBLE_EQ(close.arrows[0].from.y(), close.arrows[0].to.y()) << "of x alone";
    scene.seen.reset();
    EXPECT_TRUE(scene.overlay().arrows.empty());
}

TEST(StepFigure, TheTrueHypergradientStandsBesideAnEstimateAlone) {
    for (const auto& [method, arrows] : {std::pair{"itd", 2U}, std::pair{"bome", 4U}}) {
        const Scene scene(method);
        auto judged = std::make_shared<Trajectory>(*scene.run().trajectory);
        const std::vector<double> slope(static_cast<std::size_t>(judged->rows()), 0.5);
        judged->add("true_hypergradient_x1", slope);
        judged->add("true_hypergradient_x2", slope);
        SeenStep seen = *scene.seen;
        seen.trajectory = judged;
        EXPECT_EQ(vectorsOf(scene.run(), scene.content.problem, scene.row, &seen).size(), arrows) << method;
        EXPECT_TRUE(seen.isOf(scene.run(), scene.row)) << "it is the same step, judged since";
    }
}

TEST(StepFigure, TheLastRowHasNoStepToLookAt) {
    const Scene scene("bome", 0, 2, 60);
    EXPECT_EQ(scene.seen, nullptr);
}

TEST(StepFigure, WhatItCoversIsPaintedAnew) {
    const Scene scene;
    const Overlay overlay = scene.overlay();
    const std::vector<QRectF> bounds = overlay.bounds(theme);
    const auto covered = [&](QPointF p) {
        return std::ranges::any_of(bounds, [&](const QRectF& r) { return r.contains(p); });
    };
    for (const QLineF& stroke : overlay.step.borders[0].hatching) EXPECT_TRUE(covered(stroke.p2()));
    for (const QPointF& place : overlay.step.paths[0].places) EXPECT_TRUE(covered(place));
    for (const QLineF& line : overlay.step.closing) EXPECT_TRUE(covered(line.center()));
}

TEST(StepFigure, StaysLinesInAFile) {
    const Scene scene;
    QBuffer buffer;
    QSvgGenerator svg;
    svg.setOutputDevice(&buffer);
    QPainter painter(&svg);
    paintStepFigure(painter, scene.overlay().step, theme);
    painter.end();
    EXPECT_FALSE(buffer.data().contains("<image"));
    EXPECT_GT(buffer.data().count("<polyline"), 10);
}

}  // namespace
}  // namespace bilevel::ui
