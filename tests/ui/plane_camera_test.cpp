#include "ui/plane/plane_camera.h"
#include "studies.h"

#include <gtest/gtest.h>
#include <QSignalSpy>

#include <cmath>
#include <limits>

namespace bilevel::ui {
namespace {

Study threeVariables() {
    Study study = sampleStudy();
    study.problem.lowerVariables = {"y", "z"};
    study.problem.bounds["z"] = {-3, 7};
    return study;
}

struct Camera {
    explicit Camera(Study study = sampleStudy()) { (void)document.open(std::move(study)); }
    Document document;
    PlaneCamera camera{document};
};

TEST(PlaneCamera, BeginsWithTheStudysView) {
    const Camera c;
    EXPECT_EQ(c.camera.horizontal(), 0);
    EXPECT_EQ(c.camera.vertical(), 1);
    EXPECT_EQ(c.camera.horizontalRange(), (Interval{-2, 2}));
    EXPECT_EQ(c.camera.verticalRange(), (Interval{-1.5, 1.5}));
}

TEST(PlaneCamera, IsNotReadyBeforeThereIsAProblem) {
    Document document;
    const PlaneCamera camera(document);
    EXPECT_FALSE(camera.isReady());
    (void)document.open(sampleStudy());
    EXPECT_TRUE(camera.isReady());
}

TEST(PlaneCamera, ZoomsAboutAPointThatStays) {
    Camera c;
    c.camera.zoom({1, -1}, 0.5, 0.25);
    EXPECT_EQ(c.camera.horizontalRange(), (Interval{-0.5, 1.5}));
    EXPECT_EQ(c.camera.verticalRange(), (Interval{-1.125, -0.375}));
    c.camera.reset();
    EXPECT_EQ(c.camera.horizontalRange(), (Interval{-2, 2}));
}

TEST(PlaneCamera, RefusesRangesThatCannotBeShown) {
    Camera c;
    const double infinity = std::numeric_limits<double>::infinity();
    for (const Interval& bad : {Interval{1, 1}, Interval{2, 1}, Interval{-infinity, 1}, Interval{std::nan(""), 1},
                                Interval{1, 1 + 1e-15}, Interval{-1e300, 1e300}})
        c.camera.setRanges(bad, {-1, 1});
    EXPECT_EQ(c.camera.horizontalRange(), (Interval{-2, 2}));
    for (int k = 0; k < 2000; ++k) c.camera.zoom({0.3, 0.3}, 0.5, 0.5);
    for (int k = 0; k < 4000; ++k) c.camera.zoom({0.3, 0.3}, 2, 2);
    EXPECT_TRUE(std::isfinite(c.camera.horizontalRange().maximum));
}

TEST(PlaneCamera, ShowsOtherVariablesOverTheirOwnRange) {
    Camera c(threeVariables());
    QSignalSpy changed(&c.camera, &PlaneCamera::coordinatesChanged);
    c.camera.setCoordinates(0, 2);
    EXPECT_EQ(changed.count(), 1);
    EXPECT_EQ(c.camera.vertical(), 2);
    EXPECT_EQ(c.camera.horizontalRange(), (Interval{-2, 2}));
    EXPECT_EQ(c.camera.verticalRange(), (Interval{-3, 7}));
}

TEST(PlaneCamera, NeverShowsOneVariableTwice) {
    Camera c(threeVariables());
    c.camera.setCoordinates(1, 1);  // the horizontal choice was the new one: they change places
    EXPECT_EQ(c.camera.horizontal(), 1);
    EXPECT_EQ(c.camera.vertical(), 0);
    EXPECT_EQ(c.camera.verticalRange(), (Interval{-2, 2}));
    c.camera.setCoordinates(1, 7);
    EXPECT_EQ(c.camera.vertical(), 0);
}

TEST(PlaneCamera, KeepsItsZoomThroughEditsAndForgetsItForAnotherStudy) {
    Camera c;
    c.camera.setRanges({0, 1}, {0, 1});
    Study edited = c.document.study();
    edited.problem.start["x"] = 1;
    edited.problem.upper = "x^2 + y";
    ASSERT_TRUE(c.document.edit("edit", edited));
    EXPECT_EQ(c.camera.horizontalRange(), (Interval{0, 1}));
    ASSERT_TRUE(c.document.open(threeVariables()));
    EXPECT_EQ(c.camera.horizontalRange(), (Interval{-2, 2}));
}

TEST(PlaneCamera, FollowsAVariableWhenOthersComeAndGo) {
    Camera c(threeVariables());
    c.camera.setCoordinates(0, 2);
    Study edited = c.document.study();
    edited.problem.upperVariables = {"w", "x"};
    ASSERT_TRUE(c.document.edit("add a variable", edited));
    EXPECT_EQ(c.camera.horizontal(), 1);
    EXPECT_EQ(c.camera.vertical(), 3);
    edited.problem.lowerVariables = {"y"};
    edited.problem.bounds.clear();
    ASSERT_TRUE(c.document.edit("remove z", edited));
    EXPECT_LT(c.camera.vertical(), 3);
    EXPECT_NE(c.camera.horizontal(), c.camera.vertical());
}

}  // namespace
}  // namespace bilevel::ui
