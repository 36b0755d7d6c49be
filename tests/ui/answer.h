#pragma once

#include <gtest/gtest.h>
#include <QApplication>
#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QTimer>

#include <functional>

namespace bilevel::ui {

/// Lets `attempt` deal with the dialog that is about to open. It returns false for one that is not meant; then
/// the next is waited for.
inline void whenAsked(const std::function<bool(QWidget& dialog)>& attempt, int patience = 500) {
    QTimer::singleShot(10, qApp, [attempt, patience] {
        QWidget* dialog = QApplication::activeModalWidget();
        if (dialog && attempt(*dialog)) return;
        if (patience > 0) return whenAsked(attempt, patience - 1);
        ADD_FAILURE() << "nobody asks";
        if (dialog) dialog->close();
    });
}

/// Presses a button, by its text, of the question that is about to be asked, and keeps what it said.
inline void answer(const QString& button, QString* said = nullptr) {
    whenAsked([button, said](QWidget& dialog) {
        if (qobject_cast<QFileDialog*>(&dialog)) return false;
        if (const auto* box = qobject_cast<QMessageBox*>(&dialog); box && said)
            *said = box->text() + '\n' + box->informativeText();
        for (QPushButton* each : dialog.findChildren<QPushButton*>())
            if (each->text().remove('&') == button) return each->click(), true;
        return false;
    });
}

/// Names a file in the dialog that is about to ask for one.
inline void chooseFile(const QString& path) {
    whenAsked([path](QWidget& widget) {
        auto* dialog = qobject_cast<QFileDialog*>(&widget);
        if (!dialog) return false;
        dialog->selectFile(path);
        QMetaObject::invokeMethod(dialog, "accept", Qt::QueuedConnection);
        return true;
    });
}

}  // namespace bilevel::ui
