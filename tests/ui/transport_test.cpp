#include "ui/transport/transport_bar.h"

#include <gtest/gtest.h>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QVBoxLayout>

namespace bilevel::ui {
namespace {

class TransportTest : public testing::Test {
protected:
    TransportTest() {
        player.setRows(201);
        column.addWidget(&bar);
        column.addWidget(&line);
        column.addWidget(&editor);
        column.addWidget(&number);
        number.setRange(0, 1000);
        number.setValue(345);
        bar.installShortcuts(&window);
        window.resize(1000, 300);
        window.show();
        window.activateWindow();
        window.setFocus();
    }
    template <class W>
    W& part() {
        return *bar.findChild<W*>();
    }
    QAbstractButton& button(const QString& tip) {
        for (auto* const candidate : bar.findChildren<QAbstractButton*>())
            if (candidate->toolTip().startsWith(tip)) return *candidate;
        ADD_FAILURE() << "no button " << qPrintable(tip);
        return *bar.findChild<QAbstractButton*>();
    }
    void click(const QString& tip) { QTest::mouseClick(&button(tip), Qt::LeftButton); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(window.focusWidget() ? window.focusWidget() : &window, key, modifiers);
    }

    Theme theme = Theme::make(false, 1);
    Player player;
    QWidget window;
    QVBoxLayout column{&window};
    TransportBar bar{player, theme};
    QLineEdit line;
    QPlainTextEdit editor;
    QSpinBox number;
};

TEST_F(TransportTest, ButtonsMoveThePlayer) {
    click("Last");
    EXPECT_EQ(player.row(), 200);
    click("Back");
    EXPECT_EQ(player.row(), 199);
    click("First");
    EXPECT_EQ(player.row(), 0);
    click("Forward");
    EXPECT_EQ(player.row(), 1);
}

TEST_F(TransportTest, PlayBecomesPauseAndBack) {
    click("Play");
    EXPECT_TRUE(player.isPlaying());
    click("Pause");
    EXPECT_FALSE(player.isPlaying());
    EXPECT_EQ(button("Play").toolTip(), "Play (Space)");
}

TEST_F(TransportTest, PlayingMovesTheHandleByTheClockAndSkipsRows) {
    QSignalSpy rows(&player, &Player::rowChanged);
    player.play(true);
    player.advance(0.5);
    EXPECT_NEAR(player.row(), 30, 1);
    EXPECT_EQ(rows.size(), 1) << "one picture, however many rows went by";
    EXPECT_EQ(part<Scrubber>().value(), player.row());
}

TEST_F(TransportTest, ScrubberFollowsTheMouse) {
    auto& scrubber = part<Scrubber>();
    const auto at = [&](double share) { return QPoint(qRound(18 + share * (scrubber.width() - 36)), 15); };
    QTest::mousePress(&scrubber, Qt::LeftButton, {}, at(0.25));
    EXPECT_NEAR(player.row(), 50, 1);
    QMouseEvent drag(QEvent::MouseMove, at(0.75), scrubber.mapToGlobal(at(0.75)), Qt::NoButton, Qt::LeftButton,
                     {});
    QApplication::sendEvent(&scrubber, &drag);
    EXPECT_NEAR(player.row(), 150, 1);
    QTest::mouseRelease(&scrubber, Qt::LeftButton, {}, at(5));
    QTest::mouseClick(&scrubber, Qt::LeftButton, {}, QPoint(scrubber.width() - 1, 15));
    EXPECT_EQ(player.row(), 200);
}

TEST_F(TransportTest, ScrubberListensToKeys) {
    auto& scrubber = part<Scrubber>();
    scrubber.setFocus();
    QTest::keyClick(&scrubber, Qt::Key_Right);
    QTest::keyClick(&scrubber, Qt::Key_Right, Qt::ShiftModifier);
    EXPECT_EQ(player.row(), 11);
    QTest::keyClick(&scrubber, Qt::Key_Left);
    EXPECT_EQ(player.row(), 10);
    QTest::keyClick(&scrubber, Qt::Key_PageUp);
    EXPECT_EQ(player.row(), 30);
    QTest::keyClick(&scrubber, Qt::Key_End);
    EXPECT_EQ(player.row(), 200);
    QTest::keyClick(&scrubber, Qt::Key_Home);
    EXPECT_EQ(player.row(), 0);
}

TEST_F(TransportTest, FollowingThePlayerDoesNotSeek) {
    player.play(true);
    player.advance(0.025);  // 1.5 rows: the half must not get lost
    player.advance(0.025);
    EXPECT_EQ(player.row(), 3);
}

TEST_F(TransportTest, ShowsWhereItIs) {
    player.seek(180);
    EXPECT_EQ(part<RowReadout>().text(), "k = 180 / 200");
    player.setRows(51);
    EXPECT_EQ(part<RowReadout>().text(), "k = 50 / 50");
    EXPECT_EQ(part<Scrubber>().maximum(), 50);
}

TEST_F(TransportTest, SetsSpeedAndLoop) {
    auto& speed = part<Segmented>();
    QTest::keyClick(&speed, Qt::Key_End);
    EXPECT_EQ(player.speed(), 4);
    player.setSpeed(0.5);
    EXPECT_EQ(speed.current(), 0);
    click("Start over");
    EXPECT_TRUE(player.loops());
    player.setLoop(false);
    EXPECT_FALSE(button("Start over").isChecked());
}

TEST_F(TransportTest, KeysWorkAnywhereInTheWindow) {
    press(Qt::Key_End);
    EXPECT_EQ(player.row(), 200);
    press(Qt::Key_Left);
    press(Qt::Key_Left, Qt::ShiftModifier);
    EXPECT_EQ(player.row(), 189);
    press(Qt::Key_Home);
    press(Qt::Key_Right);
    EXPECT_EQ(player.row(), 1);
    press(Qt::Key_Space);
    EXPECT_TRUE(player.isPlaying());
    press(Qt::Key_Space);
    EXPECT_FALSE(player.isPlaying());
}

TEST_F(TransportTest, KeysBelongToTheEditorThatHasTheFocus) {
    player.seek(100);
    line.setText("ab");
    line.setFocus();
    press(Qt::Key_Home);
    press(Qt::Key_Right);
    press(Qt::Key_Space);
    EXPECT_EQ(line.text(), "a b");
    editor.setFocus();
    press(Qt::Key_Space);
    press(Qt::Key_Home);
    press(Qt::Key_End);
    EXPECT_EQ(editor.toPlainText(), " ");
    number.setFocus();
    press(Qt::Key_End);
    press(Qt::Key_Left);
    press(Qt::Key_Backspace);
    EXPECT_EQ(number.value(), 35);
    EXPECT_EQ(player.row(), 100);
    EXPECT_FALSE(player.isPlaying());
}

TEST_F(TransportTest, NamesItsShortcutsAndItself) {
    for (const auto& [tip, key] :
         {std::pair("First", "Home"), {"Back", "←"}, {"Play", "Space"}, {"Forward", "→"}, {"Last", "End"}}) {
        EXPECT_TRUE(button(tip).toolTip().contains(key)) << tip;
        EXPECT_FALSE(button(tip).accessibleName().isEmpty()) << tip;
    }
    EXPECT_FALSE(part<Scrubber>().accessibleName().isEmpty());
}

}  // namespace
}  // namespace bilevel::ui
