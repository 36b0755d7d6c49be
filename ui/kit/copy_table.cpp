#include "ui/kit/copy_table.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

namespace bilevel::ui {

void copyTable(const std::string& csv) {
    auto* const table = new QMimeData;  // the clipboard takes it over
    table->setText(QString::fromStdString(csv));
    table->setData("text/csv", QByteArray::fromStdString(csv));
    QGuiApplication::clipboard()->setMimeData(table);
}

}  // namespace bilevel::ui
