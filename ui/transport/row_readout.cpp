#include "ui/transport/row_readout.h"

#include <QEvent>
#include <QFontMetricsF>
#include <QPainter>

#include <cmath>

namespace bilevel::ui {

RowReadout::RowReadout(const Theme& theme, QWidget* parent) : QWidget(parent), theme_(theme) {
    setAccessibleName(tr("Iteration shown"));
    adopt();
}

void RowReadout::setRow(int row) {
    if (row == row_) return;
    row_ = row;
    update();
}

void RowReadout::setLast(int row) {
    if (row == last_) return;
    last_ = row;
    adopt();
}

QString RowReadout::text() const { return QStringLiteral("k = %1 / %2").arg(row_).arg(last_); }

QSize RowReadout::sizeHint() const {
    return {static_cast<int>(std::ceil(widthOf(words(last_)) + theme_.pxf(12))), theme_.px(30)};
}

void RowReadout::adopt() {
    setFixedSize(sizeHint());
    update();
}

RowReadout::Words RowReadout::words(int row) const {
    QFont bold = theme_.mono(16);
    bold.setBold(true);
    return {{{QStringLiteral("k"), theme_.math(19), theme_.ink},
             {QStringLiteral(" = "), theme_.math(17, false), theme_.ink2},
             {QString::number(row), bold, theme_.ink},
             {QStringLiteral(" / ") + QString::number(last_), theme_.mono(12), theme_.ink3}}};
}

double RowReadout::widthOf(const Words& words) {
    double width = 0;
    for (const Word& word : words) width += QFontMetricsF(word.font).horizontalAdvance(word.text);
    return width;
}

void RowReadout::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Words all = words(row_);
    QPointF at(width() - theme_.pxf(12) - widthOf(all), height() / 2.0 + theme_.pxf(6));
    for (const auto& [text, font, colour] : all) {
        painter.setFont(font);
        painter.setPen(colour);
        painter.drawText(at, text);
        at.rx() += QFontMetricsF(font).horizontalAdvance(text);
    }
}

void RowReadout::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) adopt();
}

}  // namespace bilevel::ui
