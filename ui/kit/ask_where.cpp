#include "ui/kit/ask_where.h"

#include "ui/kit/explain.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QPushButton>

#include <algorithm>

namespace bilevel::ui {

bool askToOverwrite(QWidget* window, const QString& path) {
    QMessageBox box(QMessageBox::Warning, {}, {}, QMessageBox::Cancel, window);
    fill(box, QObject::tr("“%1” is there already").arg(QFileInfo(path).fileName()),
         QObject::tr("Replacing it loses what is in it now."));
    const QAbstractButton* replace = box.addButton(QObject::tr("&Replace"), QMessageBox::DestructiveRole);
    box.setDefaultButton(QMessageBox::Cancel);  // Enter loses nothing
    box.exec();
    return box.clickedButton() == replace;
}

QString askWhereToWrite(QWidget* window, const QString& title, const QString& suggestion, const QString& filter,
                        const QStringList& endings) {
    const auto isRight = [&](const QString& path) {
        return endings.isEmpty() || std::ranges::any_of(endings, [&](const QString& ending) {
                   return path.endsWith(ending, Qt::CaseInsensitive);
               });
    };
    for (QString path = suggestion;;) {
        QFileDialog dialog(window, title, QFileInfo(path).path(), filter);
        dialog.setAcceptMode(QFileDialog::AcceptSave);
        dialog.setFileMode(QFileDialog::AnyFile);
        dialog.setOption(QFileDialog::DontConfirmOverwrite);  // only the whole name can be asked about
        dialog.selectFile(path);
        if (dialog.exec() != QDialog::Accepted) return {};
        path = dialog.selectedFiles().value(0);
        if (!isRight(path)) path += endings.front();
        if (!QFileInfo(path).isFile() || askToOverwrite(window, path)) return path;
    }
}

}  // namespace bilevel::ui
