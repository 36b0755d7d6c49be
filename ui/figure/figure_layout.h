#pragma once

#include "ui/figure/figure_content.h"
#include "ui/kit/theme.h"
#include "ui/trace/chart_plan.h"

#include <QRectF>

#include <vector>

namespace bilevel::ui {

/// The charts of a figure, in reading order.
std::vector<ChartPlan> plannedCharts(const FigureParts& parts, const FigureContent& content);

/// Where the parts of a figure stand: planes above charts above the foot. On a narrow page the planes stand one
/// above the other.
struct FigureLayout {
    QRectF upper, lower;  ///< empty where the figure lacks it
    std::vector<QRectF> charts;
    QRectF foot;

    static constexpr double titleHeight = 26;  ///< of a plane's title, in theme units

    /// `foot` is the height of what stands at the bottom.
    static FigureLayout make(const QRectF& page, const FigureParts& parts, std::size_t charts, double foot,
                             const Theme& theme);
    /// The height that suits the parts on a page of this width; `strips`: something stands below the planes.
    static double naturalHeight(double width, const FigureParts& parts, std::size_t charts, double foot,
                                const Theme& theme, bool strips = false);
    /// What is left of the width for the foot.
    static double innerWidth(double width, const Theme& theme);
};

}  // namespace bilevel::ui
