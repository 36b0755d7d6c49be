#include "ui/kit/icon_button.h"

#include <QEvent>
#include <QFontMetricsF>
#include <QPainter>

#include <cmath>
#include <utility>

namespace bilevel::ui {

IconButton::IconButton(const Theme& theme, Icon icon, const QString& tip, Look look, QWidget* parent)
    : QAbstractButton(parent), theme_(theme), icon_(icon), look_(std::move(look)) {
    setTip(tip);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
    adopt();
}

IconButton::IconButton(const Theme& theme, Icon icon, const QString& tip, QWidget* parent)
    : IconButton(theme, icon, tip, Look{}, parent) {}

void IconButton::setIcon(Icon icon) {
    if (icon_ == icon) return;
    icon_ = icon;
    update();
}

void IconButton::setTip(const QString& tip) {
    setToolTip(tip);
    setAccessibleName(tip);
}

void IconButton::setText(const QString& text) {
    look_.text = text;
    adopt();
}

QSize IconButton::sizeHint() const {
    const int height = theme_.px(look_.size);
    if (look_.text.isEmpty()) return {height, height};
    const double words = QFontMetricsF(theme_.text(13, QFont::DemiBold)).horizontalAdvance(look_.text);
    return {static_cast<int>(std::ceil(words + theme_.pxf(look_.icon + 8 + 6 + 12))), height};
}

void IconButton::adopt() {
    setFixedSize(sizeHint());
    update();
}

void IconButton::paintEvent(QPaintEvent*) {
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const bool bare = look_.text.isEmpty();
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    const double radius = look_.filled && bare ? frame.height() / 2 : theme_.pxf(7);
    const bool lit = isEnabled() && (underMouse() || isDown());

    if (!isEnabled()) p.setOpacity(0.4);
    QColor ground = Qt::transparent;
    if (look_.filled)
        ground = !lit ? theme_.accent : theme_.dark ? theme_.accent.lighter(106) : theme_.accent.lighter(125);
    else if (isChecked())
        ground = theme_.accentSoft;
    else if (lit)
        ground = isDown() ? theme_.accentSoft : theme_.sunken;
    p.setPen(look_.framed ? QPen(theme_.border, 1) : QPen(Qt::NoPen));
    p.setBrush(ground);
    p.drawRoundedRect(frame, radius, radius);
    if (hasFocus()) {
        p.setBrush(Qt::NoBrush);
        p.setPen(QPen(look_.filled ? theme_.ink3 : theme_.accent, theme_.pxf(2)));
        p.drawRoundedRect(frame.adjusted(1, 1, -1, -1), radius, radius);
    }

    const double side = theme_.pxf(look_.icon);
    const QRectF box(bare ? (width() - side) / 2 : theme_.pxf(8), (height() - side) / 2, side, side);
    drawIcon(p, icon_, box, look_.filled ? theme_.accentInk : isChecked() || lit ? theme_.ink : theme_.ink2);
    if (bare) return;
    p.setPen(look_.filled ? theme_.accentInk : theme_.ink);
    p.setFont(theme_.text(13, look_.filled ? QFont::DemiBold : QFont::Medium));
    p.drawText(QRectF(box.right() + theme_.pxf(6), 0, width(), height()), Qt::AlignVCenter | Qt::AlignLeft,
               look_.text);
}

void IconButton::changeEvent(QEvent* event) {
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::StyleChange) adopt();
}

void IconButton::enterEvent(QEnterEvent* event) {
    QAbstractButton::enterEvent(event);
    update();
}

void IconButton::leaveEvent(QEvent* event) {
    QAbstractButton::leaveEvent(event);
    update();
}

}  // namespace bilevel::ui
