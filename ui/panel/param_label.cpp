#include "ui/panel/param_label.h"

#include "ui/formula/math_symbol.h"

#include <QEvent>
#include <QFontMetricsF>
#include <QPainter>

namespace bilevel::ui {
ParamLabel::ParamLabel(const Parameter& parameter, const Theme& theme, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      words_(QString::fromUtf8(parameter.label.data(), static_cast<qsizetype>(parameter.label.size()))),
      symbol_(parameter.symbol) {
    if (!words_.isEmpty()) words_[0] = words_[0].toUpper();
    setFixedSize(sizeHint());
}

void ParamLabel::paintEvent(QPaintEvent*) {
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const QFont font = theme_.text(12.5);
    const QFontMetricsF metrics(font);
    const MathBox symbol = layoutSymbol({&theme_, 14}, symbol_);
    const double air = theme_.pxf(5);
    const QString words = metrics.elidedText(words_, Qt::ElideRight, width() - symbol.width() - air);
    p.setPen(theme_.ink2);
    p.setFont(font);
    p.drawText(rect(), Qt::AlignVCenter | Qt::AlignLeft, words);
    const double baseline = (height() - metrics.height()) / 2 + metrics.ascent();
    symbol.draw(p, {metrics.horizontalAdvance(words) + air, baseline});
}

void ParamLabel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) setFixedSize(sizeHint());
}

}  // namespace bilevel::ui
