#include "ui/plane/text_tag.h"

#include <QFontMetricsF>
#include <QPaintEngine>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace bilevel::ui {
namespace {

constexpr int cacheLimit = 200;

void drawShapes(QPainter& painter, const TextTag& tag, QPointF baseline) {
    QPainterPath letters;
    letters.addText(baseline, tag.font, tag.text);
    QColor halo = tag.halo;
    halo.setAlpha(std::max(235, halo.alpha()));
    painter.strokePath(letters, QPen(halo, tag.haloWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    // Letters as text where the file embeds its fonts; as shapes where the reader may lack them.
    if (painter.paintEngine()->type() == QPaintEngine::Pdf) {
        painter.setPen(tag.colour);
        painter.setFont(tag.font);
        painter.drawText(baseline, tag.text);
    } else {
        painter.fillPath(letters, tag.colour);
    }
}

}  // namespace

QRectF TextTag::bounds() const {
    const QFontMetricsF metrics(font);
    const double pad = haloWidth / 2 + 1;
    const double width = std::max(metrics.horizontalAdvance(text), metrics.boundingRect(text).right());
    return QRectF(baseline.x(), baseline.y() - metrics.ascent(), width, metrics.height())
        .adjusted(-pad, -pad, pad, pad);
}

QRectF TextTag::ink() const { return QFontMetricsF(font).tightBoundingRect(text).translated(baseline); }

TextTag TextTag::beyond(QPointF place, QPointF direction, double distance) const {
    const QRectF letters = ink();
    // From the middle of the letters to where they end on the side of the place.
    const double half = std::min(letters.width() / 2 / std::max(1e-9, std::abs(direction.x())),
                                 letters.height() / 2 / std::max(1e-9, std::abs(direction.y())));
    TextTag moved = *this;
    moved.baseline += place + direction * (distance + half) - letters.center();
    return moved;
}

TextTag TextTag::within(const QRectF& area) const {
    const QRectF covered = bounds();
    TextTag moved = *this;
    moved.baseline +=
        QPointF(std::max(0.0, area.left() - covered.left()) - std::max(0.0, covered.right() - area.right()),
                std::max(0.0, area.top() - covered.top()) - std::max(0.0, covered.bottom() - area.bottom()));
    return moved;
}

void TagPainter::draw(QPainter& painter, const TextTag& tag, bool cached) {
    if (!cached) {
        painter.save();
        drawShapes(painter, tag, tag.baseline);
        painter.restore();
        return;
    }
    const double ratio = painter.device()->devicePixelRatioF();
    const QRectF bounds = tag.bounds();
    const QString key = tag.text + '\n' + tag.font.key() + '\n' + QString::number(tag.colour.rgba()) + '\n' +
                        QString::number(tag.halo.rgba()) + '\n' + QString::number(ratio);
    if (cache_.size() > cacheLimit) cache_.clear();
    QPixmap& picture = cache_[key];
    if (picture.isNull()) {
        picture = QPixmap((bounds.size() * ratio).toSize() + QSize(1, 1));
        picture.setDevicePixelRatio(ratio);
        picture.fill(Qt::transparent);
        QPainter inner(&picture);
        inner.setRenderHint(QPainter::Antialiasing);
        drawShapes(inner, tag, tag.baseline - bounds.topLeft());
    }
    // On whole device pixels, so that letters stay sharp.
    const QPointF at(std::round(bounds.left() * ratio) / ratio, std::round(bounds.top() * ratio) / ratio);
    painter.drawPixmap(at, picture);
}

}  // namespace bilevel::ui
