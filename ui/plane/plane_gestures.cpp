// What mouse and keys do in a plane.

#include "ui/plane/plane_view.h"

#include <QKeyEvent>
#include <QLineF>
#include <QMouseEvent>
#include <QWheelEvent>

#include <cmath>

namespace bilevel::ui {
namespace {

constexpr double grabRadius = 16, wheelBase = 1.0016, keyZoom = 1.25;
constexpr int coarseNudge = 10;

QPoint arrowOf(int key) {
    switch (key) {
        case Qt::Key_Left:
            return {-1, 0};
        case Qt::Key_Right:
            return {1, 0};
        case Qt::Key_Up:
            return {0, 1};
        case Qt::Key_Down:
            return {0, -1};
        default:
            return {};
    }
}

bool isOurs(const QKeyEvent& event) {
    const bool plain = !(event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier));
    const int key = event.key();
    return plain && (!arrowOf(key).isNull() || key == Qt::Key_R || key == Qt::Key_Plus || key == Qt::Key_Equal ||
                     key == Qt::Key_Minus);
}

}  // namespace

QPointF PlaneView::scenePoint(const QPointF& viewportPoint) const {
    return viewportTransform().inverted().map(viewportPoint);
}

bool PlaneView::isOverStart(QPointF scene) const {
    const auto& start = item().startPlace();
    return start && QLineF(*start, scene).length() <= theme_.pxf(grabRadius);
}

void PlaneView::updateCursor(QPointF scene) {
    Qt::CursorShape shape = item().map().area.contains(scene) ? Qt::CrossCursor : Qt::ArrowCursor;
    if (isOverStart(scene)) shape = Qt::OpenHandCursor;
    if (gesture_ != Gesture::none) shape = Qt::ClosedHandCursor;
    viewport()->setCursor(shape);
}

void PlaneView::mousePressEvent(QMouseEvent* event) {
    const QPointF scene = scenePoint(event->position());
    const bool left = event->button() == Qt::LeftButton, middle = event->button() == Qt::MiddleButton;
    if (!camera_.isReady() || gesture_ != Gesture::none || !(left || middle)) return event->ignore();
    if (left && isOverStart(scene)) {
        gesture_ = Gesture::moveStart;
        grabOffset_ = *item().startPlace() - scene;
        start_.beginDrag();
    } else if (item().map().area.contains(scene)) {
        gesture_ = Gesture::pan;
        lastPan_ = scene;
    }
    updateCursor(scene);
}

void PlaneView::mouseMoveEvent(QMouseEvent* event) {
    if (!camera_.isReady()) return;
    const QPointF scene = scenePoint(event->position());
    const PlaneMap& map = item().map();
    switch (gesture_) {
        case Gesture::moveStart:
            start_.moveTo(map.toData(scene + grabOffset_), camera_.horizontal(), camera_.vertical(), map);
            break;
        case Gesture::pan:
            camera_.pan(map.toData(lastPan_) - map.toData(scene));
            lastPan_ = scene;
            break;
        case Gesture::none:
            break;
    }
    const bool inside = map.area.contains(scene) && gesture_ == Gesture::none && !isOverStart(scene);
    camera_.setCrosshair(inside ? std::optional(map.toData(scene)) : std::nullopt);
    updateCursor(scene);
}

void PlaneView::mouseReleaseEvent(QMouseEvent* event) {
    gesture_ = Gesture::none;
    start_.end();
    updateCursor(scenePoint(event->position()));
}

void PlaneView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && !isOverStart(scenePoint(event->position()))) camera_.reset();
}

void PlaneView::wheelEvent(QWheelEvent* event) {
    const QPointF scene = scenePoint(event->position());
    const PlaneMap& map = item().map();
    const double factor = std::pow(wheelBase, -event->angleDelta().y());
    const bool besideVertical = scene.x()<map.area.left(), belowHorizontal = scene.y()> map.area.bottom();
    if (!camera_.isReady() || (besideVertical && belowHorizontal)) return event->ignore();
    camera_.zoom(map.toData(scene), besideVertical ? 1 : factor, belowHorizontal ? 1 : factor);
    event->accept();
}

void PlaneView::leaveEvent(QEvent* event) {
    QChartView::leaveEvent(event);
    camera_.setCrosshair({});
    leavePlace();
}

/// The window's shortcuts leave us our keys while we have the focus.
bool PlaneView::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride && isOurs(*static_cast<QKeyEvent*>(event))) {
        event->accept();
        return true;
    }
    return QChartView::event(event);
}

void PlaneView::keyPressEvent(QKeyEvent* event) {
    if (!camera_.isReady() || !isOurs(*event)) return QChartView::keyPressEvent(event);
    const PlaneMap& map = item().map();
    const QPointF centre = map.toData(map.area.center());
    switch (event->key()) {
        case Qt::Key_R:
            return camera_.reset();
        case Qt::Key_Plus:
        case Qt::Key_Equal:
            return camera_.zoom(centre, 1 / keyZoom, 1 / keyZoom);
        case Qt::Key_Minus:
            return camera_.zoom(centre, keyZoom, keyZoom);
        default:
            start_.nudge(arrowOf(event->key()) * (event->modifiers() & Qt::ShiftModifier ? coarseNudge : 1),
                         camera_.horizontal(), camera_.vertical(), map, event->isAutoRepeat());
    }
}

void PlaneView::focusInEvent(QFocusEvent* event) {
    QChartView::focusInEvent(event);
    chart_->item().setFocusRing(event->reason() == Qt::TabFocusReason ||
                                event->reason() == Qt::BacktabFocusReason);
}

void PlaneView::focusOutEvent(QFocusEvent* event) {
    QChartView::focusOutEvent(event);
    const Qt::FocusReason reason = event->reason();
    if (reason == Qt::ActiveWindowFocusReason || reason == Qt::PopupFocusReason) return;
    chart_->item().setFocusRing(false);
}

}  // namespace bilevel::ui
