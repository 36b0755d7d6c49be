#include "core/io/file.h"
#include "core/io/gallery.h"
#include "core/io/study_link.h"
#include "drop.h"
#include "ui/figure/figure.h"
#include "ui/plane/plane_card.h"
#include "ui/window/main_window.h"

#include <gtest/gtest.h>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QMenu>
#include <QMimeData>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <set>

namespace bilevel::ui {
namespace {

constexpr int patience = 20000;

Study fromGallery(const char* id) { return *readStudy(findInGallery(id)->text); }

/// How many colours a picture has, at every seventh pixel.
std::size_t colours(const QImage& image) {
    std::set<QRgb> seen;
    for (int y = 0; y < image.height(); y += 7)
        for (int x = 0; x < image.width(); x += 7) seen.insert(image.pixel(x, y));
    return seen.size();
}

class Window : public testing::Test {
protected:
    void open(const char* id, QSize size = {1280, 720}) {
        window_ = std::make_unique<MainWindow>(fromGallery(id));
        QSignalSpy answered(&window_->document(), &Document::trajectoriesChanged);
        window_->resize(size);
        window_->show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(window_.get()));
        ASSERT_TRUE(answered.count() > 0 || answered.wait(patience));
        QTest::qWait(200);  // the grounds
    }
    QImage picture() { return window_->grab().toImage(); }

    std::unique_ptr<MainWindow> window_;
};

TEST_F(Window, ShowsEveryProblemOfTheGallery) {
    for (const GalleryEntry& entry : gallery()) {
        open(std::string(entry.id).c_str());
        EXPECT_GT(colours(picture()), 200u) << entry.id;
    }
}

TEST_F(Window, FitsTheSmallestScreenAndTheLargest) {
    for (const QSize size : {QSize(1280, 720), QSize(1920, 1080), QSize(3840, 2160)}) {
        open("valley", size);
        EXPECT_EQ(window_->size(), size);
        for (const PlaneCard* card : window_->findChildren<PlaneCard*>())
            EXPECT_TRUE(window_->rect().contains(QRect(card->mapTo(window_.get(), QPoint()), card->size())));
    }
}

TEST_F(Window, ChangesBetweenLightAndDarkAndBack) {
    open("valley");
    window_->setDark(false);
    const QColor light = picture().pixelColor(4, 4);
    window_->setDark(true);
    const QColor dark = picture().pixelColor(4, 4);
    EXPECT_GT(light.lightness(), 200);
    EXPECT_LT(dark.lightness(), 60);
    window_->setDark(false);
    EXPECT_EQ(picture().pixelColor(4, 4), light);
}

TEST_F(Window, ShowsOnePlaneOrBoth) {
    open("valley");
    const auto cards = window_->findChildren<PlaneCard*>();
    ASSERT_EQ(cards.size(), 2);
    const int half = cards[0]->width();
    window_->showPlanes(Header::Planes::upper);
    QTest::qWait(50);
    EXPECT_FALSE(cards[1]->isVisible());
    EXPECT_GT(cards[0]->width(), 3 * half / 2);
    window_->showPlanes(Header::Planes::both);
    QTest::qWait(50);
    EXPECT_TRUE(cards[0]->isVisible() && cards[1]->isVisible());
}

TEST_F(Window, SpacePlaysAndTheArrowsStep) {
    open("valley");
    QTest::keyClick(window_.get(), Qt::Key_Home);
    QTest::keyClick(window_.get(), Qt::Key_Space);
    EXPECT_TRUE(window_->player().isPlaying());
    QTest::qWait(200);
    QTest::keyClick(window_.get(), Qt::Key_Space);
    EXPECT_FALSE(window_->player().isPlaying());
    EXPECT_GT(window_->player().row(), 0);
    QTest::keyClick(window_.get(), Qt::Key_End);
    EXPECT_EQ(window_->player().row(), window_->player().rows() - 1);
}

TEST_F(Window, OpensWithItsArrowKeysOnTheIterationsNotOnTheStart) {
    open("valley");
    QTest::keyClick(window_.get(), Qt::Key_Home);
    const Study before = window_->document().study();
    ASSERT_NE(window_->focusWidget(), nullptr);
    QTest::keyClick(window_->focusWidget(), Qt::Key_Right);
    EXPECT_EQ(window_->player().row(), 1);
    EXPECT_EQ(window_->document().study(), before);
}

TEST_F(Window, KeepsTheCursorWhenASettingMoves) {
    open("valley");
    window_->player().seek(150);
    Study study = window_->document().study();
    study.runs[0].settings["eta"] = 0.9;
    QSignalSpy answered(&window_->document(), &Document::trajectoriesChanged);
    ASSERT_TRUE(window_->document().edit("Change η", study));
    ASSERT_TRUE(answered.wait(patience));
    EXPECT_EQ(window_->player().row(), 150);
}

TEST_F(Window, UndoesFromItsMenu) {
    open("valley");
    const Study before = window_->document().study();
    Study study = before;
    study.iterations = 20;
    ASSERT_TRUE(window_->document().edit("Change iterations", study));
    QAction* undo = nullptr;
    for (QAction* action : window_->actions())
        if (action->text().startsWith("Undo")) undo = action;
    ASSERT_NE(undo, nullptr);
    EXPECT_TRUE(undo->text().contains("iterations"));
    undo->trigger();
    EXPECT_EQ(window_->document().study(), before);
}

TEST_F(Window, OverlaysATraceThatIsDroppedOnIt) {
    open("valley");
    const Study before = window_->document().study();
    QTemporaryDir folder;
    QFile file(folder.filePath("theirs.csv"));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("x,y\n1,1\n0.5,0.5\n");
    file.close();
    QMimeData dragged;
    dragged.setUrls({QUrl::fromLocalFile(file.fileName())});
    dropOn(*window_, dragged);
    const auto isThere = [&] { return window_->document().runs().size() == before.runs.size() + 1; };
    ASSERT_TRUE(QTest::qWaitFor(isThere, patience));
    EXPECT_EQ(window_->document().runs().back().label, "theirs");
    window_->document().undoStack().undo();
    EXPECT_EQ(window_->document().study(), before);
}

TEST_F(Window, TakesAStudyAndTracesThatAreDroppedTogether) {
    open("valley");
    QTemporaryDir folder;
    const Study other = fromGallery("minmax");
    QMimeData dragged;
    QList<QUrl> urls;
    const auto add = [&](const char* name, const std::string& contents) {
        const QString path = folder.filePath(name);
        ASSERT_TRUE(writeFile(path.toStdString(), contents));
        urls << QUrl::fromLocalFile(path);
    };
    add("notes.md", "Not a study.");
    add("first.csv", "x,y\n1,1\n0.5,0.5\n");
    add("other.bilevel.json", writeStudy(other));
    add("second.csv", "x,y\n2,1\n0.5,0.5\n");
    dragged.setUrls(urls);
    dropOn(*window_, dragged);
    const auto areThere = [&] { return window_->document().runs().size() == other.runs.size() + 2; };
    ASSERT_TRUE(QTest::qWaitFor(areThere, patience));
    EXPECT_EQ(window_->document().study().problem, other.problem);
    EXPECT_EQ(window_->document().runs().back().label, "second");
}

TEST_F(Window, OpensItsMenuWithTheKeyThatItsButtonNames) {
    open("valley");
    QTest::keyClick(window_.get(), Qt::Key_F10);
    const auto isOpen = [&] {
        return std::ranges::any_of(window_->findChildren<QMenu*>(), [](QMenu* menu) { return menu->isVisible(); });
    };
    EXPECT_TRUE(QTest::qWaitFor(isOpen, patience));
    for (QMenu* menu : window_->findChildren<QMenu*>()) menu->close();
}

TEST_F(Window, CopiesItsStudyAsALinkThatPastesBack) {
    open("valley");
    const Study before = window_->document().study();
    QTest::keyClick(window_.get(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    ASSERT_TRUE(QGuiApplication::clipboard()->text().startsWith("bilevelscope:1:"));
    open("coreset");
    ASSERT_NE(window_->document().study(), before);
    QTest::keyClick(window_.get(), Qt::Key_V, Qt::ControlModifier);
    EXPECT_EQ(window_->document().study(), before);
    EXPECT_TRUE(window_->studies().file().path().isEmpty());
}

TEST_F(Window, OpensTheStudyOfAFigureThatIsDroppedOnIt) {
    open("valley");
    const Study figure = fromGallery("mirrlees");
    QTemporaryDir folder;
    const QString path = folder.filePath("from a paper.pdf");
    ASSERT_TRUE(writeFigure(figure, {.output = path.toStdString(), .view = "upper"}));
    QMimeData dragged;
    dragged.setUrls({QUrl::fromLocalFile(path)});
    dropOn(*window_, dragged);
    EXPECT_TRUE(QTest::qWaitFor([&] { return window_->document().study() == figure; }, patience));
    EXPECT_TRUE(window_->studies().file().path().isEmpty()) << "saving does not write over the figure";
}

TEST_F(Window, TakesALinkThatIsDroppedAsText) {
    open("valley");
    const Study other = fromGallery("coreset");
    QMimeData dragged;
    dragged.setText(QString::fromStdString("  " + studyLink(other) + "\n"));
    dropOn(*window_, dragged);
    EXPECT_TRUE(QTest::qWaitFor([&] { return window_->document().study() == other; }, patience));
}

TEST_F(Window, OffersToOverlayATraceInItsMenu) {
    open("valley");
    QStringList items;
    for (const QMenu* menu : window_->findChildren<QMenu*>())
        for (const QAction* item : menu->actions()) items << item->text();
    EXPECT_TRUE(items.contains("Overlay a trace…"));
}

}  // namespace
}  // namespace bilevel::ui
