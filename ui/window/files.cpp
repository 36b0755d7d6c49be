#include "ui/window/files.h"

#include "core/io/explain.h"
#include "core/io/large_file.h"
#include "core/io/study_carrier.h"

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

namespace bilevel::ui {
namespace {

constexpr auto ending = "bilevel.json";

QString filter() { return QObject::tr("Studies (*.bilevel.json);;All files (*)"); }

/// What happened, and below it what that means.
void fill(QMessageBox& box, const QString& text, const QString& more) {
    box.setWindowTitle(text);
    box.setTextFormat(Qt::PlainText);
    box.setText(text);
    box.setInformativeText(more);
}

}  // namespace

Result<StudyFromFile> readAnyStudy(const QString& path) {
    const Result<std::string> contents = readLargeFile(QFile::encodeName(path).toStdString(), maximumCarrierSize);
    if (!contents) return contents.error();
    const std::string name = "‘" + path.toStdString() + "’: ";
    const Result<std::string> text = carriedStudy(*contents);
    if (!text) return Error{name + text.error().message};
    Result<Study> study = readStudy(*text);
    if (!study) return Error{name + bilevel::explain(study.error(), *text)};
    const bool writable = carrierOf(*contents) == Carrier::file;
    return StudyFromFile{*std::move(study), writable ? QFileInfo(path).absoluteFilePath() : QString()};
}

QString askForStudy(QWidget* window, const QString& folder) {
    return QFileDialog::getOpenFileName(window, QObject::tr("Open a study"), folder, filter());
}

QString askWhereToSave(QWidget* window, const QString& suggestion) {
    QFileDialog dialog(window, QObject::tr("Save the study"), QFileInfo(suggestion).path(), filter());
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setFileMode(QFileDialog::AnyFile);
    dialog.setDefaultSuffix(ending);  // the dialog adds it before it asks about a file that is there
    dialog.selectFile(suggestion);
    return dialog.exec() == QDialog::Accepted ? dialog.selectedFiles().value(0) : QString();
}

Unsaved askAboutUnsaved(QWidget* window, const QString& name) {
    QMessageBox box(QMessageBox::Warning, {}, {}, QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel,
                    window);
    fill(box, QObject::tr("Save what you changed in “%1”?").arg(name), QObject::tr("What is not saved is lost."));
    box.button(QMessageBox::Discard)->setText(QObject::tr("&Don’t save"));
    box.setDefaultButton(QMessageBox::Save);
    switch (box.exec()) {
        case QMessageBox::Save:
            return Unsaved::save;
        case QMessageBox::Discard:
            return Unsaved::lose;
        default:
            return Unsaved::keep;
    }
}

bool askToReplace(QWidget* window, const QString& fileName) {
    QMessageBox box(QMessageBox::Warning, {}, {}, QMessageBox::Cancel, window);
    fill(box, QObject::tr("“%1” has been changed by somebody else").arg(fileName),
         QObject::tr("It is not as it was when you opened or saved it. Saving replaces what is in it now."));
    const QAbstractButton* replace = box.addButton(QObject::tr("&Replace"), QMessageBox::DestructiveRole);
    box.exec();
    return box.clickedButton() == replace;
}

void explain(QWidget* window, const QString& title, const Error& error) {
    QString text = QString::fromStdString(error.message);
    if (!error.path.empty() && !text.contains(QString::fromStdString(error.path)))
        text = QString::fromStdString(error.path) + ": " + text;
    QMessageBox box(QMessageBox::Warning, {}, {}, QMessageBox::Ok, window);
    fill(box, title, text);
    box.exec();
}

}  // namespace bilevel::ui
