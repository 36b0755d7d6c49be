#include "ui/window/study_commands.h"

#include "ui/document/study_name.h"
#include "ui/formula/formula_edit.h"
#include "ui/kit/disclosure.h"
#include "ui/kit/explain.h"
#include "ui/window/left_work.h"

#include <QDir>
#include <QFileInfo>
#include <QInputDialog>
#include <QStandardPaths>

#include <utility>

namespace bilevel::ui {
namespace {

/// Two levels that pull at each other, so that there is something to see from the first moment.
Study emptyStudy() {
    Study study;
    study.problem.upper = "(x - 1)^2 + y^2";
    study.problem.lower = "(y - x)^2";
    study.problem.start = {{"x", -1}, {"y", 1}};
    study.problem.view = View{"x", "y", {-2, 2}, {-2, 2}};
    study.runs.resize(1);
    return study;
}

}  // namespace

StudyCommands::StudyCommands(Document& document, const Home& home, QWidget* window)
    : QObject(window),
      document_(document),
      window_(window),
      drafts_(home.drafts),
      file_(document),
      recent_(home.settings),
      autosave_(document, file_, home.drafts) {
    connect(&autosave_, &Autosave::failed, this, [this](const QString& reason) {
        explain(window_, tr("A crash would now lose what is not saved"), Error{reason.toStdString()});
    });
}

void StudyCommands::startEmpty() { startFrom(emptyStudy()); }

void StudyCommands::startFrom(Study study) { open(StudyFromFile{std::move(study), {}}); }

void StudyCommands::openAsked() {
    if (const QString path = askForStudy(window_, folder()); !path.isEmpty()) open(path);
}

bool StudyCommands::open(const QString& path) {
    if (refuseMissing(path)) return false;
    Result<StudyFromFile> found = readStudyFile(path);
    if (found) return open(*std::move(found));
    explain(window_, tr("This is not a study that can be opened"), found.error());
    return false;
}

bool StudyCommands::openOneOf(const QStringList& paths) {
    for (const QString& path : paths)
        if (Result<StudyFromFile> found = readStudyFile(path)) return open(*std::move(found));
    open(paths.front());
    return true;
}

bool StudyCommands::open(StudyFromFile found) {
    if (!mayLeave()) return false;
    const Result<bool> opened = file_.open(std::move(found.study), found.path);
    if (!opened) explain(window_, tr("This study cannot be opened"), opened.error());
    if (opened && !found.path.isEmpty()) recent_.add(found.path);
    return static_cast<bool>(opened);
}

/// A file of the list that is gone is said so, and is no longer in the list.
bool StudyCommands::refuseMissing(const QString& path) {
    if (QFileInfo::exists(path) || !recent_.paths().contains(path)) return false;
    recent_.remove(path);
    explain(window_, tr("“%1” is no longer there").arg(QFileInfo(path).fileName()),
            Error{tr("It was moved, renamed or deleted since it was last in %1. It has been taken off the list.")
                      .arg(shortPath(QFileInfo(path).path()))
                      .toStdString()});
    return true;
}

bool StudyCommands::save() { return finishTyping() && keep(); }

bool StudyCommands::saveAs() { return finishTyping() && keepElsewhere(); }

bool StudyCommands::keep() {
    if (file_.path().isEmpty()) return keepElsewhere();
    if (file_.isOvertaken() && !askToReplace(window_, file_.fileName())) return false;
    return write(file_.path());
}

bool StudyCommands::keepElsewhere() {
    const QString suggestion = file_.path().isEmpty()
                                   ? QDir(folder()).filePath(fileNameFor(document_.study()) + ".bilevel.json")
                                   : file_.path();
    const QString path = askWhereToSave(window_, suggestion);
    return !path.isEmpty() && write(path);
}

bool StudyCommands::write(const QString& path) {
    const Result<bool> written = file_.save(path);
    if (written)
        recent_.add(file_.path());
    else
        explain(window_, tr("The study could not be saved"), written.error());
    return static_cast<bool>(written);
}

void StudyCommands::rename() {
    bool given = false;
    const QString name =
        QInputDialog::getText(window_, tr("Rename the problem"), tr("What is the problem called?"),
                              QLineEdit::Normal, QString::fromStdString(document_.study().problem.name), &given);
    if (!given) return;
    Study next = document_.study();
    next.problem.name = name.simplified().toStdString();
    (void)document_.edit(tr("Rename the problem"), std::move(next));  // a name cannot make a study wrong
}

bool StudyCommands::mayLeave() {
    if (!finishTyping()) return false;
    if (!file_.isModified()) return true;
    const QString name = file_.path().isEmpty() ? studyName(document_.study()) : file_.fileName();
    const Unsaved choice = askAboutUnsaved(window_, name);
    return choice == Unsaved::lose || (choice == Unsaved::save && keep());
}

void StudyCommands::offerLeftWork() {
    if (drafts_.isEmpty()) return;
    std::optional<LeftWork> chosen = bilevel::ui::offerLeftWork(window_, drafts_);
    if (!chosen || !mayLeave()) return;
    if (!file_.restore(std::move(chosen->study), chosen->path)) return;  // it compiled when it was offered
    autosave_.keepNow();                                                 // before the other copy goes
    chosen->draft.discard();
}

/// Where the user's studies are.
QString StudyCommands::folder() const {
    const QString known = file_.path().isEmpty() ? recent_.paths().value(0) : file_.path();
    if (!known.isEmpty() && QFileInfo(known).dir().exists()) return QFileInfo(known).path();
    return QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
}

/// What stands in a field and has not been taken over yet belongs to the study.
bool StudyCommands::finishTyping() {
    if (QWidget* field = window_->focusWidget(); field && field->hasFocus()) {
        field->clearFocus();
        field->setFocus();
    }
    for (FormulaEdit* edit : window_->findChildren<FormulaEdit*>()) {
        if (edit->isWrong()) edit->checkAgain();
        if (!edit->isWrong()) continue;
        for (QWidget* around = edit; around; around = around->parentWidget())
            if (auto* fold = qobject_cast<Disclosure*>(around)) fold->setOpen(true);
        edit->line().setFocus();
        if (!askToLeaveOut(window_, edit->line().accessibleName(), edit->text())) return false;
    }
    return true;
}

}  // namespace bilevel::ui
