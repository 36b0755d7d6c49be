#include "ui/kit/readout.h"

#include <QEvent>
#include <QPainter>

namespace bilevel::ui {

Readout::Readout(const Theme& theme, Look look, QWidget* parent) : QWidget(parent), theme_(theme), look_(look) {
    adopt();
}

void Readout::setText(const QString& text) {
    if (text == text_) return;
    text_ = text;
    update();
}

void Readout::setColour(const QColor& colour) {
    if (colour == colour_) return;
    colour_ = colour;
    update();
}

QSize Readout::sizeHint() const { return {theme_.px(look_.width), theme_.px(1.5 * look_.size)}; }

void Readout::adopt() {
    font_ = theme_.mono(look_.size);
    if (look_.bold) font_.setWeight(QFont::Bold);
    setFixedSize(sizeHint());
    update();
}

void Readout::paintEvent(QPaintEvent*) {
    QPainter p(this);
    p.setFont(font_);
    p.setPen(colour_.isValid() ? colour_ : theme_.ink);
    p.drawText(rect(), static_cast<int>(look_.alignment.toInt()), text_);
}

void Readout::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) adopt();
}

}  // namespace bilevel::ui
