#include "ui/plane/ground.h"

#include "ui/plane/clip.h"
#include "ui/plane/contour.h"
#include "ui/plane/stationary.h"

#include <algorithm>
#include <cmath>

namespace bilevel::ui {
namespace {

constexpr int contourLevels = 20, majorEvery = 4;
constexpr double lineTolerance = 0.04;       // cells
constexpr double constantTolerance = 1e-12;  // values closer than this, relatively, are rounding noise

/// Nodes in the middle of the cells, and a ring of nodes around them, so that lines reach beyond the rim.
Grid gridOf(const GroundRequest& request) {
    const auto widened = [](const Interval& range, int cells) {
        const double half = (range.maximum - range.minimum) / cells / 2;
        return Interval{range.minimum - half, range.maximum + half};
    };
    return {request.columns + 2, request.rows + 2, widened(request.horizontal, request.columns),
            widened(request.vertical, request.rows)};
}

/// False where it was told to stop.
bool evaluate(const GroundRequest& request, Field& field, const std::function<bool()>& keepGoing) {
    const Problem& problem = request.slice.problem;
    SliceEvaluator values(request.slice, request.upper ? problem.upperValue() : problem.lowerValue());
    const auto columns = static_cast<std::size_t>(field.grid.columns);
    std::vector<double> x(columns), y(columns);
    for (std::size_t i = 0; i < columns; ++i) x[i] = field.grid.x(static_cast<double>(i));
    field.values.resize(field.grid.size());
    for (int row = 0; row < field.grid.rows; ++row) {
        if (keepGoing && !keepGoing()) return false;
        std::ranges::fill(y, field.grid.y(row));
        double* const out[]{field.values.data() + static_cast<std::size_t>(row) * columns};
        values(x, y, out);
    }
    return true;
}

std::vector<double> sortedInside(const Field& field) {
    std::vector<double> sorted;
    sorted.reserve(field.values.size());
    for (int row = 1; row + 1 < field.grid.rows; ++row)
        for (int column = 1; column + 1 < field.grid.columns; ++column)
            if (const double v = field.at(column, row); std::isfinite(v)) sorted.push_back(v);
    std::ranges::sort(sorted);
    return sorted;
}

bool isConstant(std::span<const double> sorted) {
    if (sorted.empty()) return true;
    const double size = std::max(std::abs(sorted.front()), std::abs(sorted.back()));
    return !(sorted.back() - sorted.front() > constantTolerance * size);
}

/// Colour by rank, not by value: equal areas per shade, whatever the scale. The greatest value gets the last shade
/// even where it is a plateau.
void rank(const Field& field, std::span<const double> sorted, Ground& ground) {
    const auto below = [&](double v) {
        return static_cast<double>(std::ranges::lower_bound(sorted, v) - sorted.begin());
    };
    const double last = isConstant(sorted) ? 0 : below(sorted.back());
    const int columns = field.grid.columns - 2, rows = field.grid.rows - 2;
    ground.ranks = QImage(columns, rows, QImage::Format_Indexed8);
    ground.ranks.setColorCount(256);
    for (int row = 0; row < rows; ++row) {
        uchar* line = ground.ranks.scanLine(rows - 1 - row);
        for (int column = 0; column < columns; ++column) {
            const double v = field.at(column + 1, row + 1);
            const bool finite = std::isfinite(v);
            ground.hasHoles |= !finite;
            const double share = !finite || last == 0 ? 0.5 : below(v) / last;
            line[column] = static_cast<uchar>(finite ? std::lround(share * Ground::highestRank) : Ground::hole);
        }
    }
}

/// Of the objective, and of g where its curve is drawn.
std::uint64_t heldInputs(const GroundRequest& request) {
    const Problem& problem = request.slice.problem;
    const Problem::Objective& shown = request.upper ? problem.upper() : problem.lower();
    std::uint64_t inputs = heldInputs(request.slice, shown.value);
    if (hasStationaryCurves(request.slice)) inputs |= heldInputs(request.slice, problem.lower().value);
    return inputs;
}

QPolygonF toData(const QPolygonF& line, const Grid& grid) {
    QPolygonF data;
    data.reserve(line.size());
    for (const QPointF& p : line) data << QPointF(grid.x(p.x()), grid.y(p.y()));
    return data;
}

}  // namespace

bool sameGround(const GroundRequest& a, const GroundRequest& b) {
    return a.upper == b.upper && a.horizontal == b.horizontal && a.vertical == b.vertical &&
           a.columns == b.columns && a.rows == b.rows && a.filled == b.filled && sameFunctions(a.slice, b.slice) &&
           sameHeld(a.slice, b.slice, heldInputs(a));
}

bool dependsOnHeld(const GroundRequest& request) { return heldInputs(request) != 0; }

GroundPtr computeGround(const GroundRequest& request, const std::function<bool()>& keepGoing) {
    Field field{gridOf(request), {}};
    if (!evaluate(request, field, keepGoing)) return nullptr;
    auto ground = std::make_shared<Ground>();
    ground->request = request;
    const std::vector<double> sorted = sortedInside(field);
    rank(field, sorted, *ground);

    const QRectF area(QPointF(request.horizontal.minimum, request.vertical.minimum),
                      QPointF(request.horizontal.maximum, request.vertical.maximum));
    if (!isConstant(sorted)) ground->levels = quantileLevels(sorted, contourLevels);
    ContourTracer tracer(field);
    for (std::size_t k = 0; k < ground->levels.size(); ++k) {
        if (keepGoing && !keepGoing()) return nullptr;
        for (const QPolygonF& line : tracer.trace(ground->levels[k]))
            for (const QPolygonF& piece : clipLine(toData(simplifyLine(line, lineTolerance), field.grid), area))
                ground->contours.push_back({piece, k % majorEvery == 0});
    }
    if (request.filled) ground->bands = traceBands(field, ground->levels);
    addStationaryCurves(request, field.grid, *ground, keepGoing);
    if (keepGoing && !keepGoing()) return nullptr;
    return ground;
}

QImage groundImage(const Ground& ground, const Theme& theme) {
    QImage image = ground.ranks;
    for (int k = 0; k <= Ground::highestRank; ++k)
        image.setColor(k, theme.ground(ground.request.upper, static_cast<double>(k) / Ground::highestRank));
    image.setColor(Ground::hole, qRgba(0, 0, 0, 0));
    return image.convertToFormat(ground.hasHoles ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32);
}

}  // namespace bilevel::ui
