#include "ui/kit/copy_table.h"
#include "ui/trace/chart_numbers.h"
#include "ui/trace/trace_chart.h"

#include <QContextMenuEvent>

#include <limits>

namespace bilevel::ui {

void TraceChart::copyNumbers(bool all) const {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    copyTable(chartNumbers(content_, all ? 0 : range_.first(), all ? infinity : range_.last()));
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
