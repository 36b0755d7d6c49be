#include "ui/trace/chart_axes.h"

#include <QGraphicsLayout>
#include <QLegend>

namespace bilevel::ui {
namespace {

void setScale(QCategoryAxis& axis, const AxisScale& scale) {
    for (const QString& label : axis.categoriesLabels()) axis.remove(label);
    axis.setRange(scale.low, scale.high);
    axis.setStartValue(scale.low - 1);  // below every label, or Qt Charts drops the first
    for (const AxisScale::Tick& tick : scale.ticks) axis.append(tick.label, tick.at);
}

}  // namespace

ChartAxes::ChartAxes(QChart& chart)
    : chart_(chart), across_(*new QCategoryAxis(&chart)), up_(*new QCategoryAxis(&chart)) {
    chart.legend()->hide();
    chart.setBackgroundVisible(false);
    chart.setMargins({});
    chart.layout()->setContentsMargins(0, 0, 0, 0);
    chart.setMinimumSize(0, 0);  // else 200 × 200, however small the view
    chart.addAxis(&across_, Qt::AlignBottom);
    chart.addAxis(&up_, Qt::AlignLeft);
    for (QCategoryAxis* const axis : {&across_, &up_}) {
        axis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
        axis->setGridLineVisible(false);  // it would draw lines at both ends of the range, too
    }
    up_.setLineVisible(false);
}

void ChartAxes::setLooks(const Theme& theme) {
    for (QCategoryAxis* const axis : {&across_, &up_}) {
        axis->setLabelsFont(theme.text(11));
        axis->setLabelsColor(theme.ink2);
        axis->setLinePen(QPen(theme.border, 1));
    }
    setting_ = {};  // other fonts need another layout
}

void ChartAxes::set(QSizeF size, const QRectF& plot, double foot, const AxisScale& across, const AxisScale& up) {
    if (setting_ == Setting{size, plot, foot, across, up}) return;
    setting_ = {size, plot, foot, across, up};
    AxisScale longer = up;
    longer.low -= (up.high - up.low) * foot / plot.height();
    setScale(across_, across);
    setScale(up_, longer);
    chart_.setPlotArea(plot.adjusted(0, 0, 0, foot));
    chart_.resize(size);
    // Left alone, the axes would move to the plot area some time later.
    chart_.layout()->invalidate();
    chart_.layout()->activate();
}

}  // namespace bilevel::ui
