#include "ui/window/menu.h"

#include "core/io/gallery.h"
#include "ui/document/study_name.h"
#include "ui/overlay/overlay_file.h"
#include "ui/window/help.h"
#include "ui/window/main_window.h"

#include <QAction>
#include <QFileInfo>
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

/// What this platform does not name has the keys that most programs have.
QKeySequence keysFor(QKeySequence::StandardKey key, const QKeySequence& otherwise) {
    return QKeySequence::keyBindings(key).isEmpty() ? otherwise : QKeySequence(key);
}

void addNew(MainWindow& window, QMenu& menu) {
    QMenu* begin = menu.addMenu(QObject::tr("New study"));
    StudyCommands& studies = window.studies();
    add(window, *begin, QObject::tr("Empty"), QKeySequence::New, [&] { studies.startEmpty(); });
    begin->addSeparator();
    for (const GalleryEntry& entry : gallery())
        if (const Result<Study> study = readStudy(entry.text))
            begin->addAction(studyName(*study), &window, [&studies, study = *study] { studies.startFrom(study); });
}

/// Filled when it opens: other windows add to the same list.
void addRecent(MainWindow& window, QMenu& menu) {
    QMenu* recent = menu.addMenu(QObject::tr("Open recent"));
    recent->setToolTipsVisible(true);
    StudyCommands& studies = window.studies();
    QObject::connect(&menu, &QMenu::aboutToShow, recent,
                     [recent, &studies] { recent->setEnabled(!studies.recent().paths().isEmpty()); });
    QObject::connect(recent, &QMenu::aboutToShow, recent, [recent, &studies] {
        recent->clear();
        for (const QString& path : studies.recent().paths()) {
            const QFileInfo file(path);
            QAction* item = recent->addAction(
                QStringLiteral("%1 – %2").arg(file.fileName(), shortPath(file.path())).replace('&', "&&"),
                &studies, [&studies, path] { studies.open(path); });
            item->setToolTip(path);
        }
        recent->addSeparator();
        recent->addAction(QObject::tr("Clear the list"), &studies, [&studies] { studies.recent().clear(); });
    });
}

void addStudies(MainWindow& window, QMenu& menu) {
    StudyCommands& studies = window.studies();
    addNew(window, menu);
    add(window, menu, QObject::tr("Open…"), QKeySequence::Open, [&] { studies.openAsked(); });
    addRecent(window, menu);
    add(window, menu, QObject::tr("Save"), QKeySequence::Save, [&] { studies.save(); });
    add(window, menu, QObject::tr("Save as…"), keysFor(QKeySequence::SaveAs, Qt::CTRL | Qt::SHIFT | Qt::Key_S),
        [&] { studies.saveAs(); });
    add(window, menu, QObject::tr("Rename the problem…"), {}, [&] { studies.rename(); });
    add(window, menu, QObject::tr("Overlay a trace…"), {}, [&] { window.overlay(askForTrace(&window)); });
    add(window, menu, QObject::tr("Export…"), Qt::CTRL | Qt::Key_E, [&] { window.exportPicture(); });
    add(window, menu, QObject::tr("Copy link"), Qt::CTRL | Qt::SHIFT | Qt::Key_C, [&] { window.copyLink(); });
    // Text fields take these keys first.
    add(window, menu, QObject::tr("Paste link"), QKeySequence::Paste, [&] { window.paste(); });
}

void addUndo(MainWindow& window, QMenu& menu) {
    QUndoStack& steps = window.document().undoStack();
    add(window, menu, steps.createUndoAction(&window), QKeySequence::Undo);
    add(window, menu, steps.createRedoAction(&window), QKeySequence::Redo);
}

/// What the planes show now is what they show whenever the study is opened.
void keepView(MainWindow& window) {
    Study next = window.document().study();
    next.problem.view = window.camera().view();
    (void)window.document().edit(QObject::tr("Keep the view"), std::move(next));  // what is shown is a view
}

void addLooks(MainWindow& window, QMenu& menu) {
    add(window, menu, QObject::tr("Reset the planes’ view"), Qt::Key_R, [&] { window.camera().reset(); });
    add(window, menu, QObject::tr("Keep this view in the study"), {}, [&] { keepView(window); });
    add(window, menu, QObject::tr("Dark or light"), Qt::CTRL | Qt::Key_D,
        [&] { window.setDark(!window.theme().dark); });
    add(window, menu, QObject::tr("Follow the system’s look"), {}, [&] { window.followSystem(); });
    add(window, menu, QObject::tr("Larger, for a projector"), Qt::CTRL | Qt::Key_P,
        [&] { window.setProjector(!window.isProjector()); });
}

void addHelp(MainWindow& window, QMenu& menu) {
    add(window, menu, QObject::tr("Keys and formulas"), QKeySequence::HelpContents, [&] { showHelp(&window); });
    add(window, menu, QObject::tr("About Bilevelscope"), {}, [&] { showAbout(&window); });
    add(window, menu, QObject::tr("Quit"), keysFor(QKeySequence::Quit, Qt::CTRL | Qt::Key_Q),
        [&] { window.close(); });
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
