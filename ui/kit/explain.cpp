#include "ui/kit/explain.h"

namespace bilevel::ui {

void fill(QMessageBox& box, const QString& text, const QString& more) {
    box.setWindowTitle(text);
    box.setTextFormat(Qt::PlainText);
    box.setText(text);
    box.setInformativeText(more);
}

void explain(QWidget* window, const QString& title, const Error& error) {
    QString why = QString::fromStdString(error.message);
    if (!error.path.empty() && !why.contains(QString::fromStdString(error.path)))
        why = QString::fromStdString(error.path) + ": " + why;
    QMessageBox box(QMessageBox::Warning, {}, {}, QMessageBox::Ok, window);
    fill(box, title, why);
    box.exec();
}

}  // namespace bilevel::ui
