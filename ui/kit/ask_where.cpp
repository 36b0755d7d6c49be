#include "ui/kit/ask_where.h"

#include <QFileDialog>
#include <QFileInfo>

#include <algorithm>

namespace bilevel::ui {

QString askWhereToWrite(QWidget* window, const QString& title, const QString& suggestion, const QString& filter,
                        const QStringList& endings) {
    const auto isRight = [&](const QString& path) {
        return endings.isEmpty() || std::ranges::any_of(endings, [&](const QString& ending) {
                   return path.endsWith(ending, Qt::CaseInsensitive);
               });
    };
    QString next = suggestion;
    while (true) {
        QFileDialog dialog(window, title, QFileInfo(next).path(), filter);
        dialog.setAcceptMode(QFileDialog::AcceptSave);
        dialog.setFileMode(QFileDialog::AnyFile);
        // The dialog adds it before it asks about a file that is there, but not to a name with a dot in it.
        if (!endings.isEmpty()) dialog.setDefaultSuffix(endings.front().mid(1));
        dialog.selectFile(next);
        if (dialog.exec() != QDialog::Accepted) return {};
        const QString path = dialog.selectedFiles().value(0);
        if (isRight(path)) return path;
        next = path + endings.front();
        if (!QFileInfo::exists(next)) return next;  // else the dialog asks about it
    }
}

}  // namespace bilevel::ui
