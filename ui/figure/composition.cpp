#include "ui/figure/composition.h"

#include "ui/figure/figure_caption.h"
#include "ui/figure/figure_layout.h"
#include "ui/figure/figure_legend.h"
#include "ui/figure/figure_plane.h"
#include "ui/trace/trace_chart.h"

#include <algorithm>

namespace bilevel::ui {
namespace {

void paintChart(QPainter& painter, const QRectF& place, const ChartPlan& plan, const FigureContent& content,
                const Theme& theme) {
    Player player;
    AxisRange range;
    range.setEnd(content.clock.end, 0);
    if (content.axis) range.zoomTo(content.axis->minimum, content.axis->maximum);
    TraceChart chart(plan, player, range, theme);
    chart.setContent(fillChart(plan, content.runs, content.selectedRun(), content.clock));
    chart.paintTo(painter, place);
}

/// Do planes show the values of their objectives below them?
bool hasStrips(const FigureContent& content) {
    const auto& upper = content.study.problem.upperVariables;
    return content.shown.values && std::ranges::find(upper, content.view.horizontal) != upper.end();
}

}  // namespace

double naturalHeight(const FigureParts& parts, const FigureContent& content, double width, const Theme& theme,
                     const QString& caption) {
    const double inner = FigureLayout::innerWidth(width, theme);
    const double foot =
        FigureLegend(content, parts, inner, theme).height() + FigureCaption(caption, inner, theme).height();
    return FigureLayout::naturalHeight(width, parts, plannedCharts(parts, content).size(), foot, theme,
                                       hasStrips(content));
}

void paintFigure(QPainter& painter, const QRectF& page, const FigureParts& parts, const FigureContent& content,
                 const Theme& theme, const FigureStyle& style) {
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform |
                           QPainter::LosslessImageRendering);
    if (!style.transparent) painter.fillRect(page, theme.surface);
    const double inner = FigureLayout::innerWidth(page.width(), theme);
    const FigureLegend legend(content, parts, inner, theme);
    const FigureCaption caption(style.caption, inner, theme);
    const std::vector<ChartPlan> charts = plannedCharts(parts, content);
    const FigureLayout layout =
        FigureLayout::make(page, parts, charts.size(), legend.height() + caption.height(), theme);
    for (std::size_t i = 0; i < charts.size(); ++i)
        paintChart(painter, layout.charts[i], charts[i], content, theme);
    SolutionsPtr solutions = content.solutions;
    for (const bool upper : {true, false}) {
        const QRectF& place = upper ? layout.upper : layout.lower;
        if (place.isEmpty()) continue;
        FigurePlane plane(place, content, theme,
                          {.upper = upper, .pixelsPerUnit = style.pixelsPerUnit, .filled = style.filled},
                          solutions);
        solutions = plane.solutions();
        plane.paintBehind(painter);
        plane.paintInside(painter);
    }
    legend.paint(painter, layout.foot);
    caption.paint(painter, layout.foot.adjusted(0, legend.height(), 0, 0));
}

}  // namespace bilevel::ui
