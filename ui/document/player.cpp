#include "ui/document/player.h"

#include <algorithm>
#include <cmath>

namespace bilevel::ui {
namespace {

constexpr int frameMilliseconds = 16;
constexpr double rowsPerSecond = 60;  // at speed 1

}  // namespace

Player::Player(QObject* parent) : QObject(parent) {
    timer_.setInterval(frameMilliseconds);
    timer_.setTimerType(Qt::PreciseTimer);
    connect(&timer_, &QTimer::timeout, this, [this] { advance(static_cast<double>(clock_.restart()) / 1000); });
}

void Player::setRows(int rows) {
    rows = std::max(1, rows);
    if (rows != rows_) {
        rows_ = rows;
        Q_EMIT rowsChanged(rows_);
    }
    moveTo(std::min(position_, static_cast<double>(rows_ - 1)));
}

void Player::seek(int row) { moveTo(std::clamp(row, 0, rows_ - 1)); }

void Player::play(bool on) {
    if (on == isPlaying() || (on && rows_ < 2)) return;
    if (on) {
        if (row() == rows_ - 1) seek(0);
        clock_.start();
        timer_.start();
    } else {
        timer_.stop();
    }
    Q_EMIT playingChanged(on);
}

void Player::setLoop(bool on) {
    loop_ = on;
    Q_EMIT settingsChanged();
}

void Player::setSpeed(double factor) {
    speed_ = factor;
    Q_EMIT settingsChanged();
}

void Player::advance(double seconds) {
    const double last = rows_ - 1, next = position_ + seconds * rowsPerSecond * speed_;
    if (next < last) return moveTo(next);
    if (loop_) return moveTo(std::fmod(next - last, std::max(1.0, last)));
    moveTo(last);
    play(false);
}

void Player::moveTo(double position) {
    const int before = row();
    position_ = position;
    if (row() != before) Q_EMIT rowChanged(row());
}

}  // namespace bilevel::ui
