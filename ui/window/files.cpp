#include "ui/window/files.h"

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

std::optional<Study> openStudy(QWidget* window, const QString& path) {
    const Result<std::string> text = readFile(path.toStdString());
    if (!text) {
        explain(window, QObject::tr("The file could not be read"), text.error());
        return {};
    }
    Result<Study> study = readStudy(*text);
    if (!study) {
        explain(window, QObject::tr("This is not a study that can be opened"), study.error());
        return {};
    }
    return *std::move(study);
}

std::optional<Study> askForStudy(QWidget* window) {
    const QString path = QFileDialog::getOpenFileName(window, QObject::tr("Open a study"), {}, filter());
    if (path.isEmpty()) return {};
    return openStudy(window, path);
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
