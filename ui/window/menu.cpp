#include "ui/window/menu.h"

#include "ui/window/help.h"
#include "ui/window/main_window.h"

#include <QAction>
#include <QMenu>

namespace bilevel::ui {
namespace {

/// An item of the menu that is the window's too, so that its keys work.
void add(MainWindow& window, QMenu& menu, QAction* item, const QKeySequence& keys) {
    item->setShortcut(keys);
    menu.addAction(item);
    window.addAction(item);
}

template <class Action>
void add(MainWindow& window, QMenu& menu, const QString& text, const QKeySequence& keys, Action action) {
    auto* item = new QAction(text, &window);
    QObject::connect(item, &QAction::triggered, &window, action);
    add(window, menu, item, keys);
}

void addStudies(MainWindow& window, QMenu& menu) {
    add(window, menu, QObject::tr("Open study…"), QKeySequence::Open, [&] { window.openAsked(); });
    add(window, menu, QObject::tr("Save study…"), QKeySequence::Save, [&] { window.save(); });
    add(window, menu, QObject::tr("Export…"), Qt::CTRL | Qt::Key_E, [&] { window.exportPicture(); });
}

void addUndo(MainWindow& window, QMenu& menu) {
    QUndoStack& steps = window.document().undoStack();
    add(window, menu, steps.createUndoAction(&window), QKeySequence::Undo);
    add(window, menu, steps.createRedoAction(&window), QKeySequence::Redo);
}

void addLooks(MainWindow& window, QMenu& menu) {
    add(window, menu, QObject::tr("Reset the planes’ view"), Qt::Key_R, [&] { window.camera().reset(); });
    add(window, menu, QObject::tr("Dark or light"), Qt::CTRL | Qt::Key_D,
        [&] { window.setDark(!window.theme().dark); });
    add(window, menu, QObject::tr("Follow the system’s look"), {}, [&] { window.followSystem(); });
    add(window, menu, QObject::tr("Larger, for a projector"), Qt::CTRL | Qt::Key_P,
        [&] { window.setProjector(!window.isProjector()); });
}

void addHelp(MainWindow& window, QMenu& menu) {
    add(window, menu, QObject::tr("Keys and formulas"), QKeySequence::HelpContents, [&] { showHelp(&window); });
    add(window, menu, QObject::tr("About Bilevelscope"), {}, [&] { showAbout(&window); });
    add(window, menu, QObject::tr("Quit"), QKeySequence::Quit, [&] { window.close(); });
}

}  // namespace

void fillMenu(MainWindow& window, QMenu& menu) {
    addStudies(window, menu);
    menu.addSeparator();
    addUndo(window, menu);
    menu.addSeparator();
    addLooks(window, menu);
    menu.addSeparator();
    addHelp(window, menu);
}

}  // namespace bilevel::ui
