#pragma once

#include <QObject>

namespace bilevel::ui {

/// Which iterations the charts show: one range for all of them.
class IterationRange : public QObject {
    Q_OBJECT
public:
    explicit IterationRange(QObject* parent = nullptr) : QObject(parent) {}

    double first() const { return first_; }
    double last() const { return last_; }
    double span() const { return last_ - first_; }
    bool isZoomed() const { return first_ > 0 || last_ < full(); }

    /// Of the longest trajectory. A zoom stays where it is, as far as its rows still exist.
    void setRows(int rows);
    /// In either order; at least a few iterations wide, and inside what there is.
    void zoomTo(double from, double to);
    /// Makes the range `factor` times as wide; `centre` stays where it is on the screen.
    void zoomAt(double centre, double factor);
    void pan(double iterations);
    void reset();

Q_SIGNALS:
    void changed();

private:
    double full() const { return rows_ > 1 ? rows_ - 1 : 1; }
    void set(double first, double last);

    int rows_ = 1;
    double first_ = 0, last_ = 1;
};

}  // namespace bilevel::ui
