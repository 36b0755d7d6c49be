#include "ui/plane/ramp_legend.h"

#include <QFontMetricsF>
#include <QPainter>

#include <cmath>

namespace bilevel::ui {
namespace {

constexpr double textSize = 12, barWidth = 92, barHeight = 8, gap = 9;
constexpr int gradientStops = 8;

QString low() { return RampLegend::tr("low"); }
QString high() { return RampLegend::tr("high"); }

}  // namespace

double rampLegendWidth(const Theme& theme) {
    const QFontMetricsF metrics(theme.text(textSize));
    return metrics.horizontalAdvance(low()) + metrics.horizontalAdvance(high()) + theme.pxf(barWidth + 2 * gap);
}

void paintRampLegend(QPainter& painter, const QRectF& place, const Theme& theme, bool upper) {
    const QFont font = theme.text(textSize);
    const double lowWidth = QFontMetricsF(font).horizontalAdvance(low());
    painter.setFont(font);
    painter.setPen(theme.ink2);
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, low());
    painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter, high());

    const QRectF bar(place.left() + lowWidth + theme.pxf(gap), place.center().y() - theme.pxf(barHeight) / 2,
                     theme.pxf(barWidth), theme.pxf(barHeight));
    QLinearGradient ramp(bar.topLeft(), bar.topRight());
    for (int k = 0; k <= gradientStops; ++k) {
        const double q = static_cast<double>(k) / gradientStops;
        ramp.setColorAt(q, QColor(theme.ground(upper, q)));
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.border, 1));
    painter.setBrush(ramp);
    painter.drawRoundedRect(bar, bar.height() / 2, bar.height() / 2);
}

RampLegend::RampLegend(const Theme& theme, bool upper, QWidget* parent)
    : QWidget(parent), theme_(theme), upper_(upper) {
    setToolTip(tr("Colour by rank: equal areas for every shade, whatever the scale of the values"));
    setAccessibleName(toolTip());
}

QSize RampLegend::sizeHint() const {
    return {static_cast<int>(std::ceil(rampLegendWidth(theme_))) + 1, theme_.px(20)};
}

void RampLegend::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    paintRampLegend(painter, QRectF(rect()), theme_, upper_);
}

}  // namespace bilevel::ui
