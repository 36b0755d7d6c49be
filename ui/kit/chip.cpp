#include "ui/kit/chip.h"

#include <QEvent>
#include <QFontMetricsF>
#include <QPainter>

#include <cmath>

namespace bilevel::ui {

Chip::Chip(const Theme& theme, const QString& text, bool on, QWidget* parent)
    : QAbstractButton(parent), theme_(theme) {
    setText(text);
    setAccessibleName(text);
    setCheckable(true);
    setChecked(on);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize Chip::sizeHint() const {
    const double words = QFontMetricsF(theme_.text(12, QFont::DemiBold)).horizontalAdvance(text());
    return {static_cast<int>(std::ceil(words + theme_.pxf(16))), theme_.px(28)};
}

void Chip::paintEvent(QPaintEvent*) {
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    if (!isEnabled()) p.setOpacity(0.4);
    const QColor edge = !isChecked()  ? theme_.border
                        : theme_.dark ? theme_.border.lighter(150)
                                      : theme_.border.darker(112);
    p.setPen(QPen(hasFocus() ? theme_.accent : edge, 1));
    p.setBrush(isChecked() ? theme_.accentSoft : underMouse() ? theme_.sunken : QColor(Qt::transparent));
    p.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme_.pxf(7), theme_.pxf(7));
    p.setPen(isChecked() ? theme_.ink : theme_.ink3);
    p.setFont(theme_.text(12, isChecked() ? QFont::DemiBold : QFont::Medium));
    p.drawText(rect(), Qt::AlignCenter, text());
}

void Chip::changeEvent(QEvent* event) {
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::StyleChange) {
        updateGeometry();
        update();
    }
}

}  // namespace bilevel::ui
