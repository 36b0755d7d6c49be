#pragma once

#include "core/problem/problem_text.h"

#include <QPointF>
#include <QPolygonF>
#include <QRectF>

namespace bilevel::ui {

/// Data coordinates to places in a rectangle and back; the vertical axis points upwards.
struct PlaneMap {
    QRectF area;
    Interval horizontal{0, 1}, vertical{0, 1};

    double scaleX() const { return area.width() / (horizontal.maximum - horizontal.minimum); }
    double scaleY() const { return -area.height() / (vertical.maximum - vertical.minimum); }
    QPointF toScene(QPointF data) const {
        return {area.left() + (data.x() - horizontal.minimum) * scaleX(),
                area.bottom() + (data.y() - vertical.minimum) * scaleY()};
    }
    QPointF toData(QPointF scene) const {
        return {horizontal.minimum + (scene.x() - area.left()) / scaleX(),
                vertical.minimum + (scene.y() - area.bottom()) / scaleY()};
    }
    /// A displacement; no origin.
    QPointF vectorToScene(QPointF data) const { return {data.x() * scaleX(), data.y() * scaleY()}; }
    QPolygonF toScene(const QPolygonF& data) const {
        QPolygonF scene;
        scene.reserve(data.size());
        for (const QPointF& p : data) scene << toScene(p);
        return scene;
    }
    friend bool operator==(const PlaneMap&, const PlaneMap&) = default;
};

}  // namespace bilevel::ui
