#include "answer.h"
#include "core/io/gallery.h"
#include "drop.h"
#include "studies.h"
#include "ui/panel/side_panel.h"
#include "ui/window/main_window.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <QCloseEvent>
#include <QDir>
#include <QMenu>
#include <QMimeData>
#include <QTemporaryDir>
#include <QTest>

namespace bilevel::ui {
namespace {

using testing::HasSubstr;

/// A window whose user has a folder, and who answers its questions.
class Studies : public testing::Test {
protected:
    Studies() {
        window_.resize(1280, 720);
        window_.show();
    }

    QString path(const QString& name) const { return folder_.filePath(name); }
    StudyCommands& studies() { return window_.studies(); }
    const Study& study() { return window_.document().study(); }
    void edit(int iterations) {
        Study next = study();
        next.iterations = iterations;
        EXPECT_TRUE(window_.document().edit("Change iterations", std::move(next)));
    }
    static void write(const QString& path, const std::string& text) {
        ASSERT_TRUE(writeFile(path.toStdString(), text));
    }
    static Study read(const QString& path) { return *readStudy(*readFile(path.toStdString())); }
    bool close() {
        QCloseEvent event;
        QCoreApplication::sendEvent(&window_, &event);
        return event.isAccepted();
    }
    void drop(const QString& path) {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        dropOn(window_, data);
        QCoreApplication::processEvents();
    }

    QTemporaryDir folder_;
    const Home home_{folder_.filePath("config/settings.ini"), folder_.filePath("unsaved")};
    MainWindow window_{sampleStudy(), {}, home_};
    QString said_;
};

TEST_F(Studies, AreNamedInTheTitleWithAMarkWhileTheyAreNotSaved) {
    EXPECT_EQ(window_.windowTitle(), "Sample[*]");
    EXPECT_FALSE(window_.isWindowModified());
    edit(70);
    EXPECT_TRUE(window_.isWindowModified());
    chooseFile(path("lecture"));
    ASSERT_TRUE(studies().save());
    EXPECT_EQ(window_.windowTitle(), "lecture.bilevel.json[*] – Sample");
    EXPECT_FALSE(window_.isWindowModified());
    EXPECT_EQ(read(path("lecture.bilevel.json")), study());
    window_.document().undoStack().undo();
    EXPECT_TRUE(window_.isWindowModified());
}

TEST_F(Studies, AskForAFileOnceAndThenWriteToIt) {
    chooseFile(path("a.bilevel.json"));
    ASSERT_TRUE(studies().save());
    edit(70);
    ASSERT_TRUE(studies().save());
    EXPECT_EQ(read(path("a.bilevel.json")).iterations, 70);
    chooseFile(path("b.bilevel.json"));
    ASSERT_TRUE(studies().saveAs());
    edit(80);
    ASSERT_TRUE(studies().save());
    EXPECT_EQ(read(path("a.bilevel.json")).iterations, 70);
    EXPECT_EQ(read(path("b.bilevel.json")).iterations, 80);
}

TEST_F(Studies, AreNotLostByClosingWithoutAQuestion) {
    EXPECT_TRUE(close()) << "nothing to lose, nothing to ask";
    edit(70);
    answer("Cancel", &said_);
    EXPECT_FALSE(close());
    EXPECT_THAT(said_.toStdString(), HasSubstr("Save what you changed in “Sample”?"));
    answer("Don’t save");
    EXPECT_TRUE(close());
}

TEST_F(Studies, AreNotLeftNorSavedOverAFormulaThatIsNotRightWithoutAQuestion) {
    FormulaEdit* upper = nullptr;
    for (FormulaEdit* edit : window_.findChildren<FormulaEdit*>())
        if (edit->line().accessibleName() == "Upper objective") upper = edit;
    ASSERT_TRUE(upper);
    upper->line().setPlainText("(x - 1");
    upper->check();
    ASSERT_TRUE(upper->isWrong());
    answer("Go back to it", &said_);
    EXPECT_FALSE(close());
    EXPECT_THAT(said_.toStdString(), HasSubstr("Upper objective: “(x - 1” is not a formula yet"));
    EXPECT_EQ(upper->text(), "(x - 1");
    answer("Go back to it");
    EXPECT_FALSE(studies().save());
    answer("Leave it out");
    EXPECT_TRUE(close());
    EXPECT_EQ(upper->text(), "(x - 1") << "whoever stays after all has it still";
    upper->line().setPlainText("a*x^2 + y^2");
    upper->check();
    ASSERT_TRUE(upper->isWrong());
    Study next = study();
    next.problem.parameters.push_back({"a", 1, 0, 2});
    ASSERT_TRUE(window_.document().edit("Add a parameter", next));
    chooseFile(path("a.bilevel.json"));
    EXPECT_TRUE(studies().save()) << "it is right by now";
    EXPECT_EQ(study().problem.upper, "a*x^2 + y^2");
}

TEST_F(Studies, AreSavedWhereTheUserSaysSoOnTheWayOut) {
    chooseFile(path("a.bilevel.json"));
    ASSERT_TRUE(studies().save());
    edit(70);
    answer("Save");
    EXPECT_TRUE(close());
    EXPECT_EQ(read(path("a.bilevel.json")).iterations, 70);
}

TEST_F(Studies, WithoutAFileAreAskedForOneOnTheWayOut) {
    edit(70);
    answer("Save");
    chooseFile(path("a.bilevel.json"));
    EXPECT_TRUE(close());
    EXPECT_EQ(read(path("a.bilevel.json")).iterations, 70);
}

TEST_F(Studies, MakeWayForAnotherOnlyWithLeave) {
    write(path("other.bilevel.json"), writeStudy(sampleStudy(33)));
    edit(70);
    answer("Cancel");
    EXPECT_FALSE(studies().open(path("other.bilevel.json")));
    EXPECT_EQ(study().iterations, 70);
    answer("Cancel");
    studies().startEmpty();
    EXPECT_EQ(study().iterations, 70);
    QComboBox& gallery = window_.findChild<ProblemPanel*>()->gallery();
    answer("Cancel");
    Q_EMIT gallery.activated(2);
    EXPECT_EQ(study().iterations, 70);
    answer("Cancel");
    drop(path("other.bilevel.json"));
    EXPECT_EQ(study().iterations, 70);
    answer("Don’t save");
    drop(path("other.bilevel.json"));
    EXPECT_EQ(study().iterations, 33);
    EXPECT_EQ(studies().file().fileName(), "other.bilevel.json");
}

TEST_F(Studies, FromTheGalleryHaveNoFile) {
    chooseFile(path("a.bilevel.json"));
    ASSERT_TRUE(studies().save());
    Q_EMIT window_.findChild<ProblemPanel*>()->gallery().activated(2);
    EXPECT_EQ(studies().file().path(), "");
    EXPECT_FALSE(window_.isWindowModified());
}

TEST_F(Studies, BeginEmptyWithSomethingToSee) {
    studies().startEmpty();
    EXPECT_EQ(window_.windowTitle(), "Untitled problem[*]");
    EXPECT_EQ(study().runs.size(), 1u);
    EXPECT_EQ(studies().file().path(), "");
}

TEST_F(Studies, ThatCannotBeReadAreExplainedAndChangeNothing) {
    write(path("newer.bilevel.json"), R"({"format": "bilevelscope", "version": 7, "problem": {}})");
    answer("OK", &said_);
    EXPECT_FALSE(studies().open(path("newer.bilevel.json")));
    EXPECT_THAT(said_.toStdString(), HasSubstr("newer.bilevel.json"));
    EXPECT_THAT(said_.toStdString(), HasSubstr("version 7"));
    write(path("broken.bilevel.json"), writeStudy(sampleStudy()).substr(0, 100));
    answer("OK", &said_);
    EXPECT_FALSE(studies().open(path("broken.bilevel.json")));
    EXPECT_THAT(said_.toStdString(), HasSubstr("broken.bilevel.json’: line "));
    EXPECT_EQ(study(), sampleStudy());
    EXPECT_TRUE(studies().recent().paths().isEmpty());
}

TEST_F(Studies, ThatCannotBeWrittenStayUnsaved) {
    write(path("a.bilevel.json"), writeStudy(sampleStudy()));
    ASSERT_TRUE(studies().open(path("a.bilevel.json")));
    edit(70);
    ASSERT_TRUE(QFile::remove(path("a.bilevel.json")));
    ASSERT_TRUE(QDir().mkdir(path("a.bilevel.json")));
    answer("Replace");
    answer("OK", &said_);
    EXPECT_FALSE(studies().save());
    EXPECT_THAT(said_.toStdString(), HasSubstr("a.bilevel.json’: it is a folder"));
    EXPECT_TRUE(window_.isWindowModified());
    EXPECT_EQ(study().iterations, 70);
}

TEST_F(Studies, AreRememberedTheLatestFirstUntilTheyAreGone) {
    for (const QString name : {"a", "b"}) {
        write(path(name + ".bilevel.json"), writeStudy(sampleStudy()));
        EXPECT_TRUE(studies().open(path(name + ".bilevel.json")));
    }
    EXPECT_EQ(studies().recent().paths(), QStringList({path("b.bilevel.json"), path("a.bilevel.json")}));
    ASSERT_TRUE(studies().open(path("a.bilevel.json")));
    EXPECT_EQ(studies().recent().paths().front(), path("a.bilevel.json"));
    ASSERT_TRUE(QFile::remove(path("b.bilevel.json")));
    answer("OK", &said_);
    EXPECT_FALSE(studies().open(path("b.bilevel.json")));
    EXPECT_THAT(said_.toStdString(), HasSubstr("“b.bilevel.json” is no longer there"));
    EXPECT_EQ(studies().recent().paths(), QStringList{path("a.bilevel.json")});
    EXPECT_EQ(RecentFiles(home_.settings).paths().size(), 1) << "other windows know it too";
}

TEST_F(Studies, ThatSomebodyElseHasChangedAreNotReplacedWithoutAQuestion) {
    write(path("a.bilevel.json"), writeStudy(sampleStudy()));
    ASSERT_TRUE(studies().open(path("a.bilevel.json")));
    write(path("a.bilevel.json"), writeStudy(sampleStudy(33)));
    edit(70);
    answer("Cancel", &said_);
    EXPECT_FALSE(studies().save());
    EXPECT_EQ(read(path("a.bilevel.json")).iterations, 33);
    answer("Replace");
    EXPECT_TRUE(studies().save());
    EXPECT_EQ(read(path("a.bilevel.json")).iterations, 70);
}

TEST_F(Studies, AreSavedWithWhatIsJustBeingTyped) {
    chooseFile(path("a.bilevel.json"));
    ASSERT_TRUE(studies().save());
    window_.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&window_));
    FormulaEdit& upper = window_.findChild<ProblemPanel*>()->upper().edit();
    upper.line().setFocus();
    upper.line().selectAll();
    QTest::keyClicks(&upper.line(), "x^2+y^2");
    ASSERT_TRUE(studies().save());
    EXPECT_EQ(read(path("a.bilevel.json")).problem.upper, "x^2+y^2");
    EXPECT_FALSE(window_.isWindowModified());
}

TEST_F(Studies, LeaveTheWindowWhereItWas) {
    window_.resize(1100, 700);  // no higher than the screen of the tests
    ASSERT_TRUE(close());
    const MainWindow again(sampleStudy(), {}, home_);
    EXPECT_EQ(again.height(), 700);
}

TEST_F(Studies, NeverTouchAnythingWhereThereIsNoHome) {
    MainWindow homeless(sampleStudy());
    write(path("a.bilevel.json"), writeStudy(sampleStudy()));
    ASSERT_TRUE(homeless.studies().open(path("a.bilevel.json")));
    EXPECT_TRUE(homeless.studies().recent().paths().isEmpty());
}

}  // namespace
}  // namespace bilevel::ui
