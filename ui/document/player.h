#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace bilevel::ui {

/// Which row is looked at, and how it moves with time. Slow painting skips rows instead of lagging; new
/// trajectories keep the row if it still exists, so that a slider bends the path under a fixed cursor.
class Player : public QObject {
    Q_OBJECT
public:
    explicit Player(QObject* parent = nullptr);

    int row() const { return static_cast<int>(position_); }
    int rows() const { return rows_; }
    bool isPlaying() const { return timer_.isActive(); }
    bool loops() const { return loop_; }
    double speed() const { return speed_; }

    void setRows(int rows);  ///< at least 1
    void seek(int row);
    void step(int rows) { seek(row() + rows); }
    void play(bool on);  ///< from the first row again when it stands on the last
    void setLoop(bool on);
    void setSpeed(double factor);  ///< 1: sixty rows a second
    void advance(double seconds);  ///< what the timer calls

Q_SIGNALS:
    void rowChanged(int row);
    void rowsChanged(int rows);
    void playingChanged(bool on);
    void settingsChanged();  ///< loop or speed

private:
    void moveTo(double position);

    double position_ = 0, speed_ = 1;
    int rows_ = 1;
    bool loop_ = false;
    QTimer timer_;
    QElapsedTimer clock_;
};

}  // namespace bilevel::ui
