#pragma once

class QMenu;

namespace bilevel::ui {

class MainWindow;

/// Everything that the window can be told to do, with its keys, which work while the menu is closed.
void fillMenu(MainWindow& window, QMenu& menu);

}  // namespace bilevel::ui
