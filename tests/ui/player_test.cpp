#include "ui/document/player.h"

#include <gtest/gtest.h>
#include <QSignalSpy>

namespace bilevel::ui {
namespace {

TEST(Player, SkipsRowsInsteadOfLagging) {
    Player player;
    player.setRows(100);
    player.play(true);
    player.advance(0.001);
    EXPECT_EQ(player.row(), 0);
    player.advance(0.5);  // one slow frame, half a second late
    EXPECT_EQ(player.row(), 30);
    player.setSpeed(2);
    player.advance(0.25);
    EXPECT_EQ(player.row(), 60);
}

TEST(Player, KeepsTheRowWhenTrajectoriesChange) {
    Player player;
    player.setRows(801);
    player.seek(180);
    player.setRows(801);
    EXPECT_EQ(player.row(), 180);
    player.setRows(101);
    EXPECT_EQ(player.row(), 100);
}

TEST(Player, StopsAtTheEndAndStartsAgainFromTheFirstRow) {
    Player player;
    player.setRows(10);
    player.play(true);
    player.advance(5);
    EXPECT_EQ(player.row(), 9);
    EXPECT_FALSE(player.isPlaying());
    player.play(true);
    EXPECT_EQ(player.row(), 0);
}

TEST(Player, LoopsWhenAsked) {
    Player player;
    player.setRows(61);
    player.setLoop(true);
    player.play(true);
    player.advance(1.5);
    EXPECT_TRUE(player.isPlaying());
    EXPECT_EQ(player.row(), 30);
}

TEST(Player, SaysOnlyWhatChanged) {
    Player player;
    player.setRows(10);
    const QSignalSpy moved(&player, &Player::rowChanged);
    player.seek(4);
    player.seek(4);
    player.seek(99);
    EXPECT_EQ(moved.count(), 2);
    EXPECT_EQ(player.row(), 9);
}

}  // namespace
}  // namespace bilevel::ui
