#include "ui/trace/chart_numbers.h"
#include "ui/trace/trace_chart.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QMimeData>

#include <limits>

namespace bilevel::ui {

void TraceChart::copyNumbers(bool all) const {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    const std::string csv = chartNumbers(content_, all ? 0 : range_.first(), all ? infinity : range_.last());
    auto* const table = new QMimeData;  // the clipboard takes it over
    table->setText(QString::fromStdString(csv));
    table->setData("text/csv", QByteArray::fromStdString(csv));
    QApplication::clipboard()->setMimeData(table);
}

std::unique_ptr<QMenu> TraceChart::makeMenu() {
    auto menu = std::make_unique<QMenu>(this);
    const auto offer = [&](const QString& text, auto action) { menu->addAction(text, this, action); };
    if (range_.isZoomed()) {
        offer(tr("Copy the numbers shown"), [this] { copyNumbers(false); });
        offer(tr("Copy all numbers"), [this] { copyNumbers(true); });
        menu->addSeparator();
        offer(tr("Export the trace, part shown…"), [this] { Q_EMIT traceWanted(false); });
        offer(tr("Export the whole trace…"), [this] { Q_EMIT traceWanted(true); });
    } else {
        offer(tr("Copy numbers"), [this] { copyNumbers(true); });
        menu->addSeparator();
        offer(tr("Export the trace…"), [this] { Q_EMIT traceWanted(true); });
    }
    return menu;
}

void TraceChart::contextMenuEvent(QContextMenuEvent* event) {
    QMenu* const menu = makeMenu().release();
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->popup(event->globalPos());
}

}  // namespace bilevel::ui
