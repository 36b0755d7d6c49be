#include "ui/kit/explain.h"

namespace bilevel::ui {

void fill(QMessageBox& box, const QString& text, const QString& more) {
    box.setWindowTitle(text);
    box.setTextFormat(Qt::PlainText);
    box.setText(text);
    box.setInformativeText(more);
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
