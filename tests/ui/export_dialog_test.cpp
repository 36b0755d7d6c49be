#include "ui/export/export_dialog.h"
#include "answer.h"
#include "core/io/file.h"
#include "studies.h"
#include "ui/export/animation_form.h"
#include "ui/export/export_preview.h"
#include "ui/export/figure_form.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <QClipboard>
#include <QDir>
#include <QGuiApplication>
#include <QMimeData>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace bilevel::ui {
namespace {

constexpr int patience = 20000;

class Export : public testing::Test {
protected:
    Export() { dialog_.QDialog::show(); }

    QString path(const QString& name) const { return folder_.filePath(name); }
    QStringList files() const {
        return QDir(folder_.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }
    const QImage& preview() const { return dialog_.findChild<ExportPreview*>()->picture(); }
    NumberEdit* number(const QString& name) const {
        for (auto* edit : dialog_.findChildren<NumberEdit*>())
            if (edit->accessibleName().startsWith(name)) return edit;
        ADD_FAILURE() << qPrintable(name);
        return nullptr;
    }
    void type(const QString& name, const char* text) {
        NumberEdit* edit = number(name);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
        EXPECT_TRUE(QTest::qWaitFor([&] { return edit->value() == QByteArray(text).toDouble(); }, patience));
    }
    static FigureContent content() {
        const Study study = sampleStudy();
        return computeContent(study, *Problem::compile(study.problem), {}, -1);
    }

    const Theme theme_ = Theme::make(false, 1);
    ExportDialog dialog_{content(), "Sample", theme_};
    QTemporaryDir folder_;
};

TEST_F(Export, ShowsWhatTheFileWillHold) {
    EXPECT_FALSE(preview().isNull());
    const QImage before = preview();
    dialog_.findChild<FigureForm*>()->findChild<ViewCombo*>()->setCurrentIndex(2);
    Q_EMIT dialog_.findChild<FigureForm*>()->changed();
    EXPECT_TRUE(QTest::qWaitFor([&] { return preview() != before; }, patience));
}

TEST_F(Export, BeforeAnythingWasPlayedShowsWholePaths) {
    const auto whole = [](int position) {
        FigureContent at = content();
        at.position = position;
        return ExportDialog(at, "Sample", Theme::make(false, 1)).findChild<FigureForm*>()->showsWholePaths();
    };
    EXPECT_TRUE(whole(0));
    EXPECT_FALSE(whole(7));
    FigureContent step = content();
    step.position = 0;
    ExportDialog fresh(step, "Sample", theme_);
    step.step = true;
    ExportDialog closely(step, "Sample", theme_);
    EXPECT_FALSE(closely.findChild<FigureForm*>()->showsWholePaths()) << "the step is what is looked at";
    fresh.saveTo(path("whole.png"));
    for (auto* choice : fresh.findChildren<Segmented*>())
        if (choice->accessibleDescription() == "Whole") QTest::keyClick(choice, Qt::Key_Left);
    fresh.saveTo(path("start.png"));
    EXPECT_NE(QImage(path("whole.png")), QImage(path("start.png")));
}

TEST_F(Export, WritesAFigureAndCloses) {
    QSignalSpy closed(&dialog_, &QDialog::accepted);
    dialog_.saveTo(path("a.pdf"));
    EXPECT_EQ(closed.count(), 1);
    EXPECT_EQ(files(), QStringList{"a.pdf"});
}

TEST_F(Export, AsksWhereToAndCompletesTheName) {
    QPushButton* save = nullptr;
    for (auto* button : dialog_.findChildren<QPushButton*>())
        if (button->text() == "Save PDF…") save = button;
    ASSERT_TRUE(save);
    for (const char* name : {"plain", "version 1.2", "drawing.svg"}) {
        chooseFile(path(name));
        save->click();
    }
    EXPECT_EQ(files(), (QStringList{"drawing.svg", "plain.pdf", "version 1.2.pdf"}));
    EXPECT_EQ(dialog_.written(), path("drawing.svg"));
}

TEST_F(Export, AsksBeforeTheDataOfALatexFigureReplaceATrace) {
    ASSERT_TRUE(writeFile(path("Sample.csv").toStdString(), "a trace"));
    QPushButton* save = nullptr;
    for (auto* button : dialog_.findChildren<QPushButton*>())
        if (button->text() == "Save PDF…") save = button;
    ASSERT_TRUE(save);
    chooseFile(path("Sample.tex"));
    QString said;
    answer("Cancel", &said);
    save->click();
    EXPECT_TRUE(said.contains("“Sample.csv” is there already")) << qPrintable(said);
    EXPECT_EQ(files(), QStringList{"Sample.csv"});
    EXPECT_EQ(*readFile(path("Sample.csv").toStdString()), "a trace");
    EXPECT_TRUE(dialog_.isVisible());
}

TEST_F(Export, OffersNoChoiceThatAFormatDoesNotHave) {
    auto* form = dialog_.findChild<FigureForm*>();
    const auto off = [&] {
        int count = 0;
        for (auto* choice : form->findChildren<QWidget*>(Qt::FindDirectChildrenOnly))
            count += !choice->isEnabled();
        return count;
    };
    EXPECT_EQ(off(), 0);
    Segmented* format = nullptr;
    for (auto* choice : form->findChildren<Segmented*>())
        if (choice->accessibleDescription() == "PDF") format = choice;
    ASSERT_TRUE(format);
    format->setFocus();
    QTest::keyClick(format, Qt::Key_End);
    EXPECT_EQ(form->ending(), "tex");
    EXPECT_GT(off(), 4);
    QTest::keyClick(format, Qt::Key_Left);
    EXPECT_EQ(form->ending(), "png");
    EXPECT_EQ(off(), 1) << "its letters are pixels";
}

TEST_F(Export, SaysWhyAFigureCouldNotBeWrittenAndStaysOpen) {
    dialog_.saveTo(path("missing/a.pdf"));
    EXPECT_TRUE(dialog_.isVisible());
    EXPECT_THAT(dialog_.message().toStdString(), testing::HasSubstr("no such file or folder"));
    EXPECT_TRUE(files().isEmpty());
}

TEST_F(Export, SaysWhatIsWrongWithASize) {
    type("Width in millimetres", "3");
    EXPECT_TRUE(QTest::qWaitFor([&] { return !dialog_.message().isEmpty(); }, patience));
    EXPECT_TRUE(preview().isNull());
    type("Width in millimetres", "120");
    EXPECT_TRUE(QTest::qWaitFor([&] { return dialog_.message().isEmpty(); }, patience));
    EXPECT_FALSE(preview().isNull());
    EXPECT_EQ(dialog_.findChild<FigureForm*>()->options().widthMm, 120);
}

TEST_F(Export, CopiesAFigureAsAnImageAndAsSvg) {
    dialog_.copy();
    const QMimeData* held = QGuiApplication::clipboard()->mimeData();
    ASSERT_TRUE(held->hasImage());
    EXPECT_GT(qvariant_cast<QImage>(held->imageData()).width(), 1000);
    EXPECT_TRUE(held->data("image/svg+xml").contains("<svg"));
}

TEST_F(Export, WritesAnAnimationWhileTheWindowLives) {
    dialog_.show(ExportDialog::Kind::animation);
    type("Width in pixels", "320");
    type("Seconds", "0.5");
    QSignalSpy closed(&dialog_, &QDialog::accepted);
    dialog_.saveTo(path("a.gif"));
    EXPECT_TRUE(dialog_.isWriting());
    EXPECT_TRUE(closed.isEmpty()) << "it is not done before control returns";
    ASSERT_TRUE(closed.wait(patience));
    EXPECT_EQ(files(), QStringList{"a.gif"});
}

TEST_F(Export, GivesAnAnimationUpAndLeavesNothing) {
    dialog_.show(ExportDialog::Kind::animation);
    for (const char* name : {"a.gif", "film/"}) {
        dialog_.saveTo(path(name));
        QTest::qWait(30);
        ASSERT_TRUE(dialog_.isWriting());
        dialog_.reject();
        EXPECT_FALSE(dialog_.isWriting());
        EXPECT_TRUE(dialog_.isVisible()) << "the first time only the work is given up";
        EXPECT_TRUE(files().isEmpty()) << name;
    }
    dialog_.reject();
    EXPECT_FALSE(dialog_.isVisible());
}

TEST_F(Export, PlaysTheAnimationBeforeItIsWritten) {
    dialog_.show(ExportDialog::Kind::animation);
    const QImage before = preview();
    ASSERT_FALSE(before.isNull());
    EXPECT_TRUE(QTest::qWaitFor([&] { return preview() != before; }, patience));
}

TEST_F(Export, SaysWhyAnAnimationCouldNotBeWritten) {
    dialog_.show(ExportDialog::Kind::animation);
    dialog_.saveTo(path("missing/a.gif"));
    EXPECT_FALSE(dialog_.isWriting());
    EXPECT_THAT(dialog_.message().toStdString(), testing::HasSubstr("no such file or folder"));
}

}  // namespace
}  // namespace bilevel::ui
