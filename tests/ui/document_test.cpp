#include "ui/document/document.h"
#include "tests/ui/studies.h"

#include <gtest/gtest.h>
#include <QSignalSpy>

namespace bilevel::ui {
namespace {

constexpr int patience = 20000;

Study withStart(Study study, double x) {
    study.problem.start["x"] = x;
    return study;
}

TEST(Document, AnswersEveryEditWithNewTrajectories) {
    Document document;
    QSignalSpy answered(&document, &Document::trajectoriesChanged);
    ASSERT_TRUE(document.open(sampleStudy()));
    ASSERT_TRUE(answered.wait(patience));
    EXPECT_EQ(document.runs()[0].trajectory->rows(), 61);
    EXPECT_EQ(document.rows(), 61);
    ASSERT_TRUE(document.edit("Move start", withStart(document.study(), 0.5)));
    ASSERT_TRUE(answered.wait(patience));
    EXPECT_EQ(document.runs()[0].trajectory->coordinate(0)[0], 0.5);
    EXPECT_EQ(document.runs()[1].trajectory->coordinate(0)[0], 0.5);
}

TEST(Document, KeepsTheOldPathInViewUntilTheNewOneIsThere) {
    Document document;
    QSignalSpy answered(&document, &Document::trajectoriesChanged);
    ASSERT_TRUE(document.open(sampleStudy()));
    ASSERT_TRUE(answered.wait(patience));
    const TrajectoryPtr before = document.runs()[0].trajectory;
    ASSERT_TRUE(document.edit("Move start", withStart(document.study(), 0.5)));
    EXPECT_EQ(document.runs()[0].trajectory, before);
}

TEST(Document, RefusesWhatDoesNotCompileAndChangesNothing) {
    Document document;
    ASSERT_TRUE(document.open(sampleStudy()));
    Study wrong = document.study();
    wrong.problem.lower = "(y - sni(x))^2";
    const Result<bool> refused = document.edit("Edit g", wrong);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().path, "problem.lower.objective");
    EXPECT_EQ(document.study(), sampleStudy());
    EXPECT_EQ(document.undoStack().count(), 0);
}

TEST(Document, ADragIsOneStepToUndo) {
    Document document;
    ASSERT_TRUE(document.open(sampleStudy()));
    for (int i = 1; i <= 20; ++i)
        ASSERT_TRUE(document.edit("Move start", withStart(document.study(), -1.5 + 0.1 * i), "start 1"));
    ASSERT_TRUE(document.edit("Move start", withStart(document.study(), 1.75), "start 2"));
    EXPECT_EQ(document.undoStack().count(), 2);
    document.undoStack().undo();
    EXPECT_DOUBLE_EQ(document.study().problem.start.at("x"), 0.5);
    document.undoStack().undo();
    EXPECT_EQ(document.study(), sampleStudy());
    document.undoStack().redo();
    EXPECT_DOUBLE_EQ(document.study().problem.start.at("x"), 0.5);
    document.undoStack().redo();
    EXPECT_EQ(document.study().problem.start.at("x"), 1.75);
}

TEST(Document, ADragThatComesBackIsNoStep) {
    Document document;
    ASSERT_TRUE(document.open(sampleStudy()));
    ASSERT_TRUE(document.edit("Move the start", withStart(document.study(), 0.5), "start 1"));
    ASSERT_TRUE(document.edit("Move the start", withStart(document.study(), 0.75), "start 2"));
    ASSERT_TRUE(document.edit("Move the start", withStart(document.study(), 1), "start 2"));
    ASSERT_TRUE(document.edit("Move the start", withStart(document.study(), 0.5), "start 2"));
    EXPECT_EQ(document.undoStack().count(), 1);
    document.undoStack().undo();
    EXPECT_EQ(document.study(), sampleStudy());
}

TEST(Document, ShowsAnswersWhileADragGoesOn) {
    Document document;
    QSignalSpy answered(&document, &Document::trajectoriesChanged);
    ASSERT_TRUE(document.open(sampleStudy(20000)));
    ASSERT_TRUE(answered.wait(patience));
    document.setDragging(true);
    for (int i = 1; i <= 50; ++i)
        ASSERT_TRUE(document.edit("Move start", withStart(document.study(), 0.01 * i), "drag"));
    document.setDragging(false);
    while (document.runs()[0].trajectory->coordinate(0)[0] != 0.5) ASSERT_TRUE(answered.wait(patience));
    EXPECT_GE(answered.count(), 3);  // the first, at least one on the way, the last
}

TEST(Document, KeepsAMethodThatItDoesNotKnow) {
    Document document;
    Study study = sampleStudy();
    study.runs[0].method = "from_the_future";
    QSignalSpy answered(&document, &Document::trajectoriesChanged);
    ASSERT_TRUE(document.open(study));
    ASSERT_TRUE(answered.wait(patience));
    EXPECT_EQ(document.runs()[0].algorithm, nullptr);
    EXPECT_EQ(document.runs()[0].trajectory, nullptr);
    EXPECT_EQ(document.runs()[0].label, "from_the_future");
    EXPECT_NE(document.runs()[1].trajectory, nullptr);
    EXPECT_EQ(document.study(), study);
}

TEST(Document, TellsTwoRunsOfOneMethodApart) {
    Document document;
    Study study = sampleStudy();
    study.runs[1].method = study.runs[0].method;
    ASSERT_TRUE(document.open(study));
    EXPECT_NE(document.runs()[0].label, document.runs()[1].label);
}

TEST(Document, ForgetsAPublishedSolutionWhenTheProblemIsAnother) {
    Document document;
    Study study = sampleStudy();
    study.problem.solution = KnownSolution{{{"x", 1}}, {}, "optimal"};
    ASSERT_TRUE(document.open(study));
    study.problem.start["x"] = 0.25;
    ASSERT_TRUE(document.edit("Move start", study));
    EXPECT_TRUE(document.study().problem.solution);
    study.problem.lower = "(y - cos(x))^2";
    ASSERT_TRUE(document.edit("Edit g", study));
    EXPECT_FALSE(document.study().problem.solution);
    document.undoStack().undo();
    EXPECT_TRUE(document.study().problem.solution);
}

TEST(Document, HasItsPublishedSolutionAgainWhenAFormulaIsTypedBack) {
    Document document;
    Study study = sampleStudy();
    study.problem.solution = KnownSolution{{{"x", 1}}, {}, "optimal"};
    ASSERT_TRUE(document.open(study));
    const std::string lower = study.problem.lower;
    for (const char* more : {" + 1", " + 12"}) {
        Study typed = document.study();
        typed.problem.lower = lower + more;
        ASSERT_TRUE(document.edit("Edit g", typed, "typing"));
        EXPECT_FALSE(document.study().problem.solution);
    }
    Study back = document.study();
    back.problem.lower = lower;
    ASSERT_TRUE(document.edit("Edit g", back, "typing"));
    EXPECT_EQ(document.study(), study);
    EXPECT_FALSE(document.undoStack().canUndo());
}

TEST(Document, ComputesNothingWhenARunOnlyLooksOtherwise) {
    Document document;
    QSignalSpy answered(&document, &Document::trajectoriesChanged);
    ASSERT_TRUE(document.open(sampleStudy()));
    ASSERT_TRUE(answered.wait(patience));
    const TrajectoryPtr first = document.runs()[0].trajectory, second = document.runs()[1].trajectory;
    Study study = document.study();
    study.runs[0].label = "A name";
    study.runs[0].colour = 7;
    study.runs[1].visible = false;
    ASSERT_TRUE(document.edit("Change looks", study));
    EXPECT_EQ(answered.count(), 2) << "at once";
    EXPECT_EQ(document.runs()[0].trajectory, first);
    std::swap(study.runs[0], study.runs[1]);
    ASSERT_TRUE(document.edit("Swap", study));
    EXPECT_EQ(document.runs()[0].trajectory, second);
    EXPECT_EQ(document.runs()[1].trajectory, first);
    study.runs[0].settings = {};
    study.runs[0].start = {{"x", 0.5}};
    ASSERT_TRUE(document.edit("Start elsewhere", study));
    EXPECT_EQ(answered.count(), 3);
    ASSERT_TRUE(answered.wait(patience));
    EXPECT_EQ(document.runs()[0].trajectory->coordinate(0)[0], 0.5);
}

TEST(Document, MovesTheSelectionWhenItsRunGoes) {
    Document document;
    ASSERT_TRUE(document.open(sampleStudy()));
    document.select(1);
    Study study = document.study();
    study.runs.pop_back();
    ASSERT_TRUE(document.edit("Remove method", study));
    EXPECT_EQ(document.selected(), 0);
    study.runs.clear();
    ASSERT_TRUE(document.edit("Remove method", study));
    EXPECT_EQ(document.selected(), -1);
}

}  // namespace
}  // namespace bilevel::ui
