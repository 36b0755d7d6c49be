#include "ui/formula/symbol_label.h"

#include <QEvent>

#include <cmath>
#include <utility>

namespace bilevel::ui {

SymbolLabel::SymbolLabel(const Theme& theme, double size, QWidget* parent)
    : QWidget(parent), theme_(theme), size_(size) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void SymbolLabel::setContent(Content content, const QString& accessibleName) {
    content_ = std::move(content);
    setAccessibleName(accessibleName);
    rebuild();
}

void SymbolLabel::setAlignment(Qt::Alignment alignment) {
    alignment_ = alignment;
    update();
}

QSize SymbolLabel::sizeHint() const {
    return {static_cast<int>(std::ceil(box_.width() + theme_.pxf(2))),
            static_cast<int>(std::ceil(1.5 * theme_.pxf(size_)))};
}

void SymbolLabel::rebuild() {
    if (content_) box_ = content_({&theme_, size_});
    updateGeometry();
    update();
}

void SymbolLabel::paintEvent(QPaintEvent*) {
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    p.setPen(theme_.ink2);
    const double free = width() - box_.width();
    const double x = alignment_ & Qt::AlignRight ? free : alignment_ & Qt::AlignHCenter ? free / 2 : 0;
    // Names stand on one line whatever they look like: the x-height is centred, not the box.
    box_.draw(p, {x, height() / 2.0 + 0.25 * theme_.pxf(size_)});
}

void SymbolLabel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) rebuild();
}

}  // namespace bilevel::ui
