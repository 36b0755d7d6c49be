#include "ui/trace/chart_grid.h"

#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace bilevel::ui {

ChartGrid::ChartGrid(Player& player, AxisRange& range, const Theme& theme, QWidget* parent)
    : QScrollArea(parent), player_(player), range_(range), theme_(theme) {
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* const body = new QWidget;
    body->setObjectName("sideBody");  // transparent, see the style sheet
    setWidget(body);
}

void ChartGrid::show(const std::vector<ChartPlan>& plans, const std::vector<RunView>& runs, int selected,
                     const Clock& clock) {
    const auto same = [](const TraceChart* chart, const ChartPlan& plan) { return chart->content().plan == plan; };
    if (!std::ranges::equal(charts_, plans, same)) {
        qDeleteAll(charts_);
        charts_.clear();
        for (const ChartPlan& plan : plans)
            charts_.push_back(new TraceChart(plan, player_, range_, theme_, widget()));
        for (TraceChart* const chart : charts_) {
            connect(chart, &TraceChart::traceWanted, this, &ChartGrid::traceWanted);
            chart->show();
        }
        arrange();
    }
    for (TraceChart* const chart : charts_)
        chart->setContent(fillChart(chart->content().plan, runs, selected, clock));
    viewport()->update();
}

void ChartGrid::setDetail(Detail detail) {
    for (TraceChart* const chart : charts_) chart->setDetail(detail);
}

void ChartGrid::arrange() {
    const int count = static_cast<int>(charts_.size()), gap = theme_.px(18);
    if (count == 0) return widget()->resize(viewport()->size());

    const int fitting = std::clamp((width() + gap) / (theme_.px(190) + gap), 1, 4);
    const bool twoRows = count > fitting && height() >= 2 * theme_.px(150) + theme_.px(10);
    const int rows = twoRows ? 2 : 1, inRow = (count + rows - 1) / rows;
    const int shown = std::min(fitting, inRow);
    const bool scrolls = inRow > shown;
    const int cell = (width() - (shown - 1) * gap) / shown;
    const int bar = scrolls ? horizontalScrollBar()->sizeHint().height() : 0;
    const int tall = std::max(1, (height() - bar - (rows - 1) * theme_.px(10)) / rows);

    widget()->resize(scrolls ? inRow * (cell + gap) - gap : width(), height() - bar);
    for (int i = 0; i < count; ++i) {
        const QPoint corner(i % inRow * (cell + gap), i / inRow * (tall + theme_.px(10)));
        charts_[static_cast<std::size_t>(i)]->setGeometry(QRect(corner, QSize(cell, tall)));
    }
}

void ChartGrid::resizeEvent(QResizeEvent* event) {
    QScrollArea::resizeEvent(event);
    arrange();
}

void ChartGrid::changeEvent(QEvent* event) {
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::StyleChange) arrange();
}

void ChartGrid::paintEvent(QPaintEvent* event) {
    QScrollArea::paintEvent(event);
    if (!charts_.empty()) return;
    QPainter painter(viewport());
    painter.setPen(theme_.ink3);
    painter.setFont(theme_.text(12.5));
    painter.drawText(viewport()->rect(), Qt::AlignCenter, tr("No visible run records anything of this kind."));
}

}  // namespace bilevel::ui
