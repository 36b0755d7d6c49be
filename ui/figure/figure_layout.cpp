#include "ui/figure/figure_layout.h"

#include <algorithm>
#include <limits>

namespace bilevel::ui {
namespace {

constexpr double margin = 10, gap = 16, chartHeight = 150;
constexpr double planeAspect = 0.82;   // height of a plane with its axes over its width
constexpr double stripAspect = 0.2;    // the same of what stands below it
constexpr double narrowestPair = 560;  // below, two planes beside each other have no room for their axes
constexpr double narrowestChart = 200, squeezedChart = 150;
constexpr double mostForCharts = 0.5;  // of a page that has planes, too
constexpr int mostInARow = 3;

/// How many planes stand beside, and above each other.
struct Planes {
    int columns, rows;
};

Planes planesOf(const FigureParts& parts, QSizeF room, const Theme& theme) {
    if (!parts.planes()) return {0, 0};
    if (!parts.upper || !parts.lower) return {1, 1};
    const bool above = room.width() < theme.pxf(narrowestPair) && room.width() < room.height();
    return above ? Planes{1, 2} : Planes{2, 1};
}

/// Charts in rows, as even as possible: four stand two by two, under the two planes.
struct Charts {
    int columns, rows;

    Charts(std::size_t charts, int mostColumns) {
        const int count = static_cast<int>(charts);
        rows = (count + mostColumns - 1) / mostColumns;
        columns = (count + rows - 1) / std::max(1, rows);
    }
    /// As many columns as have a width.
    static int columnsIn(double inner, double narrowest, const Theme& theme) {
        return std::max(1, static_cast<int>((inner + theme.pxf(gap)) / theme.pxf(narrowest + gap)));
    }
    static Charts natural(std::size_t charts, double inner, const Theme& theme) {
        return {charts, std::min(mostInARow, columnsIn(inner, narrowestChart, theme))};
    }
    /// On a page that is not high enough.
    static Charts squeezed(std::size_t charts, double inner, const Theme& theme) {
        return {charts, columnsIn(inner, squeezedChart, theme)};
    }
    double height(const Theme& theme) const { return rows * theme.pxf(chartHeight) + (rows - 1) * theme.pxf(gap); }
};

/// Cell `index` of a grid of equal cells, with gaps.
QRectF cell(const QRectF& place, int columns, int rows, int index, double space) {
    const QSizeF size((place.width() - (columns - 1) * space) / columns,
                      (place.height() - (rows - 1) * space) / rows);
    const QPointF step(size.width() + space, size.height() + space);
    const int column = index % columns, row = index / columns;
    return {place.topLeft() + QPointF(column * step.x(), row * step.y()), size};
}

}  // namespace

std::vector<ChartPlan> plannedCharts(const FigureParts& parts, const FigureContent& content) {
    using enum Term::Group;
    std::vector<ChartPlan> all;
    for (const Term::Group group : {convergence, barrier, norms, truth})
        if (parts.shows(group))
            for (ChartPlan& plan : planCharts(content.runs, group)) all.push_back(std::move(plan));
    return all;
}

FigureLayout FigureLayout::make(const QRectF& page, const FigureParts& parts, std::size_t charts, double foot,
                                const Theme& theme) {
    const double border = theme.pxf(margin), space = theme.pxf(gap);
    QRectF rest = page.adjusted(border, border, -border, -border);
    FigureLayout layout;
    layout.foot = {rest.left(), rest.bottom() - foot, rest.width(), foot};
    rest.setBottom(layout.foot.top());
    if (charts > 0) {
        const double most = rest.height() * (parts.planes() ? mostForCharts : 1);
        Charts grid = Charts::natural(charts, rest.width(), theme);
        if (grid.height(theme) > most) grid = Charts::squeezed(charts, rest.width(), theme);
        const double height = parts.planes() ? std::min(grid.height(theme), most) : rest.height();
        const QRectF place(rest.left(), rest.bottom() - height, rest.width(), height);
        for (int i = 0; i < static_cast<int>(charts); ++i)
            layout.charts.push_back(cell(place, grid.columns, grid.rows, i, space));
        rest.setBottom(place.top() - space);
    }
    const auto [columns, rows] = planesOf(parts, rest.size(), theme);
    if (parts.upper) layout.upper = cell(rest, columns, rows, 0, space);
    if (parts.lower) layout.lower = cell(rest, columns, rows, columns * rows - 1, space);
    return layout;
}

double FigureLayout::naturalHeight(double width, const FigureParts& parts, std::size_t charts, double foot,
                                   const Theme& theme, bool strips) {
    const double inner = innerWidth(width, theme), space = theme.pxf(gap);
    const auto [columns, rows] = planesOf(parts, {inner, std::numeric_limits<double>::infinity()}, theme);
    double height = 2 * theme.pxf(margin) + foot;
    if (rows > 0) {
        const double plane = (inner - (columns - 1) * space) / columns;
        height += rows * (theme.pxf(titleHeight) + (planeAspect + (strips ? stripAspect : 0)) * plane) +
                  (rows - 1) * space;
    }
    if (charts > 0) height += Charts::natural(charts, inner, theme).height(theme);
    return parts.planes() && charts > 0 ? height + space : height;
}

double FigureLayout::innerWidth(double width, const Theme& theme) { return width - 2 * theme.pxf(margin); }

}  // namespace bilevel::ui
