#pragma once

#include "ui/kit/theme.h"

#include <QWidget>

namespace bilevel::ui {

/// "low ▆▅▃▁ high": what the shades of a ground mean.
class RampLegend : public QWidget {
    Q_OBJECT
public:
    RampLegend(const Theme& theme, bool upper, QWidget* parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& theme_;
    const bool upper_;
};

/// The same drawing anywhere; `place` is as tall as a line of text, and its width is rampLegendWidth().
void paintRampLegend(QPainter& painter, const QRectF& place, const Theme& theme, bool upper);
double rampLegendWidth(const Theme& theme);

}  // namespace bilevel::ui
