#include "ui/kit/segmented.h"

#include <QEvent>
#include <QFontMetricsF>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace bilevel::ui {

Segmented::Segmented(const Theme& theme, QStringList items, int current, QWidget* parent)
    : QWidget(parent), theme_(theme), items_(std::move(items)), current_(current) {
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
    adopt();
}

void Segmented::setCurrent(int index) {
    if (index == current_) return;
    current_ = index;
    adopt();
}

void Segmented::setItems(QStringList items, int current) {
    items_ = std::move(items);
    current_ = current;
    adopt();
}

QSize Segmented::sizeHint() const {
    return {static_cast<int>(std::ceil(edges_.back() + theme_.pxf(3))), theme_.px(30)};
}

void Segmented::adopt() {
    const QFontMetricsF metrics(theme_.text(12.5, QFont::DemiBold));
    edges_.assign(1, theme_.pxf(3));
    for (const QString& item : items_)
        edges_.push_back(edges_.back() + metrics.horizontalAdvance(item) + theme_.pxf(22));
    setFixedSize(sizeHint());
    if (current_ >= 0 && current_ < items_.size()) setAccessibleDescription(items_[current_]);
    update();
}

QRectF Segmented::cell(int index) const {
    const auto i = static_cast<std::size_t>(index);
    return {edges_[i], theme_.pxf(3), edges_[i + 1] - edges_[i], height() - 2 * theme_.pxf(3)};
}

void Segmented::pick(int index) {
    if (index < 0 || index >= items_.size() || index == current_) return;
    setCurrent(index);
    Q_EMIT picked(index);
}

void Segmented::paintEvent(QPaintEvent* /*event*/) {
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    if (!isEnabled()) p.setOpacity(0.4);
    p.setPen(QPen(hasFocus() ? theme_.accent : theme_.border, 1));
    p.setBrush(theme_.sunken);
    p.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme_.pxf(8), theme_.pxf(8));
    for (int i = 0; i < items_.size(); ++i) {
        const bool chosen = i == current_;
        if (chosen) {
            p.setPen(QPen(theme_.dark ? theme_.border.lighter(140) : theme_.border, 1));
            p.setBrush(theme_.dark ? theme_.accentSoft : theme_.surface);
            p.drawRoundedRect(cell(i).adjusted(0.5, 0.5, -0.5, -0.5), theme_.pxf(6), theme_.pxf(6));
        }
        p.setFont(theme_.text(12.5, chosen ? QFont::DemiBold : QFont::Medium));
        p.setPen(chosen ? theme_.ink : theme_.ink2);
        p.drawText(cell(i), Qt::AlignCenter, items_[i]);
    }
}

void Segmented::mousePressEvent(QMouseEvent* event) {
    const auto after = std::upper_bound(edges_.begin(), edges_.end(), event->position().x());
    pick(static_cast<int>(after - edges_.begin()) - 1);
}

void Segmented::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
        case Qt::Key_Left:
            return pick(current_ - 1);
        case Qt::Key_Right:
            return pick(current_ + 1);
        case Qt::Key_Home:
            return pick(0);
        case Qt::Key_End:
            return pick(static_cast<int>(items_.size()) - 1);
        default:
            QWidget::keyPressEvent(event);
    }
}

void Segmented::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) adopt();
}

}  // namespace bilevel::ui
