#pragma once

#include "ui/kit/theme.h"
#include "ui/trace/axis_scale.h"

#include <QCategoryAxis>
#include <QChart>

namespace bilevel::ui {

/// The axes of a QChart that has no series: lines are painted over it, by us. While something is dragged that is
/// an order of magnitude faster than a QLineSeries, and vector files get whole lines instead of one per segment.
///
/// Category axes, because QLogValueAxis drops a series at the first zero and cannot write 10⁻⁸.
class ChartAxes {
public:
    /// The chart owns the axes.
    explicit ChartAxes(QChart& chart);

    void setLooks(const Theme& theme);
    /// `foot` is the height below the plot, above the labels, that the vertical scale does not reach.
    /// Costs a millisecond, unless nothing has changed.
    void set(QSizeF size, const QRectF& plot, double foot, const AxisScale& across, const AxisScale& up);

private:
    struct Setting {
        QSizeF size;
        QRectF plot;
        double foot = 0;
        AxisScale across, up;
        bool operator==(const Setting&) const = default;
    };

    QChart& chart_;
    QCategoryAxis& across_;
    QCategoryAxis& up_;
    Setting setting_;
};

}  // namespace bilevel::ui
