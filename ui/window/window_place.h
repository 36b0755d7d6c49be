#pragma once

#include <QMainWindow>

namespace bilevel::ui {

/// Where on the screen the window was, and how large, when it was closed last.
class WindowPlace {
public:
    /// Remembered in this INI file; nowhere where the path is empty.
    explicit WindowPlace(QString settings) : settings_(std::move(settings)) {}

    void remember(const QMainWindow& window) const;
    /// Leaves a window as it is where nothing is known, or where it would not fit on the screens of today.
    void restore(QMainWindow& window) const;

private:
    QString settings_;
};

}  // namespace bilevel::ui
