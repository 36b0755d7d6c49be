#pragma once

#include <QWidget>

namespace bilevel::ui {

/// The keys, the mouse and the functions on one page.
void showHelp(QWidget* window);
/// Version, licence, and the versions of what it is built on, ready to copy.
void showAbout(QWidget* window);

}  // namespace bilevel::ui
