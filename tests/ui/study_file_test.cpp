#include "ui/window/study_file.h"

#include "studies.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

namespace bilevel::ui {
namespace {

using testing::HasSubstr;

class TheFileOfAStudy : public testing::Test {
protected:
    TheFileOfAStudy() { EXPECT_TRUE(file_.open(sampleStudy(), {})); }

    QString path(const QString& name) const { return folder_.filePath(name); }
    void edit(int iterations) {
        Study next = document_.study();
        next.iterations = iterations;
        EXPECT_TRUE(document_.edit("Change iterations", std::move(next)));
    }
    static Study read(const QString& path) { return *readStudy(*readFile(path.toStdString())); }
    static void write(const QString& path, const Study& study) {
        ASSERT_TRUE(writeFile(path.toStdString(), writeStudy(study)));
    }

    QTemporaryDir folder_;
    Document document_;
    StudyFile file_{document_};
};

TEST_F(TheFileOfAStudy, IsModifiedByAnEditAndCleanWhenItIsUndone) {
    QSignalSpy changed(&file_, &StudyFile::changed);
    EXPECT_FALSE(file_.isModified());
    edit(70);
    EXPECT_TRUE(file_.isModified());
    edit(80);
    document_.undoStack().undo();
    EXPECT_TRUE(file_.isModified());
    document_.undoStack().undo();
    EXPECT_FALSE(file_.isModified());
    EXPECT_EQ(changed.count(), 2) << "once modified, once clean";
}

TEST_F(TheFileOfAStudy, IsCleanAgainWhenTheSavedStateIsReachedFromEitherSide) {
    edit(70);
    ASSERT_TRUE(file_.save(path("a.bilevel.json")));
    EXPECT_FALSE(file_.isModified());
    document_.undoStack().undo();
    EXPECT_TRUE(file_.isModified());
    document_.undoStack().redo();
    EXPECT_FALSE(file_.isModified());
    edit(60);
    edit(70);  // by hand instead of by undo
    EXPECT_FALSE(file_.isModified());
}

TEST_F(TheFileOfAStudy, IsWrittenAndFromThenOnItIsTheStudysFile) {
    EXPECT_EQ(file_.path(), "");
    edit(70);
    ASSERT_TRUE(file_.save(path("a.bilevel.json")));
    EXPECT_EQ(file_.path(), path("a.bilevel.json"));
    EXPECT_EQ(file_.fileName(), "a.bilevel.json");
    EXPECT_EQ(read(file_.path()), document_.study());
    ASSERT_TRUE(file_.save(path("b.bilevel.json")));
    EXPECT_EQ(file_.fileName(), "b.bilevel.json");
}

TEST_F(TheFileOfAStudy, ThatCannotBeWrittenChangesNothing) {
    edit(70);
    const auto saved = file_.save(path("nowhere/a.bilevel.json"));
    ASSERT_FALSE(saved);
    EXPECT_THAT(saved.error().message, HasSubstr("nowhere/a.bilevel.json’: no such file or folder"));
    EXPECT_TRUE(file_.isModified());
    EXPECT_EQ(file_.path(), "");
    EXPECT_TRUE(QDir(folder_.path()).isEmpty());
}

TEST_F(TheFileOfAStudy, IsForgottenWhenTheGalleryBringsAnother) {
    ASSERT_TRUE(file_.save(path("a.bilevel.json")));
    edit(70);
    ASSERT_TRUE(document_.open(sampleStudy(30)));
    EXPECT_EQ(file_.path(), "");
    EXPECT_FALSE(file_.isModified());
}

TEST_F(TheFileOfAStudy, IsOvertakenWhereSomebodyElseWroteToIt) {
    ASSERT_TRUE(file_.save(path("a.bilevel.json")));
    edit(70);
    EXPECT_FALSE(file_.isOvertaken()) << "our own edits are no surprise";
    write(path("a.bilevel.json"), sampleStudy(33));
    EXPECT_TRUE(file_.isOvertaken());
    ASSERT_TRUE(file_.save(path("a.bilevel.json")));
    EXPECT_FALSE(file_.isOvertaken());
    ASSERT_TRUE(QFile::remove(path("a.bilevel.json")));
    EXPECT_FALSE(file_.isOvertaken()) << "nothing would be lost";
}

TEST_F(TheFileOfAStudy, OfRecoveredWorkHoldsOnlyWhatWasSaved) {
    write(path("a.bilevel.json"), sampleStudy());
    ASSERT_TRUE(file_.restore(sampleStudy(70), path("a.bilevel.json")));
    EXPECT_TRUE(file_.isModified());
    EXPECT_EQ(file_.path(), path("a.bilevel.json"));
    EXPECT_EQ(read(file_.path()), sampleStudy());
    edit(60);
    EXPECT_FALSE(file_.isModified()) << "as it is in the file";
    ASSERT_TRUE(file_.restore(sampleStudy(70), {}));
    EXPECT_TRUE(file_.isModified()) << "nothing of it is in any file";
}

}  // namespace
}  // namespace bilevel::ui
