#include "ui/animation/film.h"

#include "ui/figure/composition.h"
#include "ui/figure/figure_layout.h"
#include "ui/figure/figure_legend.h"
#include "ui/kit/marker.h"

#include <algorithm>
#include <cmath>

namespace bilevel::ui {
namespace {

constexpr double plainWidth = 960, plainHeight = 600;  // of a film in which everything has its plain size
constexpr double smallestScale = 0.4, largestScale = 6;

double scaleFor(QSize size) {
    return std::clamp(std::min(size.width() / plainWidth, size.height() / plainHeight), smallestScale,
                      largestScale);
}

}  // namespace

Film::Film(FigureContent content, const FigureParts& parts, QSize size, bool dark)
    : content_(std::move(content)), theme_(Theme::make(dark, scaleFor(size))), still_(size, QImage::Format_RGB32) {
    still_.fill(theme_.surface);
    player_.setRows(positions());
    range_.setEnd(content_.clock.end, 0);
    if (content_.axis) range_.zoomTo(content_.axis->minimum, content_.axis->maximum);
    const QRectF page(QPointF(0, 0), size);
    const FigureLegend legend(content_, parts, FigureLayout::innerWidth(page.width(), theme_), theme_);
    const std::vector<ChartPlan> plans = plannedCharts(parts, content_);
    const FigureLayout layout = FigureLayout::make(page, parts, plans.size(), legend.height(), theme_);
    addCharts(plans, layout.charts);
    for (const bool upper : {true, false}) {
        const QRectF place = QRectF((upper ? layout.upper : layout.lower).toAlignedRect());
        if (!place.isEmpty())
            planes_.push_back(std::make_unique<FigurePlane>(
                place, content_, theme_, FigurePlane::Look{.upper = upper, .pixelsPerUnit = 1, .layered = true},
                planes_.empty() ? content_.solutions : planes_.back()->solutions()));
    }
    QPainter painter(&still_);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    for (const auto& plane : planes_) plane->paintBehind(painter);
    legend.paint(painter, layout.foot);
}

Film::~Film() = default;

int Film::naturalHeight(const FigureContent& content, const FigureParts& parts, int width) {
    const double scale = std::clamp(width / plainWidth, smallestScale, largestScale);
    return static_cast<int>(std::lround(ui::naturalHeight(parts, content, width, Theme::make(false, scale))));
}

void Film::addCharts(const std::vector<ChartPlan>& plans, const std::vector<QRectF>& places) {
    for (std::size_t i = 0; i < plans.size(); ++i) {
        const QRect place = places[i].toAlignedRect();
        auto chart = std::make_unique<TraceChart>(plans[i], player_, range_, theme_);
        chart->setContent(fillChart(plans[i], content_.runs, content_.selectedRun(), content_.clock));
        chart->resize(place.size());
        charts_.push_back({place.topLeft(), std::move(chart)});
    }
}

QImage Film::frame(int position) {
    player_.seek(position);
    QImage image = still_;
    QPainter painter(&image);
    for (const auto& plane : planes_) {
        plane->show(player_.row());
        plane->paintInside(painter);
    }
    for (const auto& [at, chart] : charts_) chart->viewport()->render(&painter, at);
    return image;
}

std::vector<QRgb> Film::keyColours() const {
    std::vector<QRgb> colours{theme_.surface.rgb(), theme_.ink.rgb(), theme_.ink3.rgb(), theme_.error.rgb(),
                              starColour};
    for (const RunView& run : content_.runs)
        if (run.visible && run.trajectory) colours.push_back(theme_.run(run.style).rgb());
    return colours;
}

}  // namespace bilevel::ui
