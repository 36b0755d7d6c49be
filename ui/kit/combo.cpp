#include "ui/kit/combo.h"

#include "ui/kit/icon.h"

#include <QListView>
#include <QPainter>
#include <QWheelEvent>

namespace bilevel::ui {

Combo::Combo(const Theme& theme, QWidget* parent) : QComboBox(parent), theme_(theme) {
    setView(new QListView(this));  // the style's own list ignores item padding
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMinimumContentsLength(6);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
}

void Combo::paintEvent(QPaintEvent* event) {
    QComboBox::paintEvent(event);
    QPainter p(this);
    const double side = theme_.pxf(18);
    drawIcon(p, Icon::chevronDown, QRectF(width() - side - theme_.pxf(8), (height() - side) / 2, side, side),
             theme_.ink3, 2.2);
}

void Combo::wheelEvent(QWheelEvent* event) { hasFocus() ? QComboBox::wheelEvent(event) : event->ignore(); }

}  // namespace bilevel::ui
