#include "ui/plane/solution_painter.h"

#include "ui/ground/clip.h"

namespace bilevel::ui {
namespace {

constexpr double globalWidth = 2.2, globalHalo = 6.5, localWidth = 1.6, localHalo = 4, maximumWidth = 1.3;
constexpr double foldRadius = 3.4, swapRadius = 3.2, placeRadius = 4.5;
constexpr double detail = 0.3;  // px: finer than this, a line's corners cannot be seen

class Painter {
public:
    Painter(QPainter& painter, const PlaneMap& map, const Theme& theme)
        : painter_(painter), map_(map), theme_(theme) {}

    void paint(const SolutionLines& lines) {
        using Kind = SolutionLines::Kind;
        painter_.setBrush(Qt::NoBrush);
        stroke(lines, Kind::maximum, dotted());
        stroke(lines, Kind::local, solid(theme_.halo, localHalo));
        stroke(lines, Kind::local, dashed());
        stroke(lines, Kind::global, solid(theme_.halo, globalHalo));
        stroke(lines, Kind::global, solid(theme_.ink, globalWidth));
        for (const SolutionLines::Swap& swap : lines.swaps) join(swap);
        for (const QPointF& fold : lines.folds) ring(fold, foldRadius, theme_.surface, theme_.ink2);
        for (const SolutionLines::Swap& swap : lines.swaps)
            for (const QPointF& end : {swap.from, swap.to}) ring(end, swapRadius, theme_.ink, theme_.ink);
        for (const SolutionLines::Place& place : lines.places)
            ring(place.at, placeRadius, place.global ? theme_.ink : theme_.surface, theme_.ink);
    }

private:
    QPen solid(const QColor& colour, double width) const {
        return {colour, theme_.pxf(width), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin};
    }
    QPen patterned(double width, const QList<qreal>& pattern) const {
        QPen pen(theme_.ink2, theme_.pxf(width), Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
        pen.setDashPattern(pattern);
        return pen;
    }
    QPen dashed() const { return patterned(localWidth, {5, 3.5}); }
    QPen dotted() const { return patterned(maximumWidth, {1.4, 3}); }

    void stroke(const SolutionLines& lines, SolutionLines::Kind kind, const QPen& pen) {
        painter_.setPen(pen);
        for (const SolutionLines::Line& line : lines.lines)
            if (line.kind == kind) stroke(line.line);
    }
    void stroke(const QPolygonF& data) {
        for (const QPolygonF& piece : clipLine(thinLine(map_.toScene(data), detail), map_.area))
            painter_.drawPolyline(piece);
    }
    void join(const SolutionLines::Swap& swap) {
        painter_.setPen(patterned(maximumWidth, {1.4, 3}));
        stroke(QPolygonF{swap.from, swap.to});
    }
    void ring(QPointF data, double radius, const QColor& fill, const QColor& rim) {
        const QPointF at = map_.toScene(data);
        if (!map_.area.contains(at)) return;
        painter_.setBrush(fill);
        painter_.setPen(QPen(theme_.halo, theme_.pxf(4)));
        painter_.drawEllipse(at, theme_.pxf(radius), theme_.pxf(radius));
        painter_.setPen(QPen(rim, theme_.pxf(1.5)));
        painter_.drawEllipse(at, theme_.pxf(radius), theme_.pxf(radius));
    }

    QPainter& painter_;
    const PlaneMap& map_;
    const Theme& theme_;
};

}  // namespace

void paintSolutions(QPainter& painter, const SolutionLines& lines, const PlaneMap& map, const Theme& theme) {
    painter.setRenderHint(QPainter::Antialiasing);
    Painter(painter, map, theme).paint(lines);
}

}  // namespace bilevel::ui
