#pragma once

#include "ui/document/player.h"
#include "ui/figure/figure_plane.h"
#include "ui/trace/trace_chart.h"

#include <QImage>

#include <memory>

namespace bilevel::ui {

/// A figure in motion: what stands still is painted once, planes grow by what is new, charts have a cursor. Going
/// forward is cheapest.
class Film {
public:
    /// One unit is one pixel. Letters and lines grow with the size, so that a larger film is the same, sharper.
    Film(FigureContent content, const FigureParts& parts, QSize size, bool dark);
    ~Film();

    /// The height that suits the parts at this width, in pixels.
    static int naturalHeight(const FigureContent& content, const FigureParts& parts, int width);

    QSize size() const { return still_.size(); }
    int positions() const { return content_.clock.positions; }
    QImage frame(int position);
    /// The colours that a reader tells the runs apart by.
    std::vector<QRgb> keyColours() const;

private:
    struct PlacedChart {
        QPoint at;
        std::unique_ptr<TraceChart> chart;
    };

    void addCharts(const std::vector<ChartPlan>& plans, const std::vector<QRectF>& places);

    const FigureContent content_;
    const Theme theme_;
    Player player_;
    AxisRange range_;
    std::vector<std::unique_ptr<FigurePlane>> planes_;
    std::vector<PlacedChart> charts_;
    QImage still_;
};

}  // namespace bilevel::ui
