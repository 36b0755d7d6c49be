#include "answer.h"
#include "studies.h"
#include "ui/window/left_work.h"
#include "ui/window/main_window.h"

#include <gtest/gtest.h>
#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <iostream>

// What a kill leaves of unsaved work. The program that is killed is this one, started again with a test that is
// disabled otherwise and plays the victim: it works in $BILEVELSCOPE_VICTIM until it is killed.
namespace bilevel::ui {
namespace {

constexpr int patience = 20000;

Home homeIn(const QString& folder) { return {folder + "/config/settings.ini", folder + "/drafts"}; }

void edit(Document& document, int iterations) {
    Study next = document.study();
    next.iterations = iterations;
    EXPECT_TRUE(document.edit("Change iterations", std::move(next)));
}

class ACrash : public testing::Test {
protected:
    QString path(const QString& name) const { return folder_.filePath(name); }
    Home home() const { return homeIn(folder_.path()); }
    QStringList drafts() const { return QDir(home().drafts).entryList({"*.bilevel.json"}); }

    /// Another process that plays `part` until it has said that it is ready.
    std::unique_ptr<QProcess> victim(const QString& part) const {
        auto process = std::make_unique<QProcess>();
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("BILEVELSCOPE_VICTIM", folder_.path());
        process->setProcessEnvironment(environment);
        process->start(QCoreApplication::applicationFilePath(),
                       {"--gtest_also_run_disabled_tests", "--gtest_filter=Victim.DISABLED_" + part});
        QByteArray said;
        while (!said.contains("ready") && process->waitForReadyRead(patience))
            said += process->readAllStandardOutput();
        EXPECT_TRUE(said.contains("ready")) << said.constData();
        return process;
    }
    static void kill(QProcess& process) {
        process.kill();
        ASSERT_TRUE(process.waitForFinished(patience));
        EXPECT_EQ(process.exitStatus(), QProcess::CrashExit);
    }
    QTemporaryDir folder_;
};

TEST_F(ACrash, WhileEditingLosesNothingOfWhatWasDoneASecondAgo) {
    kill(*victim("EditsAFile"));
    MainWindow window(sampleStudy(), {}, home());
    answer("Restore");
    window.studies().offerLeftWork();
    EXPECT_EQ(window.document().study(), sampleStudy(77));
    EXPECT_EQ(window.studies().file().fileName(), "lecture.bilevel.json");
    EXPECT_TRUE(window.isWindowModified());
    EXPECT_EQ(drafts().size(), 1) << "it is this window's now";
    ASSERT_TRUE(window.studies().save());
    EXPECT_EQ(*readStudy(*readFile(path("lecture.bilevel.json").toStdString())), sampleStudy(77));
    EXPECT_EQ(drafts().size(), 0) << "and is safe";
}

TEST_F(ACrash, IsOfferedAgainUntilItIsRestoredOrDiscarded) {
    kill(*victim("EditsAFile"));
    MainWindow window(sampleStudy(), {}, home());
    answer("Later");
    window.studies().offerLeftWork();
    EXPECT_EQ(window.document().study(), sampleStudy());
    EXPECT_EQ(drafts().size(), 1);
    answer("Discard");
    window.studies().offerLeftWork();
    EXPECT_EQ(window.document().study(), sampleStudy());
    EXPECT_EQ(drafts().size(), 0);
    window.studies().offerLeftWork();  // nothing is asked any more
}

TEST_F(ACrash, OfAnotherWindowTakesNothingFromOneThatLives) {
    const auto living = victim("EditsAFile");
    kill(*victim("EditsAFile"));
    EXPECT_EQ(drafts().size(), 2);
    EXPECT_EQ(leftWorkIn(home().drafts).size(), 1u);
    kill(*living);
    EXPECT_EQ(leftWorkIn(home().drafts).size(), 2u);
}

TEST_F(ACrash, WithNothingUnsavedLeavesNothing) {
    kill(*victim("OnlyLooks"));
    EXPECT_TRUE(drafts().isEmpty());
    EXPECT_TRUE(leftWorkIn(home().drafts).empty());
}

TEST_F(ACrash, WhileSavingLeavesTheOldFileOrTheNewOne) {
    for (int round = 0; round < 6; ++round) {
        const auto saving = victim("SavesAgainAndAgain");
        QTest::qSleep(3 + 7 * round);
        kill(*saving);
        const Result<std::string> text = readFile(path("lecture.bilevel.json").toStdString());
        ASSERT_TRUE(text);
        const Result<Study> study = readStudy(*text);
        ASSERT_TRUE(study) << study.error().message;
        EXPECT_TRUE(*study == sampleStudy(1000) || *study == sampleStudy(1001));
        // What was not in the file yet is among what is offered.
        for (const LeftWork& work : leftWorkIn(home().drafts)) EXPECT_GE(work.study.iterations, 1000);
    }
}

/// Until it is killed, or its test gives up.
void wait() {
    std::cout << "ready" << std::endl;
    QTest::qWait(patience);
}

QString victimFolder() { return qEnvironmentVariable("BILEVELSCOPE_VICTIM"); }

TEST(Victim, DISABLED_EditsAFile) {
    const QString folder = victimFolder(), path = folder + "/lecture.bilevel.json";
    ASSERT_FALSE(folder.isEmpty());
    const qsizetype before = QDir(homeIn(folder).drafts).entryList({"*.bilevel.json"}).size();
    MainWindow window(sampleStudy(), {}, homeIn(folder));
    ASSERT_TRUE(writeFile(path.toStdString(), writeStudy(sampleStudy())));
    ASSERT_TRUE(window.studies().open(path));
    window.show();
    edit(window.document(), 76);
    edit(window.document(), 77);
    // Another victim may have left its work in the same folder.
    const auto kept = [&] { return QDir(homeIn(folder).drafts).entryList({"*.bilevel.json"}).size() > before; };
    ASSERT_TRUE(QTest::qWaitFor(kept, patience));
    wait();
}

TEST(Victim, DISABLED_OnlyLooks) {
    ASSERT_FALSE(victimFolder().isEmpty());
    MainWindow window(sampleStudy(), {}, homeIn(victimFolder()));
    window.show();
    edit(window.document(), 77);
    window.document().undoStack().undo();
    QTest::qWait(1500);
    wait();
}

TEST(Victim, DISABLED_SavesAgainAndAgain) {
    ASSERT_FALSE(victimFolder().isEmpty());
    const QString path = victimFolder() + "/lecture.bilevel.json";
    Document document;
    StudyFile file(document);
    Autosave autosave(document, file, homeIn(victimFolder()).drafts);
    ASSERT_TRUE(file.open(sampleStudy(1000), {}));
    ASSERT_TRUE(file.save(path));
    std::cout << "ready" << std::endl;
    QElapsedTimer since;
    since.start();
    for (int i = 1; since.elapsed() < patience; ++i) {
        edit(document, 1000 + i % 2);
        autosave.keepNow();
        ASSERT_TRUE(file.save(path));
    }
}

}  // namespace
}  // namespace bilevel::ui
