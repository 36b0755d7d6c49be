#include "ui/ground/ground.h"

#include "ui/ground/clip.h"
#include "ui/ground/contour.h"

#include <algorithm>
#include <cmath>

namespace bilevel::ui {
namespace {

constexpr int cellsToABasin = 2, cellsToASearchedBasin = 5;  // across, of the heat map
constexpr int finestMap = 480;  // cells of the heat map; shades may be coarser than it
constexpr float lightShade = 0.085F, darkShade = 0.24F;
constexpr int contourLevels = 20, majorEvery = 4;
constexpr double cellTolerance = 0.04;          // of lines, in cells, …
constexpr double widthTolerance = 1.0 / 12000;  // … and of the width: a hundredth of a millimetre in print
constexpr double constantTolerance = 1e-12;     // values closer than this, relatively, are rounding noise

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

/// The least value of every shade. By rank, not by value: equal areas per shade, whatever the scale. The greatest
/// value gets the last shade even where it is a plateau. None where all values are one.
std::vector<double> shades(std::span<const double> sorted) {
    std::vector<double> least;
    if (isConstant(sorted)) return least;
    const auto last = static_cast<double>(std::ranges::lower_bound(sorted, sorted.back()) - sorted.begin());
    for (std::size_t below = 0; below < sorted.size(); ++below) {
        if (below > 0 && sorted[below] == sorted[below - 1]) continue;
        const long shade = std::lround(static_cast<double>(below) / last * Ground::highestRank);
        while (static_cast<long>(least.size()) <= shade) least.push_back(sorted[below]);
    }
    return least;
}

void rank(const Field& field, std::span<const double> sorted, Ground& ground) {
    const std::vector<double> least = shades(sorted);
    const int columns = field.grid.columns - 2, rows = field.grid.rows - 2;
    ground.ranks = QImage(columns, rows, QImage::Format_Indexed8);
    ground.ranks.setColorCount(256);
    for (int row = 0; row < rows; ++row) {
        uchar* line = ground.ranks.scanLine(rows - 1 - row);
        for (int column = 0; column < columns; ++column) {
            const double v = field.at(column + 1, row + 1);
            const bool finite = std::isfinite(v);
            ground.hasHoles |= !finite;
            const auto shade = least.empty() ? std::lround(0.5 * Ground::highestRank)
                                             : std::ranges::upper_bound(least, v) - least.begin() - 1;
            line[column] = static_cast<uchar>(finite ? shade : Ground::hole);
        }
    }
}

std::uint64_t heldInputs(const GroundRequest& request) {
    const Problem& problem = request.slice.problem;
    return heldInputs(request.slice, request.upper ? problem.upper().value : problem.lower().value);
}

bool wantsBasins(const GroundRequest& request) {
    const Slice& slice = request.slice;
    return request.basins && !request.upper && hasBasins(slice.problem, slice.horizontal, slice.vertical);
}

/// 0 where descent ends in a global minimiser, or nothing can be said.
int shadeOf(const BasinMap& map, std::size_t cell) {
    const int basin = map.basin[cell];
    if (basin == BasinMap::undefined || basin == BasinMap::still) return 0;
    if (basin >= 0 && map.global[cell]) return 0;
    return 1 + std::max(basin, 0) % 2;
}

std::optional<BasinMap> basinsOf(const GroundRequest& request, const std::function<bool()>& keepGoing) {
    const Slice& slice = request.slice;
    const int size = slice.problem.ny() == 1 ? cellsToABasin : cellsToASearchedBasin;
    const int columns = std::min(request.columns, finestMap), rows = std::min(request.rows, finestMap);
    std::optional<BasinMap> map = mapBasins({.problem = slice.problem,
                                             .at = slice.held,
                                             .horizontal = slice.horizontal,
                                             .vertical = slice.vertical,
                                             .horizontalRange = request.horizontal,
                                             .verticalRange = request.vertical,
                                             .columns = std::max(2, columns / size),
                                             .rows = std::max(2, rows / (slice.problem.ny() == 1 ? 1 : size))},
                                            keepGoing);
    for (std::size_t cell = 0; map && cell < map->basin.size(); ++cell)
        if (shadeOf(*map, cell) > 0) return map;
    return {};
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
           a.columns == b.columns && a.rows == b.rows && a.filled == b.filled && a.basins == b.basins &&
           sameFunctions(a.slice, b.slice) && sameHeld(a.slice, b.slice, heldInputs(a));
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
    const double tolerance = std::max(cellTolerance, widthTolerance * request.columns);
    for (std::size_t k = 0; k < ground->levels.size(); ++k) {
        if (keepGoing && !keepGoing()) return nullptr;
        for (const QPolygonF& line : tracer.trace(ground->levels[k]))
            for (const QPolygonF& piece : clipLine(toData(simplifyLine(line, tolerance), field.grid), area))
                ground->contours.push_back({piece, k % majorEvery == 0});
    }
    if (request.filled) ground->bands = traceBands(field, ground->levels, tolerance);
    if (wantsBasins(request)) ground->basins = basinsOf(request, keepGoing);
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

QImage basinImage(const Ground& ground, const Theme& theme) {
    const BasinMap& map = *ground.basins;
    QImage image(map.columns, map.rows, QImage::Format_ARGB32_Premultiplied);
    QColor shades[3];
    for (int k = 0; k < 3; ++k) {
        shades[k] = theme.dark ? QColor(Qt::black) : theme.ink;
        shades[k].setAlphaF(k == 0 ? 0 : static_cast<float>(k) * (theme.dark ? darkShade : lightShade));
    }
    for (int row = 0; row < map.rows; ++row)
        for (int column = 0; column < map.columns; ++column)
            image.setPixelColor(column, map.rows - 1 - row, shades[shadeOf(map, map.cell(column, row))]);
    return image;
}

}  // namespace bilevel::ui
