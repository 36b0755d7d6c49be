#include "ui/window/files.h"

#include "core/io/explain.h"

#include <QFileDialog>
#include <QMessageBox>

namespace bilevel::ui {
namespace {

QString filter() { return QObject::tr("Studies (*.bilevel.json);;All files (*)"); }

}  // namespace

void explain(QWidget* window, const QString& title, const Error& error) {
    QString text = QString::fromStdString(error.message);
    if (!error.path.empty() && !text.contains(QString::fromStdString(error.path)))
        text = QString::fromStdString(error.path) + ": " + text;
    QMessageBox box(QMessageBox::Warning, title, title, QMessageBox::Ok, window);
    box.setTextFormat(Qt::PlainText);
    box.setInformativeText(text);
    box.exec();
}

Result<StudyFromFile> readAnyStudy(const QString& path) {
    const Result<std::string> text = readFile(path.toStdString());
    if (!text) return text.error();
    Result<Study> study = readStudy(*text);
    if (!study) return Error{"‘" + path.toStdString() + "’: " + bilevel::explain(study.error(), *text)};
    return StudyFromFile{*std::move(study), path};
}

QString askForStudy(QWidget* window) {
    return QFileDialog::getOpenFileName(window, QObject::tr("Open a study"), {}, filter());
}

bool saveStudy(QWidget* window, const Study& study) {
    QString path = QFileDialog::getSaveFileName(window, QObject::tr("Save the study"), {}, filter());
    if (path.isEmpty()) return false;
    if (!path.endsWith(".json")) path += ".bilevel.json";
    const Result<bool> written = writeFile(path.toStdString(), writeStudy(study));
    if (!written) explain(window, QObject::tr("The study could not be saved"), written.error());
    return static_cast<bool>(written);
}

}  // namespace bilevel::ui
