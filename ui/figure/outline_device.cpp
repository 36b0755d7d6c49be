#include "ui/figure/outline_device.h"

#include <QPainterPath>

namespace bilevel::ui {

int OutlineDevice::metric(PaintDeviceMetric metric) const {
    const QPaintDevice& device = *engine_.target().device();
    switch (metric) {
        case PdmWidth:
            return device.width();
        case PdmHeight:
            return device.height();
        case PdmWidthMM:
            return device.widthMM();
        case PdmHeightMM:
            return device.heightMM();
        case PdmNumColors:
            return device.colorCount();
        case PdmDepth:
            return device.depth();
        case PdmDpiX:
            return device.logicalDpiX();
        case PdmDpiY:
            return device.logicalDpiY();
        case PdmPhysicalDpiX:
            return device.physicalDpiX();
        case PdmPhysicalDpiY:
            return device.physicalDpiY();
        case PdmDevicePixelRatio:
            return 1;
        case PdmDevicePixelRatioScaled:
            return static_cast<int>(devicePixelRatioFScale());
        default:
            return QPaintDevice::metric(metric);
    }
}

// Text is not among what the engine draws itself: QPaintEngine::drawTextItem then fills the letters' outlines.

void OutlineDevice::Engine::updateState(const QPaintEngineState& wanted) {
    const DirtyFlags changed = wanted.state();
    if (changed & DirtyTransform) target_.setTransform(wanted.transform());
    if (changed & DirtyPen) target_.setPen(wanted.pen());
    if (changed & DirtyBrush) target_.setBrush(wanted.brush());
    if (changed & DirtyBrushOrigin) target_.setBrushOrigin(wanted.brushOrigin());
    if (changed & DirtyBackground) target_.setBackground(wanted.backgroundBrush());
    if (changed & DirtyBackgroundMode) target_.setBackgroundMode(wanted.backgroundMode());
    if (changed & DirtyOpacity) target_.setOpacity(wanted.opacity());
    if (changed & DirtyCompositionMode) target_.setCompositionMode(wanted.compositionMode());
    if (changed & DirtyHints) {
        target_.setRenderHints(target_.renderHints(), false);
        target_.setRenderHints(wanted.renderHints());
    }
    clip(wanted);
}

void OutlineDevice::Engine::clip(const QPaintEngineState& wanted) {
    const DirtyFlags changed = wanted.state();
    if (changed & DirtyClipPath) target_.setClipPath(wanted.clipPath(), wanted.clipOperation());
    if (changed & DirtyClipRegion) target_.setClipRegion(wanted.clipRegion(), wanted.clipOperation());
    if (changed & DirtyClipEnabled) target_.setClipping(wanted.isClipEnabled());
}

void OutlineDevice::Engine::drawPolygon(const QPointF* points, int count, PolygonDrawMode mode) {
    if (mode == PolylineMode) {
        target_.drawPolyline(points, count);
    } else if (mode == ConvexMode) {
        target_.drawConvexPolygon(points, count);
    } else {
        target_.drawPolygon(points, count, mode == OddEvenMode ? Qt::OddEvenFill : Qt::WindingFill);
    }
}

void OutlineDevice::Engine::drawPixmap(const QRectF& place, const QPixmap& pixmap, const QRectF& part) {
    target_.drawPixmap(place, pixmap, part);
}

void OutlineDevice::Engine::drawImage(const QRectF& place, const QImage& image, const QRectF& part,
                                      Qt::ImageConversionFlags flags) {
    target_.drawImage(place, image, part, flags);
}

}  // namespace bilevel::ui
