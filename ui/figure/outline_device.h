#pragma once

#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>

namespace bilevel::ui {

/// Hands what is painted on it to another painter, text as the outlines of its letters: for files that must look
/// the same where their fonts are missing.
class OutlineDevice : public QPaintDevice {
public:
    /// The target has no transform of its own, and lives longer.
    explicit OutlineDevice(QPainter& target) : engine_(target) {}

    QPaintEngine* paintEngine() const override { return &engine_; }

protected:
    int metric(PaintDeviceMetric metric) const override;

private:
    class Engine : public QPaintEngine {
    public:
        explicit Engine(QPainter& target) : QPaintEngine(AllFeatures), target_(target) {}

        QPainter& target() const { return target_; }
        Type type() const override { return User; }
        bool begin(QPaintDevice* /*device*/) override { return true; }
        bool end() override { return true; }
        void updateState(const QPaintEngineState& state) override;
        void drawPath(const QPainterPath& path) override { target_.drawPath(path); }
        void drawPolygon(const QPointF* points, int count, PolygonDrawMode mode) override;
        void drawRects(const QRectF* rects, int count) override { target_.drawRects(rects, count); }
        void drawPixmap(const QRectF& place, const QPixmap& pixmap, const QRectF& part) override;
        void drawImage(const QRectF& place, const QImage& image, const QRectF& part,
                       Qt::ImageConversionFlags flags) override;

    private:
        void clip(const QPaintEngineState& state);

        QPainter& target_;
    };

    mutable Engine engine_;
};

}  // namespace bilevel::ui
