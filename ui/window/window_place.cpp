#include "ui/window/window_place.h"

#include <QSettings>

namespace bilevel::ui {
namespace {

constexpr auto key = "window/place";

}  // namespace

void WindowPlace::remember(const QMainWindow& window) const {
    if (!settings_.isEmpty()) QSettings(settings_, QSettings::IniFormat).setValue(key, window.saveGeometry());
}

void WindowPlace::restore(QMainWindow& window) const {
    if (settings_.isEmpty()) return;
    // Qt moves what lies outside of all screens back onto one, and refuses what it did not write itself.
    window.restoreGeometry(QSettings(settings_, QSettings::IniFormat).value(key).toByteArray());
}

}  // namespace bilevel::ui
