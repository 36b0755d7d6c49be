#include "ui/kit/slider.h"

#include "ui/kit/number_text.h"

#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace bilevel::ui {
namespace {

constexpr int restMilliseconds = 600;

}  // namespace

Slider::Slider(const Theme& theme, Scale scale, double value, QWidget* parent)
    : QWidget(parent), theme_(theme), scale_(scale), value_(value) {
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    rest_.setSingleShot(true);
    rest_.setInterval(restMilliseconds);
    connect(&rest_, &QTimer::timeout, this, &Slider::released);
    setValue(value);
}

void Slider::setValue(double value) {
    value_ = value;
    setAccessibleDescription(numberText(value, 4));
    update();
}

void Slider::setScale(const Scale& scale) {
    scale_ = scale;
    update();
}

QSize Slider::sizeHint() const { return {theme_.px(110), theme_.px(24)}; }

QSize Slider::minimumSizeHint() const { return {theme_.px(48), theme_.px(24)}; }

double Slider::share(double value) const {
    const auto [from, to, logarithmic, step] = scale_;
    if (!(to > from)) return 0;
    if (isLogarithmic() && value <= 0) return 0;
    const double part =
        isLogarithmic() ? std::log(value / from) / std::log(to / from) : (value - from) / (to - from);
    return std::clamp(part, 0.0, 1.0);
}

double Slider::valueAt(double part) const {
    part = std::clamp(part, 0.0, 1.0);
    if (part == 0) return scale_.minimum;
    if (part == 1) return scale_.maximum;
    const double range = scale_.maximum - scale_.minimum;
    if (scale_.step > 0) {
        const double exact = isLogarithmic() ? scale_.minimum * std::pow(scale_.maximum / scale_.minimum, part)
                                             : scale_.minimum + part * range;
        return std::clamp(std::round(exact / scale_.step) * scale_.step, scale_.minimum, scale_.maximum);
    }
    // Round to what a pixel can tell apart, so that a dragged value is one that a person would type.
    if (isLogarithmic()) {
        const double exact = scale_.minimum * std::pow(scale_.maximum / scale_.minimum, part);
        const double unit = std::pow(10.0, 2 - std::floor(std::log10(exact)));
        return std::clamp(std::round(exact * unit) / unit, scale_.minimum, scale_.maximum);
    }
    const double unit = std::pow(10.0, 3 - std::floor(std::log10(range)));
    return std::clamp(std::round((scale_.minimum + part * range) * unit) / unit, scale_.minimum, scale_.maximum);
}

void Slider::moveTo(double value) {
    if (value == value_) return;
    setValue(value);
    Q_EMIT moved(value);
}

void Slider::nudgeTo(double value) {
    moveTo(value);
    if (!dragging_) rest_.start();
}

void Slider::nudge(double shares, int steps) {
    const double next = valueAt(share(value_) + shares);
    const double least = std::clamp(value_ + steps * scale_.step, scale_.minimum, scale_.maximum);
    const bool tooSmall = scale_.step > 0 && std::abs(next - value_) < std::abs(least - value_);
    nudgeTo(tooSmall ? least : next);
}

void Slider::paintEvent(QPaintEvent*) {
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    if (!isEnabled()) p.setOpacity(0.4);
    const double middle = height() / 2.0, thickness = theme_.pxf(4), length = width() - 2 * margin();
    const double knob = margin() + length * share(value_);
    const auto bar = [&](double to, const QColor& colour) {
        p.setPen(Qt::NoPen);
        p.setBrush(colour);
        p.drawRoundedRect(
            QRectF(margin() - thickness / 2, middle - thickness / 2, to - margin() + thickness, thickness),
            thickness / 2, thickness / 2);
    };
    bar(margin() + length, theme_.track);
    bar(knob, theme_.accent);
    if (hasFocus() || dragging_) {
        QColor glow = theme_.accent;
        glow.setAlpha(50);
        p.setBrush(glow);
        p.drawEllipse(QPointF(knob, middle), theme_.pxf(10), theme_.pxf(10));
    }
    const double radius = theme_.pxf(underMouse() || dragging_ ? 6.5 : 6);
    p.setPen(QPen(theme_.accent, theme_.pxf(2)));
    p.setBrush(theme_.surface);
    p.drawEllipse(QPointF(knob, middle), radius, radius);
}

void Slider::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return QWidget::mousePressEvent(event);
    if (rest_.isActive()) {
        rest_.stop();
        Q_EMIT released();
    }
    dragging_ = true;
    Q_EMIT pressed();
    moveTo(valueAt((event->position().x() - margin()) / (width() - 2 * margin())));
    update();
}

void Slider::mouseMoveEvent(QMouseEvent* event) {
    if (dragging_) moveTo(valueAt((event->position().x() - margin()) / (width() - 2 * margin())));
}

void Slider::mouseReleaseEvent(QMouseEvent*) {
    if (!dragging_) return;
    dragging_ = false;
    update();
    Q_EMIT released();
}

void Slider::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
        case Qt::Key_Left:
        case Qt::Key_Down:
            return nudge(-0.01, -1);
        case Qt::Key_Right:
        case Qt::Key_Up:
            return nudge(0.01, 1);
        case Qt::Key_PageDown:
            return nudge(-0.1, -1);
        case Qt::Key_PageUp:
            return nudge(0.1, 1);
        case Qt::Key_Home:
            return nudgeTo(scale_.minimum);
        case Qt::Key_End:
            return nudgeTo(scale_.maximum);
        default:
            QWidget::keyPressEvent(event);
    }
}

void Slider::wheelEvent(QWheelEvent* event) {
    if (!hasFocus() || event->angleDelta().y() == 0) return event->ignore();  // the panel scrolls instead
    nudge(event->angleDelta().y() / 12000.0, event->angleDelta().y() > 0 ? 1 : -1);
    event->accept();
}

void Slider::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) {
        updateGeometry();
        update();
    }
}

void Slider::enterEvent(QEnterEvent* event) {
    QWidget::enterEvent(event);
    update();
}

void Slider::leaveEvent(QEvent* event) {
    QWidget::leaveEvent(event);
    update();
}

}  // namespace bilevel::ui
