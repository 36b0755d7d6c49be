#include "ui/figure/figure_plane.h"

#include "ui/figure/figure_layout.h"
#include "ui/plane/ramp_legend.h"
#include "ui/plane/variable_text.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QStyleOptionGraphicsItem>

#include <algorithm>

namespace bilevel::ui {
namespace {

constexpr double groundPixels = 2;  // of the device, to a cell of the ground
constexpr int fewestCells = 64, mostCells = 480;

int indexOf(const Problem& problem, const std::string& variable) {
    return static_cast<int>(std::ranges::find(problem.variables(), variable) - problem.variables().begin());
}

PlaneContent planeContent(const FigureContent& content, bool upper) {
    const View view = content.study.problem.resolvedView();
    return {.problem = content.problem,
            .upper = upper,
            .horizontal = indexOf(content.problem, view.horizontal),
            .vertical = indexOf(content.problem, view.vertical),
            .horizontalRange = view.horizontalRange,
            .verticalRange = view.verticalRange,
            .runs = content.runs,
            .selected = content.selectedRun(),
            .options = content.shown};
}

}  // namespace

FigurePlane::FigurePlane(const QRectF& place, const FigureContent& content, const Theme& theme, Look look)
    : content_(content),
      theme_(theme),
      look_(look),
      title_(place.left(), place.top(), place.width(), theme.pxf(FigureLayout::titleHeight)),
      place_(place.adjusted(0, title_.height(), 0, 0)),
      chart_(new PlaneChart(theme)) {
    scene_.addItem(chart_);
    chart_->resize(place_.size());
    chart_->setContent(planeContent(content, look.upper));
    if (look.layered) chart_->item().setLayered(look.pixelsPerUnit);
    for (QGraphicsItem* const part :
         {static_cast<QGraphicsItem*>(&chart_->item()), static_cast<QGraphicsItem*>(&chart_->strip())})
        part->setVisible(false);  // they are painted apart from the axes
    // A scene without a window lays out later: the axes would lie where they were at first.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    show(content.position);
}

void FigurePlane::show(int position) {
    renewGround(position);
    renewSolutions(position);
    chart_->setRow(position);
    const RunView* const run = chart_->item().content().selectedRun();
    if (content_.step && run)
        chart_->item().setStep(lookAt(*run, content_.problem, content_.study.iterations, position));
}

void FigurePlane::renewGround(int position) {
    const PlaneContent& shown = chart_->item().content();
    const QRectF area = chart_->item().map().area;
    const auto cells = [&](double units) {
        return std::clamp(static_cast<int>(units * look_.pixelsPerUnit / groundPixels), fewestCells, mostCells);
    };
    const GroundRequest request{.slice = {content_.problem, shown.horizontal, shown.vertical,
                                          iterateAt(content_.problem, shown.selectedRun(), position)},
                                .upper = look_.upper,
                                .horizontal = shown.horizontalRange,
                                .vertical = shown.verticalRange,
                                .columns = cells(area.width()),
                                .rows = cells(area.height()),
                                .filled = look_.filled,
                                .basins = content_.shown.basins};
    if (ground_ && sameGround(ground_->request, request)) return;
    ground_ = computeGround(request);
    chart_->item().setGround(ground_);
}

void FigurePlane::renewSolutions(int position) {
    if (!content_.shown.solutions && !content_.shown.values) return;
    const PlaneContent& shown = chart_->item().content();
    const SolutionRequest request = solutionRequest({content_.problem, shown.horizontal, shown.vertical,
                                                     iterateAt(content_.problem, shown.selectedRun(), position)},
                                                    shown.horizontalRange, shown.verticalRange);
    if (solutions_ && sameSolutions(solutions_->request, request)) return;
    solutions_ = computeSolutions(request, solutions_);
    chart_->setSolutions(solutions_);
}

void FigurePlane::paintTitle(QPainter& painter) const {
    const QString words = look_.upper ? QObject::tr("Upper objective") : QObject::tr("Lower objective");
    painter.setFont(theme_.text(14, QFont::DemiBold));
    painter.setPen(theme_.ink);
    painter.drawText(title_, Qt::AlignLeft | Qt::AlignVCenter, words);
    const double width = QFontMetricsF(painter.font()).horizontalAdvance(words);
    painter.setFont(theme_.math(16));
    painter.drawText(
        title_.adjusted(width + theme_.pxf(10), 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
        QStringLiteral("%1(%2)").arg(look_.upper ? "f" : "g", argumentsText(content_.problem.variables())));
    const double ramp = rampLegendWidth(theme_);
    paintRampLegend(painter, QRectF(title_.right() - ramp, title_.top(), ramp, title_.height()), theme_,
                    look_.upper);
}

void FigurePlane::paintBehind(QPainter& painter) {
    paintTitle(painter);
    scene_.render(&painter, place_, QRectF(QPointF(0, 0), place_.size()));
}

void FigurePlane::paintInside(QPainter& painter) {
    painter.save();
    painter.translate(place_.topLeft());
    for (QGraphicsItem* const part :
         {static_cast<QGraphicsItem*>(&chart_->strip()), static_cast<QGraphicsItem*>(&chart_->item())}) {
        QStyleOptionGraphicsItem all;
        all.exposedRect = part->boundingRect();
        part->paint(&painter, &all, nullptr);
    }
    painter.restore();
}

QRectF FigurePlane::inside() const {
    return (chart_->item().boundingRect() | chart_->strip().boundingRect()).translated(place_.topLeft());
}

}  // namespace bilevel::ui
