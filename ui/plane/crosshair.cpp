#include "ui/plane/crosshair.h"

#include <QFontMetricsF>

#include <algorithm>

namespace bilevel::ui {
namespace {

constexpr double padding = 8, columnGap = 14, nameGap = 5, margin = 8, valueSize = 11.5, nameSize = 14;

/// Sizes of the card's table: readings fill it column by column, two rows each.
struct Table {
    Table(const std::vector<Reading>& readings, const Theme& theme) : rowHeight(theme.pxf(18)) {
        const QFontMetricsF names(theme.math(nameSize)), values(theme.mono(valueSize));
        for (std::size_t i = 0; i < readings.size(); ++i) {
            if (i % 2 == 0) nameWidths.push_back(0), valueWidths.push_back(0);
            nameWidths.back() = std::max(nameWidths.back(), names.horizontalAdvance(readings[i].name));
            // Room for a usual number, so that the card does not breathe while the mouse moves.
            const QString usual = QStringLiteral("−0.0000");
            valueWidths.back() = std::max({valueWidths.back(), values.horizontalAdvance(readings[i].value),
                                           values.horizontalAdvance(usual)});
        }
        for (std::size_t c = 0; c < nameWidths.size(); ++c)
            width += nameWidths[c] + theme.pxf(nameGap) + valueWidths[c] + (c > 0 ? theme.pxf(columnGap) : 0);
    }
    std::vector<double> nameWidths, valueWidths;
    double rowHeight, width = 0;
};

}  // namespace

std::vector<QRectF> Crosshair::bounds() const {
    return {QRectF(at.x() - 1, area.top(), 2, area.height()), QRectF(area.left(), at.y() - 1, area.width(), 2),
            card.adjusted(-1, -1, 1, 1)};
}

Crosshair makeCrosshair(QPointF at, const std::vector<Reading>& readings, const QRectF& area, const Theme& theme) {
    Crosshair crosshair{at, readings, area, {}};
    if (readings.empty()) return crosshair;
    const Table table(readings, theme);
    const QSizeF size(table.width + 2 * theme.pxf(padding), 2 * table.rowHeight + theme.pxf(padding));
    const double gap = theme.pxf(margin);
    const bool atLeft = at.x()<area.center().x(), atBottom = at.y()> area.center().y();
    const double left = atLeft && atBottom ? area.right() - gap - size.width() : area.left() + gap;
    crosshair.card = QRectF(QPointF(left, area.bottom() - gap - size.height()), size);
    return crosshair;
}

void paintCrosshair(QPainter& painter, const Crosshair& crosshair, const Theme& theme) {
    const QRectF& area = crosshair.area;
    QColor ink = theme.ink;
    ink.setAlphaF(0.35F);
    painter.setPen(QPen(ink, 1));
    painter.drawLine(QPointF(crosshair.at.x(), area.top()), QPointF(crosshair.at.x(), area.bottom()));
    painter.drawLine(QPointF(area.left(), crosshair.at.y()), QPointF(area.right(), crosshair.at.y()));
    if (crosshair.readings.empty()) return;

    QColor surface = theme.surface;
    surface.setAlphaF(0.92F);
    painter.setPen(QPen(theme.border, 1));
    painter.setBrush(surface);
    painter.drawRoundedRect(crosshair.card, theme.pxf(7), theme.pxf(7));

    const Table table(crosshair.readings, theme);
    double x = crosshair.card.left() + theme.pxf(padding);
    for (std::size_t i = 0; i < crosshair.readings.size(); ++i) {
        const std::size_t column = i / 2;
        const double y =
            crosshair.card.top() + theme.pxf(padding) / 2 + static_cast<double>(i % 2) * table.rowHeight;
        const QRectF name(x, y, table.nameWidths[column] + 2, table.rowHeight);
        const QRectF value(x + table.nameWidths[column] + theme.pxf(nameGap), y, table.valueWidths[column] + 2,
                           table.rowHeight);
        painter.setFont(theme.math(nameSize));
        painter.setPen(theme.ink2);
        painter.drawText(name, Qt::AlignLeft | Qt::AlignVCenter, crosshair.readings[i].name);
        painter.setFont(theme.mono(valueSize));
        painter.setPen(theme.ink);
        painter.drawText(value, Qt::AlignRight | Qt::AlignVCenter, crosshair.readings[i].value);
        if (i % 2 == 1) x = value.right() - 2 + theme.pxf(columnGap);
    }
}

}  // namespace bilevel::ui
