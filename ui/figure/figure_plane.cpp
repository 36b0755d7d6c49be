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

constexpr double filmPixels = 2;  // of the device, to a cell of the ground; a still has one
constexpr int fewestCells = 64, mostOfAFilm = 480, mostOfAStill = 1500;

PlaneContent planeContent(const FigureContent& content, bool upper) {
    const Slice slice = shownSlice(content, content.position);
    return {.problem = content.problem,
            .upper = upper,
            .horizontal = slice.horizontal,
            .vertical = slice.vertical,
            .horizontalRange = content.view.horizontalRange,
            .verticalRange = content.view.verticalRange,
            .runs = content.runs,
            .selected = content.selectedRun(),
            .options = content.shown};
}

}  // namespace

FigurePlane::FigurePlane(const QRectF& place, const FigureContent& content, const Theme& theme, Look look,
                         SolutionsPtr known)
    : content_(content),
      theme_(theme),
      look_(look),
      title_(place.left(), place.top(), place.width(), theme.pxf(FigureLayout::titleHeight)),
      place_(place.adjusted(0, title_.height(), 0, 0)),
      chart_(new PlaneChart(theme)),
      solutions_(std::move(known)) {
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
    solutions_ = shownSolutions(content_, position, solutions_);
    chart_->setSolutions(solutions_);
    chart_->setRow(position);
    const RunView* const run = chart_->item().content().selectedRun();
    if (content_.step && run)
        chart_->item().setStep(lookAt(*run, content_.problem, content_.study.iterations, position));
}

void FigurePlane::renewGround(int position) {
    const PlaneContent& shown = chart_->item().content();
    const QRectF area = chart_->item().map().area;
    const auto cells = [&](double units) {
        const double pixels = units * look_.pixelsPerUnit;
        return look_.layered ? std::clamp(static_cast<int>(pixels / filmPixels), fewestCells, mostOfAFilm)
                             : std::clamp(static_cast<int>(pixels), fewestCells, mostOfAStill);
    };
    const GroundRequest request{.slice = shownSlice(content_, position),
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
