#include "ui/trace/chart_tip.h"
#include "ui/trace/trace_chart.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace bilevel::ui {
namespace {

constexpr double zoomPerNotch = 0.8;

}  // namespace

bool TraceChart::isNearCursor(double x) { return std::abs(x - picture().x(cursor())) <= theme_.pxf(5); }

void TraceChart::seekTo(double x) {
    player_.seek(content_.time.position(std::clamp(picture().value(x), range_.first(), range_.last())));
}

void TraceChart::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    pressedAt_ = draggedTo_ = event->position().x();
    positionBeforeClick_ = player_.row();
    grip_ = isNearCursor(pressedAt_) ? Grip::seek : Grip::undecided;
}

void TraceChart::mouseMoveEvent(QMouseEvent* event) {
    const double x = event->position().x();
    if (grip_ == Grip::none) {
        viewport()->setCursor(isNearCursor(x) ? Qt::SizeHorCursor : Qt::ArrowCursor);
        return;
    }
    if (grip_ == Grip::seek) return seekTo(x);
    if (grip_ == Grip::undecided && std::abs(x - pressedAt_) > theme_.pxf(4)) grip_ = Grip::zoom;
    draggedTo_ = x;
    if (grip_ == Grip::zoom) viewport()->update();
}

void TraceChart::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    const Grip grip = std::exchange(grip_, Grip::none);
    if (grip == Grip::undecided) seekTo(event->position().x());
    if (grip != Grip::zoom) return;
    const auto bounded = [&](double x) { return std::clamp(picture().value(x), range_.first(), range_.last()); };
    range_.zoomTo(bounded(pressedAt_), bounded(event->position().x()));
    viewport()->update();
}

void TraceChart::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    player_.seek(positionBeforeClick_);  // the first of the two clicks has moved the cursor
    grip_ = Grip::none;
    range_.reset();
}

void TraceChart::wheelEvent(QWheelEvent* event) {
    const QPoint turn = event->angleDelta();
    if (turn.x() != 0 || event->modifiers().testFlag(Qt::ShiftModifier))
        range_.pan(-(turn.x() != 0 ? turn.x() : turn.y()) / 120.0 * 0.1 * range_.span());
    else
        range_.zoomAt(picture().value(event->position().x()), std::pow(zoomPerNotch, turn.y() / 120.0));
    event->accept();
}

void TraceChart::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy)) return copyNumbers(false);
    switch (event->key()) {
        case Qt::Key_Plus:
            return range_.zoomAt(cursor(), zoomPerNotch);
        case Qt::Key_Minus:
            return range_.zoomAt(cursor(), 1 / zoomPerNotch);
        case Qt::Key_0:
            return range_.reset();
        default:
            event->ignore();
    }
}

bool TraceChart::viewportEvent(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QChartView::viewportEvent(event);
    const auto* const help = static_cast<QHelpEvent*>(event);
    const double across = std::clamp(picture().value(help->pos().x()), range_.first(), range_.last());
    QToolTip::showText(help->globalPos(), chartTip(content_, picture_, across, theme_), viewport());
    return true;
}

}  // namespace bilevel::ui
