#include "ui/kit/message_line.h"

#include "ui/kit/icon.h"

#include <QFontMetrics>
#include <QPainter>
#include <QResizeEvent>

#include <algorithm>

namespace bilevel::ui {
namespace {

constexpr int wrapped = Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignTop;

}  // namespace

MessageLine::MessageLine(const Theme& theme, QWidget* parent) : QWidget(parent), theme_(theme) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setVisible(false);
}

void MessageLine::setMessage(const QString& message) {
    if (message == message_) return;
    message_ = message;
    setAccessibleName(message);
    adopt();
    setVisible(!message.isEmpty());
}

QRect MessageLine::textArea() const { return rect().adjusted(theme_.px(20), theme_.px(6), 0, 0); }

void MessageLine::adopt() {
    const QFontMetrics metrics(theme_.text(12));
    const int width = std::max(textArea().width(), theme_.px(80));
    const int height = metrics.boundingRect(0, 0, width, 10000, wrapped, message_).height();
    setFixedHeight(height + theme_.px(8));
    update();
}

void MessageLine::paintEvent(QPaintEvent*) {
    QPainter p(this);
    const QFont font = theme_.text(12);
    const double side = theme_.pxf(15);
    const double middle = textArea().top() + QFontMetricsF(font).height() / 2;
    drawIcon(p, Icon::warning, QRectF(0, middle - side / 2, side, side), theme_.error, 2.2);
    p.setFont(font);
    p.setPen(theme_.error);
    p.drawText(textArea(), wrapped, message_);
}

void MessageLine::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    if (event->size().width() != event->oldSize().width()) adopt();
}

void MessageLine::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) adopt();
}

}  // namespace bilevel::ui
