#include "ui/plane/value_strip.h"

#include "ui/ground/clip.h"
#include "ui/kit/marker.h"
#include "ui/plane/ticks.h"
#include "ui/plane/variable_text.h"

#include <QCoreApplication>
#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace bilevel::ui {
namespace {

constexpr double overhang = 8;  // heads near the rim may reach this far beyond it
constexpr double bestWidth = 1.9, worstWidth = 1.3, jumpWidth = 1.1, stemWidth = 1.2;
constexpr double headRadius = 4.2, selectedRadius = 5.4, dotRadius = 3.2, starRadius = 6.5;
constexpr double tickDistance = 26, tickSize = 11;
constexpr double detail = 0.6;  // px between the points of a path
constexpr double pathWidth = 1.2,
                 widestPath = 1;  // Qt strokes wider lines many times slower, and a drag redraws them
constexpr float pathOpacity = 0.5F;
constexpr double endRoom = 0.08;  // of the range, beyond where a run ended
constexpr int nameSamples = 12;

QString translated(const char* text) { return QCoreApplication::translate("Plane", text); }

/// "F(x)" of the upper objective, "min g(x, ·)" of the lower.
QString nameOf(const PlaneContent& content) {
    const QString x = argumentsText(content.problem.text().upperVariables);
    return content.upper
               ? QStringLiteral("F(%1) = f(%1, %2*)").arg(x, argumentsText(content.problem.text().lowerVariables))
               : QStringLiteral("min g(%1, ·)").arg(x);
}

}  // namespace

ValueStrip::ValueStrip(const PlaneItem& plane, const Theme& theme, QGraphicsItem* parent)
    : QGraphicsItem(parent), plane_(plane), theme_(theme) {
    setZValue(plane.zValue());
    setFlag(ItemUsesExtendedStyleOption);
    setAcceptedMouseButtons(Qt::NoButton);
}

void ValueStrip::setArea(const QRectF& area, double labels) {
    if (area == map_.area && labels == labelRoom_) return;
    prepareGeometryChange();
    map_.area = area;
    labelRoom_ = labels;
    renew();
}

void ValueStrip::setSolutions(const SolutionsPtr& solutions) {
    if (solutions == solutions_) return;
    solutions_ = solutions;
    curve_ = {};
    if (solutions_ && plane_.hasContent()) curve_ = valueCurve(*solutions_, plane_.content().upper);
    renew();
}

void ValueStrip::renew() {
    if (!plane_.hasContent()) return;
    map_.horizontal = plane_.content().horizontalRange;
    map_.vertical = rangeWithEnds();
    heads_ = headsNow();
    stale_ = true;
    update();
}

/// What is worth showing of the curve, and where runs ended, unless that is far away.
Interval ValueStrip::rangeWithEnds() const {
    Interval range = curve_.range;
    const double height = range.maximum - range.minimum, room = endRoom * height;
    for (const RunView* run : plane_.content().visibleRuns()) {
        const auto value = run->trajectory->column(plane_.content().upper ? "f" : "g");
        if (value.empty() || !(std::abs(value.back() - range.clamp(value.back())) < height)) continue;
        range.minimum = std::min(range.minimum, value.back() - room);
        range.maximum = std::max(range.maximum, value.back() + room);
    }
    return range;
}

/// The corner that the curve keeps away from, for its name.
QPointF ValueStrip::namePlace(const QRectF& ink) const {
    const QRectF& area = map_.area;
    const double gap = theme_.pxf(8), edge = theme_.pxf(5);
    const double lefts[]{area.left() + gap, area.right() - gap - ink.width()};
    const double tops[]{area.top() + edge, area.bottom() - edge - ink.height()};
    QPointF best(lefts[0], tops[0]);
    double most = -1;
    for (const double top : tops)
        for (const double left : lefts) {
            double clear = area.height();
            for (int k = 0; k <= nameSamples; ++k) {
                const double x = left + ink.width() * k / nameSamples;
                const double value = curve_.at(map_.toData(QPointF(x, 0)).x());
                if (std::isnan(value)) continue;
                const double y = map_.toScene(QPointF(0, value)).y();
                clear = std::min(clear, std::max(top - y, y - top - ink.height()));
            }
            if (clear > most + 1) most = clear, best = QPointF(left, top);
        }
    return best - ink.topLeft();
}

void ValueStrip::moveHeads() {
    if (!plane_.hasContent() || map_.area.isEmpty()) return;
    for (const Head& head : heads_) update(head.bounds());
    heads_ = headsNow();
    for (const Head& head : heads_) update(head.bounds());
}

void ValueStrip::setCrosshair(const std::optional<double>& x) {
    if (x == crosshair_) return;
    for (const auto& at : {crosshair_, x})
        if (at) {
            const double place = map_.toScene(QPointF(*at, 0)).x();
            update(QRectF(place - 2, map_.area.top(), 4, map_.area.height()));
        }
    crosshair_ = x;
}

QRectF ValueStrip::boundingRect() const { return map_.area.adjusted(-labelRoom_, -overhang, overhang, overhang); }

QRectF ValueStrip::Head::bounds() const {
    const double margin = 2 * radius + 2;
    QRectF all(at, onCurve.value_or(at));
    return all.normalized().adjusted(-margin, -margin, margin, margin);
}

std::vector<ValueStrip::Head> ValueStrip::headsNow() const {
    std::vector<Head> heads;
    if (curve_.isEmpty() || map_.area.isEmpty()) return heads;
    const PlaneContent& content = plane_.content();
    for (const RunView* run : content.visibleRuns()) {
        const auto x = run->trajectory->column(content.horizontalName());
        const auto value = run->trajectory->column(content.upper ? "f" : "g");
        const auto row = static_cast<std::size_t>(run->rowAt(plane_.row()));
        if (row >= x.size() || row >= value.size() || !map_.horizontal.contains(x[row])) continue;
        // One that lies beyond the strip waits at its rim.
        const double height = map_.vertical.clamp(value[row]), below = curve_.at(x[row]);
        if (std::isnan(height)) continue;
        Head head{.at = map_.toScene(QPointF(x[row], height)),
                  .onCurve = {},
                  .marker = run->style.marker,
                  .radius = theme_.pxf(run == content.selectedRun() ? selectedRadius : headRadius),
                  .colour = theme_.run(run->style)};
        if (std::isfinite(below)) head.onCurve = map_.toScene(QPointF(x[row], map_.vertical.clamp(below)));
        heads.push_back(head);
    }
    return heads;
}

void ValueStrip::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget* widget) {
    if (!plane_.hasContent() || map_.area.isEmpty()) return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (const double ratio = plane_.layerRatio(widget); ratio > 0) {
        keepStill(ratio);
        painter->drawPixmap(boundingRect().topLeft(), still_);
    } else {
        paintStill(*painter);
    }
    if (crosshair_) {
        const double place = map_.toScene(QPointF(*crosshair_, 0)).x();
        painter->setPen(QPen(theme_.ink2, theme_.pxf(0.8)));
        painter->drawLine(QPointF(place, map_.area.top()), QPointF(place, map_.area.bottom()));
    }
    for (const Head& head : heads_) paintHead(*painter, head);
    painter->restore();
}

void ValueStrip::keepStill(double pixelRatio) {
    const QRectF box = boundingRect();
    const QSize size = (box.size() * pixelRatio).toSize();
    if (!stale_ && still_.size() == size) return;
    still_ = QPixmap(size);
    still_.setDevicePixelRatio(pixelRatio);
    still_.fill(Qt::transparent);
    QPainter painter(&still_);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(-box.topLeft());
    keeping_ = true;
    paintStill(painter);
    keeping_ = stale_ = false;
}

void ValueStrip::paintStill(QPainter& painter) {
    painter.fillRect(map_.area, theme_.sunken);
    paintPaths(painter);
    paintCurve(painter);
    QColor frame = theme_.ink;
    frame.setAlphaF(theme_.dark ? 0.14F : 0.18F);
    painter.setPen(QPen(frame, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(map_.area.adjusted(0.5, 0.5, -0.5, -0.5));
    paintLabels(painter);
}

void ValueStrip::paintPaths(QPainter& painter) const {
    if (curve_.isEmpty()) return;
    const PlaneContent& content = plane_.content();
    painter.setBrush(Qt::NoBrush);
    for (const RunView* run : content.visibleRuns()) {
        const ScenePath path =
            makeScenePath(run->trajectory->column(content.horizontalName()),
                          run->trajectory->column(content.upper ? "f" : "g"), map_, theme_.pxf(detail));
        QColor colour = theme_.run(run->style);
        colour.setAlphaF(pathOpacity);
        painter.setPen(QPen(colour, std::min(theme_.pxf(pathWidth), widestPath)));
        strokePieces(painter, path.points, 0, static_cast<int>(path.points.size()), map_.area);
    }
}

void ValueStrip::paintCurve(QPainter& painter) const {
    painter.setBrush(Qt::NoBrush);
    const auto stroke = [&](const std::vector<QPolygonF>& pieces) {
        for (const QPolygonF& piece : pieces)
            for (const QPolygonF& part : clipLine(map_.toScene(piece), map_.area)) painter.drawPolyline(part);
    };
    QPen worst(theme_.ink2, theme_.pxf(worstWidth), Qt::SolidLine, Qt::FlatCap);
    worst.setDashPattern({5, 3.5});
    painter.setPen(worst);
    stroke(curve_.worst);
    QPen jump(theme_.ink2, theme_.pxf(jumpWidth), Qt::SolidLine, Qt::FlatCap);
    jump.setDashPattern({1.5, 2.5});
    painter.setPen(jump);
    for (const ValueCurve::Jump& j : curve_.jumps) stroke({{QPointF(j.x, j.from), QPointF(j.x, j.to)}});
    painter.setPen(QPen(theme_.ink, theme_.pxf(bestWidth), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    stroke(curve_.best);
    // Both ends of a jump are solutions of the lower level; the optimist takes the lower one.
    const auto dot = [&](QPointF at, bool taken) {
        if (!map_.area.contains(at)) return;
        painter.setPen(QPen(theme_.ink, theme_.pxf(1.4)));
        painter.setBrush(taken ? theme_.ink : theme_.sunken);
        painter.drawEllipse(at, theme_.pxf(dotRadius), theme_.pxf(dotRadius));
    };
    for (const ValueCurve::Jump& j : curve_.jumps) {
        dot(map_.toScene(QPointF(j.x, std::max(j.from, j.to))), false);
        dot(map_.toScene(QPointF(j.x, std::min(j.from, j.to))), true);
    }
    if (plane_.content().upper && curve_.optimum && map_.area.contains(map_.toScene(*curve_.optimum)))
        drawStar(painter, map_.toScene(*curve_.optimum), theme_.pxf(starRadius), theme_);
}

void ValueStrip::paintLabels(QPainter& painter) {
    const QRectF& area = map_.area;
    if (curve_.isEmpty()) {
        painter.setFont(theme_.text(12));
        painter.setPen(theme_.ink3);
        if (solutions_)
            painter.drawText(area, Qt::AlignCenter, translated("the lower level has no solution here"));
        return;
    }
    const QFont font = theme_.text(tickSize);
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    painter.setPen(theme_.ink2);
    for (const Tick& tick : niceTicks(map_.vertical, area.height(), theme_.pxf(tickDistance))) {
        const double y = map_.toScene(QPointF(0, tick.value)).y();
        const QRectF place(area.left() - labelRoom_, y - metrics.height() / 2, labelRoom_ - theme_.pxf(6),
                           metrics.height());
        if (y - metrics.height() / 2 < area.top() - overhang || y > area.bottom() - metrics.height() / 3) continue;
        painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter, tick.label);
    }
    TextTag name{{}, nameOf(plane_.content()), theme_.math(15), theme_.ink2, theme_.halo, theme_.pxf(4)};
    name.baseline = namePlace(name.ink());
    tags_.draw(painter, name, keeping_);
}

void ValueStrip::paintHead(QPainter& painter, const Head& head) const {
    const QColor rim = theme_.dark ? theme_.background : QColor(Qt::white);
    if (head.onCurve) {
        painter.setPen(QPen(head.colour, theme_.pxf(stemWidth)));
        painter.drawLine(head.at, *head.onCurve);
        painter.setBrush(theme_.sunken);
        painter.setPen(QPen(head.colour, theme_.pxf(1.6)));
        painter.drawEllipse(*head.onCurve, 0.62 * head.radius, 0.62 * head.radius);
    }
    painter.setPen(QPen(rim, theme_.pxf(1.4)));
    painter.setBrush(head.colour);
    drawMarker(painter, head.marker, head.at, head.radius);
}

}  // namespace bilevel::ui
