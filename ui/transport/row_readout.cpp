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
    return {static_cast<int>(std::ceil(write(nullptr) + theme_.pxf(12))), theme_.px(30)};
}

void RowReadout::adopt() {
    setFixedSize(sizeHint());
    update();
}

double RowReadout::write(QPainter* painter) const {
    QFont bold = theme_.mono(16);
    bold.setBold(true);
    const QString last = QString::number(last_);
    const struct {
        QString text;
        QFont font;
        QColor colour;
        double room;  // in widths of "0"; 0: its own
    } words[]{{QStringLiteral("k"), theme_.math(19), theme_.ink, 0},
              {QStringLiteral(" = "), theme_.math(17, false), theme_.ink2, 0},
              {QString::number(row_), bold, theme_.ink, static_cast<double>(last.size())},
              {QStringLiteral(" / ") + last, theme_.mono(12), theme_.ink3, 0}};
    double x = 0;
    const double baseline = height() / 2.0 + theme_.pxf(6);
    for (const auto& [text, font, colour, room] : words) {
        const QFontMetricsF metrics(font);
        const double own = metrics.horizontalAdvance(text);
        const double wide = std::max(own, room * metrics.horizontalAdvance(QLatin1Char('0')));
        if (painter) {
            painter->setFont(font);
            painter->setPen(colour);
            painter->drawText(QPointF(x + wide - own, baseline), text);
        }
        x += wide;
    }
    return x;
}

void RowReadout::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    write(&painter);
}

void RowReadout::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) adopt();
}

}  // namespace bilevel::ui
