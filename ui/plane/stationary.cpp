#include "ui/plane/stationary.h"

#include "ui/plane/clip.h"
#include "ui/plane/contour.h"

#include <algorithm>
#include <cmath>

namespace bilevel::ui {
namespace {

constexpr double labelAt = 0.85;        // of the width: where paths rarely are
constexpr double lineTolerance = 0.02;  // cells
constexpr int newtonSteps = 2;

/// ∂g/∂y and ∂²g/∂y² of the only lower variable, anywhere in the slice.
class Slope {
public:
    explicit Slope(const Slice& slice) : evaluate_(slice, slice.problem.lowerModel()) {}

    void operator()(std::span<const double> x, std::span<const double> y) {
        first.resize(x.size());
        second.resize(x.size());
        double* const out[]{nullptr, first.data(), second.data()};
        evaluate_(x, y, out);
    }
    std::vector<double> first, second;

private:
    SliceEvaluator evaluate_;
};

class Search {
public:
    Search(const GroundRequest& request, const Grid& grid, Ground& ground)
        : request_(request),
          grid_(grid),
          ground_(ground),
          slope_(request.slice),
          field_{grid, {}} {
        const std::string& name =
            request.slice.problem.variables()[static_cast<std::size_t>(request.slice.vertical)];
        bounds_ = request.slice.problem.text().boundsOf(name);
        columns_.resize(static_cast<std::size_t>(grid.columns));
        for (std::size_t i = 0; i < columns_.size(); ++i) columns_[i] = grid.x(static_cast<double>(i));
    }

    bool evaluateField(const std::function<bool()>& keepGoing) {
        for (int row = 0; row < grid_.rows; ++row) {
            if (keepGoing && !keepGoing()) return false;
            evaluateRow(grid_.y(row));
            field_.values.insert(field_.values.end(), slope_.first.begin(), slope_.first.end());
        }
        return true;
    }

    void addZeros() {
        ContourTracer tracer(field_);
        for (const QPolygonF& line : tracer.trace(0)) addZero(line);
    }

    /// At its lower bound y is held where g rises into the interval, at its upper bound where g falls towards it.
    void addBounds() {
        if (std::isfinite(bounds_.minimum)) addBound(bounds_.minimum, 1);
        if (std::isfinite(bounds_.maximum)) addBound(bounds_.maximum, -1);
    }

private:
    void evaluateRow(double y) {
        rows_.assign(columns_.size(), y);
        slope_(columns_, rows_);
    }

    /// The smaller of |∂g/∂y| at the two nodes that a vertex lies between. At a pole, the derivative at the
    /// crossing is not below it; at a zero it is.
    double smallerEnd(QPointF vertex) const {
        const int column = static_cast<int>(std::floor(vertex.x())),
                  row = static_cast<int>(std::floor(vertex.y()));
        const int right = std::min(grid_.columns - 1, static_cast<int>(std::ceil(vertex.x())));
        const int top = std::min(grid_.rows - 1, static_cast<int>(std::ceil(vertex.y())));
        return std::min(std::abs(field_.at(column, row)), std::abs(field_.at(right, top)));
    }

    void addZero(const QPolygonF& line) {
        std::vector<double> x, y;
        for (const QPointF& p : line) {
            x.push_back(grid_.x(p.x()));
            y.push_back(grid_.y(p.y()));
        }
        slope_(x, y);
        const std::vector<double> atCrossing = slope_.first;
        for (int newton = 0; newton < newtonSteps; ++newton) {
            for (std::size_t k = 0; k < y.size(); ++k)
                if (const double step = slope_.first[k] / slope_.second[k]; std::abs(step) < grid_.stepY())
                    y[k] -= step;
            slope_(x, y);
        }

        QPolygonF piece;
        bool minimum = true;
        const auto finish = [&] {
            add(piece, minimum);
            piece.clear();
        };
        for (std::size_t k = 0; k < y.size(); ++k) {
            const bool zero = std::abs(atCrossing[k]) <= smallerEnd(line[static_cast<qsizetype>(k)]);
            if (!zero || !bounds_.contains(y[k])) {
                finish();
                continue;
            }
            const bool minimumHere = slope_.second[k] > 0;
            const QPointF here(x[k], y[k]);
            if (!piece.isEmpty() && minimumHere != minimum) {
                const QPointF joint = (piece.last() + here) / 2;
                piece << joint;
                finish();
                piece << joint;
            }
            minimum = minimumHere;
            piece << here;
        }
        finish();
    }

    void addBound(double y, double rising) {
        evaluateRow(y);
        const std::vector<double> slope = slope_.first;
        QPolygonF piece;
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            if (rising * slope[i] > 0) {
                piece << QPointF(columns_[i], y);
            } else {
                add(piece, true);
                piece.clear();
            }
        }
        add(piece, true);
    }

    void add(const QPolygonF& line, bool minimum) {
        const QRectF area(QPointF(request_.horizontal.minimum, request_.vertical.minimum),
                          QPointF(request_.horizontal.maximum, request_.vertical.maximum));
        QPolygonF cells;
        for (const QPointF& p : line) cells << QPointF(p.x() / grid_.stepX(), p.y() / grid_.stepY());
        QPolygonF simple;
        for (const QPointF& p : simplifyLine(cells, lineTolerance))
            simple << QPointF(p.x() * grid_.stepX(), p.y() * grid_.stepY());
        for (const QPolygonF& piece : clipLine(simple, area)) ground_.curves.push_back({piece, minimum});
    }

    const GroundRequest& request_;
    const Grid& grid_;
    Ground& ground_;
    Slope slope_;
    Field field_;
    Interval bounds_;
    std::vector<double> columns_, rows_;
};

/// Where minima lie on a vertical line through the plane.
std::vector<Ground::Label> minimaAt(const Ground& ground, double x) {
    std::vector<Ground::Label> found;
    for (const Ground::Curve& curve : ground.curves) {
        if (!curve.minimum) continue;
        for (qsizetype i = 1; i < curve.line.size(); ++i) {
            const QPointF a = curve.line[i - 1], b = curve.line[i];
            if ((a.x() <= x) == (b.x() <= x)) continue;
            found.push_back({a + (b - a) * ((x - a.x()) / (b.x() - a.x())), b - a});
        }
    }
    return found;
}

/// The label stands on the branch where g is lowest.
std::optional<Ground::Label> labelPlace(const GroundRequest& request, const Ground& ground) {
    const double left = request.horizontal.minimum, width = request.horizontal.maximum - left;
    for (const double share : {labelAt, 0.7, 0.5, 0.3, 0.15}) {
        const std::vector<Ground::Label> minima = minimaAt(ground, left + share * width);
        if (minima.empty()) continue;
        std::vector<double> x, y, g(minima.size());
        for (const Ground::Label& p : minima) {
            x.push_back(p.at.x());
            y.push_back(p.at.y());
        }
        double* const out[]{g.data()};
        SliceEvaluator(request.slice, request.slice.problem.lowerValue())(x, y, out);
        return minima[static_cast<std::size_t>(std::ranges::min_element(g) - g.begin())];
    }
    return {};
}

}  // namespace

bool hasStationaryCurves(const Slice& slice) {
    return slice.problem.ny() == 1 && slice.vertical == slice.problem.nx();
}

void addStationaryCurves(const GroundRequest& request, const Grid& grid, Ground& ground,
                         const std::function<bool()>& keepGoing) {
    if (!hasStationaryCurves(request.slice)) return;
    Search search(request, grid, ground);
    if (!search.evaluateField(keepGoing)) return;
    search.addZeros();
    search.addBounds();
    ground.curveLabel = labelPlace(request, ground);
}

}  // namespace bilevel::ui
