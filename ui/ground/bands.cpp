#include "ui/ground/bands.h"

#include "ui/ground/clip.h"
#include "ui/ground/contour.h"

#include <algorithm>
#include <cmath>

namespace bilevel::ui {
namespace {

/// The field with a ring around it. The ring, and what has no value, are `low`: below every level, so that lines
/// close.
Field ringed(const Field& field, double low, const auto& valueOf) {
    const Grid& g = field.grid;
    Field wide{{g.columns + 2, g.rows + 2, {g.x(-1), g.x(g.columns)}, {g.y(-1), g.y(g.rows)}}, {}};
    wide.values.assign(wide.grid.size(), low);
    for (int row = 0; row < g.rows; ++row)
        for (int column = 0; column < g.columns; ++column)
            if (const double v = field.at(column, row); std::isfinite(v))
                wide.values[static_cast<std::size_t>(row + 1) * static_cast<std::size_t>(g.columns + 2) +
                            static_cast<std::size_t>(column + 1)] = valueOf(v);
    return wide;
}

QList<QPolygonF> loopsAt(ContourTracer& tracer, double level, const Grid& grid, double tolerance) {
    QList<QPolygonF> loops;
    for (const QPolygonF& line : tracer.trace(level)) {
        QPolygonF loop;
        for (const QPointF& p : simplifyLine(line, tolerance)) loop << QPointF(grid.x(p.x()), grid.y(p.y()));
        loops << loop;
    }
    return loops;
}

}  // namespace

std::vector<Band> traceBands(const Field& field, std::span<const double> levels, double tolerance) {
    const double shades = static_cast<double>(levels.size()) + 1;
    const Field known = ringed(field, 0, [](double) { return 1.0; });
    ContourTracer rim(known);
    std::vector<Band> bands{{loopsAt(rim, 0.5, known.grid, tolerance), 0.5 / shades}};
    if (levels.empty()) return bands;
    const double low = levels.front() - std::max(1.0, levels.back() - levels.front());
    const Field values = ringed(field, low, [low](double v) { return std::max(v, low); });
    ContourTracer tracer(values);
    for (std::size_t k = 0; k < levels.size(); ++k)
        bands.push_back(
            {loopsAt(tracer, levels[k], values.grid, tolerance), (static_cast<double>(k) + 1.5) / shades});
    return bands;
}

}  // namespace bilevel::ui
