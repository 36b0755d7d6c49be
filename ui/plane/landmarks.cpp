#include "ui/plane/landmarks.h"

#include "ui/document/movable_start.h"
#include "ui/kit/marker.h"
#include "ui/plane/variable_text.h"

#include <QCoreApplication>
#include <QLineF>

#include <algorithm>
#include <cmath>

namespace bilevel::ui {
namespace {

constexpr double startRadius = 10, otherStartRadius = 6, starRadius = 8.5, ringMargin = 4;

QString translated(const char* text) { return QCoreApplication::translate("Plane", text); }

TextTag makeTag(const QString& text, const QFont& font, const Theme& theme) {
    return {{}, text, font, theme.ink, theme.halo, theme.pxf(4)};
}

/// Above a place, or below it where there is no room.
TextTag above(TextTag tag, QPointF place, double distance, const QRectF& area) {
    const QRectF size = tag.bounds();
    const bool fits = place.y() - distance - size.height() > area.top();
    tag.baseline = QPointF(place.x() - size.center().x(),
                           fits ? place.y() - distance - size.bottom() : place.y() + distance - size.top());
    return tag.within(area);
}

/// To the right of a place, or to the left where there is no room.
TextTag beside(TextTag tag, QPointF place, double distance, const QRectF& area) {
    const QRectF size = tag.bounds();
    const bool fits = place.x() + distance + size.width() < area.right();
    tag.baseline = QPointF(fits ? place.x() + distance - size.left() : place.x() - distance - size.right(),
                           place.y() - size.center().y());
    return tag.within(area);
}

/// Beside the curve, on the side that has more room.
TextTag besideCurve(const TextTag& tag, const SolutionLines::Label& label, const PlaneMap& map, double distance) {
    const QPointF at = map.toScene(label.at), along = map.vectorToScene(label.along);
    const double length = std::hypot(along.x(), along.y());
    QPointF across(-along.y() / length, along.x() / length);
    if (QPointF::dotProduct(across, map.area.center() - at) < 0) across = -across;
    return tag.beyond(at, across, distance).within(map.area);
}

QString curveName(const PlaneContent& content) {
    return variableText(content.verticalName()) + "*(" + argumentsText(content.problem.text().upperVariables) +
           ')';
}

}  // namespace

std::vector<QRectF> Landmarks::bounds(const Theme& theme) const {
    std::vector<QRectF> all;
    const auto around = [&](QPointF at, double radius) {
        const double r = theme.pxf(radius + ringMargin);
        all.emplace_back(at.x() - r, at.y() - r, 2 * r, 2 * r);
    };
    if (start) around(*start, startRadius);
    for (const auto& star : {solution, optimum})
        if (star) around(*star, starRadius);
    for (const OtherStart& other : otherStarts) around(other.at, otherStartRadius);
    for (const TextTag& tag : tags) all.push_back(tag.bounds());
    return all;
}

Landmarks makeLandmarks(const PlaneContent& content, const SolutionLines& lines, const PlaneMap& map,
                        const Theme& theme) {
    Landmarks marks;
    const RunView* const alone = loneStarter(content.runs, content.selected);
    const QPointF start = map.toScene(content.shown(alone ? alone->start : content.problem.start()));
    marks.startColour = alone ? theme.run(alone->style) : theme.ink;
    if (map.area.contains(start)) marks.start = start;
    for (const RunView* run : content.visibleRuns()) {
        const QPointF at = map.toScene(content.shown(run->start));
        const QColor colour = run->ownStart ? theme.run(run->style) : theme.ink;
        const Landmarks::OtherStart other{at, colour};
        if (at != start && map.area.contains(at) &&
            std::ranges::find(marks.otherStarts, other) == marks.otherStarts.end())
            marks.otherStarts.push_back(other);
    }
    if (const auto solution = content.solution(); solution && map.area.contains(map.toScene(*solution)))
        marks.solution = map.toScene(*solution);
    if (lines.optimum) {
        const QPointF at = map.toScene(*lines.optimum);
        const bool known = marks.solution && QLineF(at, *marks.solution).length() < theme.pxf(starRadius);
        if (!known && map.area.contains(at)) marks.optimum = at;
    }
    if (!content.options.labels) return marks;

    const QFont words = theme.text(12, QFont::DemiBold);
    if (lines.label)
        marks.tags.push_back(
            besideCurve(makeTag(curveName(content), theme.math(18), theme), *lines.label, map, theme.pxf(11)));
    if (marks.start)
        marks.tags.push_back(
            above(makeTag(translated("start"), words, theme), *marks.start, theme.pxf(startRadius + 1), map.area));
    if (marks.solution)
        marks.tags.push_back(beside(makeTag(translated("optimum"), words, theme), *marks.solution,
                                    theme.pxf(starRadius + 1), map.area));
    if (marks.optimum)
        marks.tags.push_back(
            beside(makeTag(marks.solution ? translated("optimum found") : translated("optimum"), words, theme),
                   *marks.optimum, theme.pxf(starRadius + 1), map.area));
    return marks;
}

void paintLandmarks(QPainter& painter, const Landmarks& landmarks, const Theme& theme) {
    for (const auto& star : {landmarks.solution, landmarks.optimum}) {
        if (star) drawStar(painter, *star, theme.pxf(starRadius), theme);
    }
    painter.setBrush(Qt::NoBrush);
    const auto ring = [&](QPointF at, const QColor& colour, double radius, double width) {
        painter.setPen(QPen(theme.halo, width + theme.pxf(3)));
        painter.drawEllipse(at, radius, radius);
        painter.setPen(QPen(colour, width));
        painter.drawEllipse(at, radius, radius);
    };
    for (const auto& other : landmarks.otherStarts)
        ring(other.at, other.colour, theme.pxf(otherStartRadius), theme.pxf(1.6));
    if (!landmarks.start) return;
    ring(*landmarks.start, landmarks.startColour, theme.pxf(startRadius), theme.pxf(2));
    painter.setPen(Qt::NoPen);
    painter.setBrush(landmarks.startColour);
    painter.drawEllipse(*landmarks.start, theme.pxf(3), theme.pxf(3));
}

}  // namespace bilevel::ui
