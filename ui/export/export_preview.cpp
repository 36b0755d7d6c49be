#include "ui/export/export_preview.h"

#include <QPainter>

namespace bilevel::ui {
namespace {

constexpr double margin = 18, radius = 10, square = 8;

void paintChequers(QPainter& painter, const QRectF& place, const Theme& theme) {
    painter.fillRect(place, theme.surface);
    const double side = theme.pxf(square);
    painter.save();
    painter.setClipRect(place);
    for (int row = 0; row * side < place.height(); ++row)
        for (int column = row % 2; column * side < place.width(); column += 2)
            painter.fillRect(QRectF(place.left() + column * side, place.top() + row * side, side, side),
                             theme.grid);
    painter.restore();
}

}  // namespace

ExportPreview::ExportPreview(const Theme& theme, QWidget* parent) : QWidget(parent), theme_(theme) {
    setAccessibleName(tr("Preview"));
    setMinimumSize(theme.px(480), theme.px(420));
}

QSize ExportPreview::room() const {
    const double around = 2 * theme_.pxf(margin);
    return ((QSizeF(size()) - QSizeF(around, around)) * devicePixelRatioF()).toSize().expandedTo({16, 16});
}

void ExportPreview::setPicture(const QImage& picture) {
    picture_ = picture;
    picture_.setDevicePixelRatio(devicePixelRatioF());
    update();
}

void ExportPreview::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme_.border, 1));
    painter.setBrush(theme_.sunken);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme_.pxf(radius), theme_.pxf(radius));
    if (picture_.isNull()) return;
    const QSizeF shown = picture_.deviceIndependentSize();
    const QPointF corner((width() - shown.width()) / 2, (height() - shown.height()) / 2);
    const QRectF place(corner.toPoint(), shown);
    if (picture_.hasAlphaChannel()) paintChequers(painter, place, theme_);
    painter.drawImage(place.topLeft(), picture_);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(place.adjusted(-0.5, -0.5, 0.5, 0.5));
}

void ExportPreview::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    Q_EMIT resized();
}

}  // namespace bilevel::ui
