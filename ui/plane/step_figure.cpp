#include "ui/plane/step_figure.h"

#include "ui/ground/clip.h"
#include "ui/kit/to_text.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <span>

namespace bilevel::ui {
namespace {

constexpr double shortestPath = 4;  // in pixels: below it a path is a point
constexpr double dotRadius = 2.2, dotApart = 5;
constexpr double edgeReach = 1.7;     // half the length of an edge, in lengths of the longest arrow
constexpr double farthestEdge = 1.6;  // from the iterate, in the same unit
constexpr double hatchApart = 7, hatchLength = 11;

double lengthOf(QPointF v) { return std::hypot(v.x(), v.y()); }

/// Component of a recorded vector; NaN where it has none along this variable.
double component(const Trajectory& trajectory, const Term& term, const std::string& variable, int row) {
    const auto column = trajectory.column(std::string(term.id) + '_' + variable);
    return row < static_cast<int>(column.size()) ? column[static_cast<std::size_t>(row)] : std::nan("");
}

/// The recorded vector; empty where it was not recorded, or is of one level alone and `whole` is asked for.
std::optional<Point> recorded(const Trajectory& trajectory, const Problem& problem, const Term& term, int row,
                              bool whole) {
    Point vector = problem.start();
    int present = 0;
    for (Eigen::Index i = 0; i < vector.size(); ++i) {
        const double v = component(trajectory, term, problem.variables()[static_cast<std::size_t>(i)], row);
        present += std::isfinite(v) ? 1 : 0;
        vector[i] = std::isfinite(v) ? v : 0;
    }
    if (present == 0 || (whole && present < vector.size())) return {};
    return vector;
}

/// Is c = a + b, up to rounding?
bool isSum(const Point& a, const Point& b, const Point& c) {
    const Point difference{a.x + b.x - c.x, a.y + b.y - c.y};
    return difference.norm() <= 1e-9 * (a.norm() + b.norm());
}

class Builder {
public:
    Builder(const PlaneContent& content, const PlaneMap& map, const RunView& run, const SeenStep& seen,
            StepScale scale)
        : content_(content),
          map_(map),
          run_(run),
          seen_(seen),
          scale_(scale),
          from_(map.toScene(iteratesOf(content, run).at(seen.row))) {}

    void addPaths(StepFigure& figure) const {
        const Point iterate = seen_.trajectory->iterate(seen_.row, content_.problem.nx());
        for (const StepDetail::Path& path : seen_.detail.paths) {
            QPolygonF places;
            double length = 0;
            for (const Vector& y : path.y) {
                const QPointF place = map_.toScene(content_.shown({iterate.x, y}));
                if (!std::isfinite(place.x()) || !std::isfinite(place.y())) break;
                if (!places.isEmpty()) length += lengthOf(place - places.back());
                places << place;
            }
            if (length < shortestPath) continue;
            for (const QPolygonF& piece : clipLine(places, map_.area))
                figure.paths.push_back({piece, symbolOf(path.id)});
        }
    }

    /// Through the point of the step in all other coordinates, so that on the edge means on the edge.
    void addBorder(StepFigure& figure, const StepDetail::HalfSpace& half, const Theme& theme) const {
        const QPointF normal = content_.shown(half.normal), chosen = content_.shown(half.chosen);
        const double square = QPointF::dotProduct(normal, normal);
        if (!(square > 0)) return;
        const double others = half.normal.dot(half.chosen) - QPointF::dotProduct(normal, chosen);
        const QPointF nearest = normal * (-(half.offset - others) / square);  // of the directions −δ on the edge
        const QPointF foot = map_.vectorToScene(nearest) * scale_.scale;
        QPointF along = map_.vectorToScene({-normal.y(), normal.x()});
        along /= lengthOf(along);
        const QPointF centre =
            along * -QPointF::dotProduct(foot, along) + foot;  // nearest to the iterate on screen
        if (!(lengthOf(centre) <= farthestEdge * scale_.reach)) return;
        const double halfLength = edgeReach * scale_.reach;
        const QLineF whole(from_ + centre - along * halfLength, from_ + centre + along * halfLength);
        const QList<QPolygonF> inside = clipLine(QPolygonF{whole.p1(), whole.p2()}, map_.area);
        if (inside.empty()) return;
        StepFigure::Border border{{inside.front().front(), inside.front().back()}, {}, symbolOf(half.id)};
        // −δ may not go towards +normal beyond the edge.
        QPointF forbidden(-along.y(), along.x());
        if (QPointF::dotProduct(forbidden, map_.vectorToScene(normal)) < 0) forbidden = -forbidden;
        const QPointF stroke = (forbidden - along) * (theme.pxf(hatchLength) / std::sqrt(2));
        const double length = border.edge.length();
        for (double at = theme.pxf(hatchApart) / 2; at < length; at += theme.pxf(hatchApart)) {
            const QPointF begin = border.edge.p1() + along * at;
            if (map_.area.contains(begin + stroke)) border.hatching.emplace_back(begin, begin + stroke);
        }
        figure.borders.push_back(std::move(border));
    }

    void addClosing(StepFigure& figure, const std::vector<StepVector>& vectors) const {
        const auto tip = [&](const StepVector& v) {
            return from_ + map_.vectorToScene(content_.shown(v.vector)) * scale_.scale;
        };
        for (std::size_t a = 0; a < vectors.size(); ++a)
            for (std::size_t b = a + 1; b < vectors.size(); ++b)
                for (std::size_t c = 0; c < vectors.size(); ++c) {
                    if (c == a || c == b || !isSum(vectors[a].vector, vectors[b].vector, vectors[c].vector))
                        continue;
                    for (const std::size_t side : {a, b})
                        if (const QLineF line(tip(vectors[side]), tip(vectors[c]));
                            line.length() >= 1 && map_.area.contains(line.p1()) && map_.area.contains(line.p2()))
                            figure.closing.push_back(line);
                }
    }

private:
    QString symbolOf(std::string_view id) const {
        const Term* const term = run_.algorithm->term(id);
        return term ? toText(term->symbol) : QString();
    }

    const PlaneContent& content_;
    const PlaneMap& map_;
    const RunView& run_;
    const SeenStep& seen_;
    StepScale scale_;
    QPointF from_;
};

}  // namespace

const SeenStep* stepShown(const SeenStepPtr& seen, const RunView& run, int position) {
    return seen && seen->isOf(run, position) ? seen.get() : nullptr;
}

std::vector<StepVector> vectorsOf(const RunView& run, const Problem& problem, int row, const SeenStep* seen) {
    std::vector<StepVector> vectors;
    if (!run.algorithm || !run.trajectory) return vectors;
    const auto shown = [&](const Term& term) -> std::optional<Point> {
        if (seen)
            for (const StepDetail::Arrow& arrow : seen->detail.arrows)
                if (arrow.id == term.id) return arrow.vector;
        return recorded(seen ? *seen->trajectory : *run.trajectory, problem, term, row, !seen);
    };
    const auto isThere = [&](std::string_view id) {
        return std::ranges::any_of(vectors, [&](const StepVector& v) { return v.term->id == id; });
    };
    for (const std::span<const Term> terms : {run.algorithm->terms, glossary()})
        for (const Term& term : terms) {
            if (term.kind != Term::Kind::arrow || (!term.beside.empty() && !isThere(term.beside))) continue;
            if (const auto vector = shown(term)) vectors.push_back({&term, *vector});
        }
    return vectors;
}

StepFigure makeStepFigure(const PlaneContent& content, const PlaneMap& map, const RunView& run,
                          const SeenStep& seen, const std::vector<StepVector>& vectors, StepScale scale,
                          const Theme& theme) {
    StepFigure figure;
    figure.colour = theme.run(run.style);
    const Builder builder(content, map, run, seen, scale);
    builder.addPaths(figure);
    if (scale.scale <= 0) return figure;
    for (const StepDetail::HalfSpace& half : seen.detail.halfSpaces) builder.addBorder(figure, half, theme);
    builder.addClosing(figure, vectors);
    return figure;
}

std::vector<QRectF> StepFigure::bounds(const Theme& theme) const {
    std::vector<QRectF> all;
    const auto add = [&](const QRectF& r, double margin) {
        all.push_back(r.normalized().adjusted(-margin, -margin, margin, margin));
    };
    for (const Path& path : paths) add(path.places.boundingRect(), theme.pxf(dotRadius + 3));
    for (const Border& border : borders) add({border.edge.p1(), border.edge.p2()}, theme.pxf(hatchLength + 3));
    for (const QLineF& line : closing) add({line.p1(), line.p2()}, theme.pxf(3));
    return all;
}

void paintStepFigure(QPainter& painter, const StepFigure& figure, const Theme& theme) {
    QColor faint = theme.ink, halo = theme.halo;
    faint.setAlphaF(0.4F);
    halo.setAlphaF(0.6F * halo.alphaF());
    painter.setBrush(Qt::NoBrush);
    for (const StepFigure::Border& border : figure.borders) {
        painter.setPen(QPen(faint, theme.pxf(1), Qt::SolidLine, Qt::FlatCap));
        for (const QLineF& stroke : border.hatching) painter.drawLine(stroke);
        painter.setPen(QPen(halo, theme.pxf(4), Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(border.edge);
        painter.setPen(QPen(theme.ink, theme.pxf(1.5), Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(border.edge);
    }
    for (const QLineF& line : figure.closing) {
        painter.setPen(QPen(halo, theme.pxf(3.4), Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(line);
        painter.setPen(QPen(theme.ink, theme.pxf(1), Qt::DashLine, Qt::FlatCap));
        painter.drawLine(line);
    }
    for (const StepFigure::Path& path : figure.paths) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme.halo, theme.pxf(4), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolyline(path.places);
        painter.setPen(QPen(figure.colour, theme.pxf(1.2), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolyline(path.places);
        painter.setPen(Qt::NoPen);
        painter.setBrush(figure.colour);
        QPointF last = path.places.front();
        for (const QPointF& place : path.places) {  // dots that would touch become a line
            if (place != path.places.front() && lengthOf(place - last) < theme.pxf(dotApart)) continue;
            painter.drawEllipse(place, theme.pxf(dotRadius), theme.pxf(dotRadius));
            last = place;
        }
    }
}

}  // namespace bilevel::ui
