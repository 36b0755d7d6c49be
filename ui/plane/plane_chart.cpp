#include "ui/plane/plane_chart.h"

#include "ui/plane/variable_text.h"

#include <QFontMetricsF>
#include <QGraphicsLayout>
#include <QLineSeries>

#include <algorithm>
#include <cmath>

namespace bilevel::ui {
namespace {

constexpr double tickSize = 12, titleSize = 13, symbolSize = 17;
constexpr double tickGap = 8, titleRoom = 26, topRoom = 8, rightRoom = 10;
constexpr double horizontalDistance = 56, verticalDistance = 44, labelGap = 18;  // px, at least
constexpr double stripShare = 0.24, lowestStrip = 52, highestStrip = 120, stripGap = 7;
constexpr double mostForStrip = 0.35;  // of the room; a lower chart has none

/// As many ticks as fit; long labels need more room.
std::vector<Tick> horizontalTicks(const Interval& range, double pixels, const QFontMetricsF& metrics,
                                  const Theme& theme) {
    std::vector<Tick> ticks;
    double distance = theme.pxf(horizontalDistance), widest = 0;
    do {
        distance = std::max(distance, widest + theme.pxf(labelGap));
        ticks = niceTicks(range, pixels, distance);
        widest = 0;
        for (const Tick& tick : ticks) widest = std::max(widest, metrics.horizontalAdvance(tick.label));
    } while (widest + theme.pxf(labelGap) > distance && ticks.size() > 2);
    return ticks;
}

}  // namespace

PlaneChart::PlaneChart(const Theme& theme, QGraphicsItem* parent)
    : QChart(QChart::ChartTypeCartesian, parent, {}),
      theme_(theme),
      horizontal_(new QCategoryAxis(this)),
      vertical_(new QCategoryAxis(this)),
      item_(new PlaneItem(theme, this)),
      strip_(new ValueStrip(*item_, theme, this)) {
    legend()->hide();
    setBackgroundVisible(false);
    setPlotAreaBackgroundVisible(false);
    setMargins({});
    layout()->setContentsMargins(0, 0, 0, 0);
    addAxis(horizontal_, Qt::AlignBottom);
    addAxis(vertical_, Qt::AlignLeft);
    // Axes need a series to be of use to.
    auto* series = new QLineSeries(this);
    addSeries(series);
    for (QCategoryAxis* axis : {horizontal_, vertical_}) {
        axis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
        axis->setGridLineVisible(false);
        axis->setTruncateLabels(false);
        series->attachAxis(axis);
        styleAxis(*axis);
    }
}

void PlaneChart::setContent(PlaneContent content) {
    const bool sameAxes = item_->hasContent() && item_->content().horizontalRange == content.horizontalRange &&
                          item_->content().verticalRange == content.verticalRange &&
                          item_->content().horizontalName() == content.horizontalName() &&
                          item_->content().verticalName() == content.verticalName();
    const bool sameParts = item_->hasContent() && item_->content().options.values == content.options.values;
    item_->setContent(std::move(content));
    if (!sameAxes || !sameParts) arrange();
    strip_->renew();
}

void PlaneChart::setRow(int row) {
    item_->setRow(row);
    strip_->moveHeads();
}

void PlaneChart::setSolutions(const SolutionsPtr& solutions) {
    item_->setSolutions(solutions);
    strip_->setSolutions(solutions);
}

void PlaneChart::setCrosshair(const std::optional<QPointF>& at, const std::vector<Reading>& readings) {
    item_->setCrosshair(at, readings);
    strip_->setCrosshair(at ? std::optional(at->x()) : std::nullopt);
}

void PlaneChart::restyle() {
    styleAxis(*horizontal_);
    styleAxis(*vertical_);
    arrange();
    item_->restyle();
    strip_->renew();
}

void PlaneChart::resizeEvent(QGraphicsSceneResizeEvent* event) {
    QChart::resizeEvent(event);
    arrange();
}

void PlaneChart::styleAxis(QCategoryAxis& axis) const {
    axis.setLabelsFont(theme_.text(tickSize));
    axis.setLabelsColor(theme_.ink2);
    axis.setLinePen(QPen(theme_.border, 1));
    axis.setTitleFont(theme_.text(titleSize, QFont::Medium));
    axis.setTitleBrush(theme_.ink2);
}

QString PlaneChart::title(const std::string& variable, bool upper) const {
    const QFont symbol = theme_.math(symbolSize);
    return QStringLiteral(
               "<span style=\"font-family:'%1';font-size:%2px;font-weight:400\"><i>%3</i></span>&nbsp;&nbsp;%4")
        .arg(symbol.families().join(QStringLiteral("','")))
        .arg(symbol.pixelSize())
        .arg(variableText(variable).toHtmlEscaped(), upper ? tr("upper variable") : tr("lower variable"));
}

void PlaneChart::setTicks(QCategoryAxis& axis, const Interval& range, const std::vector<Tick>& ticks) {
    for (const QString& label : axis.categoriesLabels()) axis.remove(label);
    axis.setStartValue(range.minimum);
    for (const Tick& tick : ticks) axis.append(tick.label, tick.value);
    axis.setRange(range.minimum, range.maximum);
}

/// Below an upper coordinate stands what the lower level makes of it.
double PlaneChart::stripHeight(double room) const {
    const PlaneContent& content = item_->content();
    if (!content.options.values || content.horizontal >= content.problem.nx()) return 0;
    const double height = std::clamp(stripShare * room, theme_.pxf(lowestStrip), theme_.pxf(highestStrip));
    return height < mostForStrip * room ? std::floor(height) : 0;
}

/// The plot takes what labels and titles leave. Set by hand, so that it lies on whole pixels and both planes
/// agree.
void PlaneChart::arrange() {
    if (!item_->hasContent() || size().isEmpty()) return;
    const PlaneContent& content = item_->content();
    const QFontMetricsF metrics(theme_.text(tickSize));
    const double bottom = std::ceil(metrics.height() + theme_.pxf(tickGap + titleRoom));
    const double top = theme_.px(topRoom), right = theme_.px(rightRoom);
    const double room = std::floor(size().height() - top - bottom);
    const double strip = stripHeight(room), gap = strip > 0 ? theme_.px(stripGap) : 0;
    const double height = room - strip - gap;
    const std::vector<Tick> upwards = niceTicks(content.verticalRange, height, theme_.pxf(verticalDistance));
    double widest = 0;
    for (const Tick& tick : upwards) widest = std::max(widest, metrics.horizontalAdvance(tick.label));
    if (strip > 0) widest = std::max(widest, metrics.horizontalAdvance(QStringLiteral("−0.00")));
    const double left = std::ceil(widest + theme_.pxf(tickGap + titleRoom));
    const QRectF area(left, top, std::floor(size().width() - left - right), height);
    if (area.width() < 1 || area.height() < 1) return;

    setTicks(*horizontal_, content.horizontalRange,
             horizontalTicks(content.horizontalRange, area.width(), metrics, theme_));
    // The axis goes on along the strip, without numbers.
    const double perPixel = (content.verticalRange.maximum - content.verticalRange.minimum) / height;
    setTicks(*vertical_, {content.verticalRange.minimum - (strip + gap) * perPixel, content.verticalRange.maximum},
             upwards);
    horizontal_->setTitleText(title(content.horizontalName(), content.horizontal < content.problem.nx()));
    vertical_->setTitleText(title(content.verticalName(), content.vertical < content.problem.nx()));
    setPlotArea(area.adjusted(0, 0, 0, strip + gap));
    item_->setArea(area);
    strip_->setArea(strip > 0 ? QRectF(left, area.bottom() + gap, area.width(), strip) : QRectF(), left);
}

}  // namespace bilevel::ui
