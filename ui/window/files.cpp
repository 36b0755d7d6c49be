#include "ui/window/files.h"

#include "core/io/large_file.h"
#include "core/io/study_carrier.h"
#include "ui/kit/ask_where.h"
#include "ui/kit/explain.h"

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QPushButton>

namespace bilevel::ui {
namespace {

const QStringList endings{".bilevel.json", ".json"};

QString filter() { return QObject::tr("Studies (*.bilevel.json);;All files (*)"); }

}  // namespace

Result<StudyFromFile> readStudyFile(const QString& path) {
    const Result<std::string> contents = readLargeFile(QFile::encodeName(path).toStdString(), maximumCarrierSize);
    if (!contents) return contents.error();
    Result<Study> study = readAnyStudy(*contents);
    if (!study) return Error{"‘" + path.toStdString() + "’: " + study.error().message};
    const bool writable = carrierOf(*contents) == Carrier::file;
    return StudyFromFile{*std::move(study), writable ? QFileInfo(path).absoluteFilePath() : QString()};
}

QString askForStudy(QWidget* window, const QString& folder) {
    return QFileDialog::getOpenFileName(window, QObject::tr("Open a study"), folder, filter());
}

QString askWhereToSave(QWidget* window, const QString& suggestion) {
    return askWhereToWrite(window, QObject::tr("Save the study"), suggestion, filter(), endings);
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

bool askToLeaveOut(QWidget* window, const QString& name, const QString& formula) {
    QMessageBox box(QMessageBox::Warning, {}, {}, QMessageBox::Cancel, window);
    fill(box, QObject::tr("%1: “%2” is not a formula yet").arg(name, formula),
         QObject::tr("It is not part of the study, which has the last formula that was right."));
    box.button(QMessageBox::Cancel)->setText(QObject::tr("&Go back to it"));
    const QAbstractButton* leave = box.addButton(QObject::tr("&Leave it out"), QMessageBox::DestructiveRole);
    box.setDefaultButton(QMessageBox::Cancel);  // Enter loses nothing
    box.exec();
    return box.clickedButton() == leave;
}

bool askToReplace(QWidget* window, const QString& fileName) {
    QMessageBox box(QMessageBox::Warning, {}, {}, QMessageBox::Cancel, window);
    fill(box, QObject::tr("“%1” has been changed by somebody else").arg(fileName),
         QObject::tr("It is not as it was when you opened or saved it. Saving replaces what is in it now."));
    const QAbstractButton* replace = box.addButton(QObject::tr("&Replace"), QMessageBox::DestructiveRole);
    box.setDefaultButton(QMessageBox::Cancel);  // Enter loses nothing
    box.exec();
    return box.clickedButton() == replace;
}

}  // namespace bilevel::ui
