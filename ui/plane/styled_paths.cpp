#include "ui/plane/styled_paths.h"

#include "ui/ground/clip.h"

#include <limits>

namespace bilevel::ui {
namespace {

constexpr double selectedWidth = 3.6, otherWidth = 2.3, haloWidth = 2.6;
constexpr double selectedBead = 4.2, otherBead = 3.4;
constexpr double fileDetail = 0.2;  // px
constexpr int ghostAlpha = 120;

}  // namespace

std::vector<StyledPath> styledPaths(const PlaneContent& content, const PlaneMap& map, const Theme& theme,
                                    double distance) {
    std::vector<StyledPath> paths;
    for (const RunView* run : content.visibleRuns()) {
        const Iterates iterates = iteratesOf(content, *run);
        const bool selected = run == content.selectedRun();
        paths.push_back({.path = makeScenePath(iterates.x, iterates.y, map, distance),
                         .colour = theme.run(run->style),
                         .width = theme.pxf(selected ? selectedWidth : otherWidth),
                         .marker = run->style.marker,
                         .beadRadius = theme.pxf(selected ? selectedBead : otherBead),
                         .cased = run->style.cased()});
        if (run->schedule) paths.back().path.follow(*run->schedule);
    }
    return paths;
}

PathLook pathLook(const PlaneContent& content, const Theme& theme, bool fast) {
    int positions = 0;
    for (const RunView* run : content.visibleRuns())
        positions =
            std::max(positions, run->schedule ? static_cast<int>(run->schedule->size()) : run->trajectory->rows());
    return {.halo = theme.halo,
            .beadRim = theme.dark ? theme.background : QColor(Qt::white),
            .haloWidth = theme.pxf(haloWidth),
            .beadStep = content.options.beads ? beadStep(positions - 1) : 0,
            .fast = fast,
            .core = theme.surface};
}

void paintPathShapes(QPainter& painter, const PlaneContent& content, const PlaneMap& map, int row,
                     const Theme& theme) {
    const std::vector<StyledPath> paths = styledPaths(content, map, theme, fileDetail);
    if (content.options.ghosts) paintGhosts(painter, paths, map.area, theme.pxf(1));
    const PathLook look = pathLook(content, theme, false);
    painter.setBrush(Qt::NoBrush);
    const auto stroke = [&](const StyledPath& p, const QColor& colour, double width) {
        painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        for (const QPolygonF& piece : clipLine(p.path.points.first(p.path.keptAt(row)), map.area))
            painter.drawPolyline(piece);
    };
    for (const StyledPath& p : paths) stroke(p, look.halo, p.width + look.haloWidth);
    for (const StyledPath& p : paths) {
        stroke(p, p.colour, p.width);
        if (p.cased) stroke(p, look.core, casedCore * p.width);
        paintBeads(painter, p, placeBeads(p, look.beadStep, map.area), {-1, row}, look);
    }
}

void paintGhosts(QPainter& painter, const std::vector<StyledPath>& paths, const QRectF& area, double width) {
    painter.setBrush(Qt::NoBrush);
    for (const StyledPath& p : paths) {
        QColor colour = p.colour;
        colour.setAlpha(ghostAlpha);
        painter.setPen(QPen(colour, width));
        strokePieces(painter, p.path.points, 0, static_cast<int>(p.path.points.size()), area);
    }
}

}  // namespace bilevel::ui
