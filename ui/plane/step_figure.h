#pragma once

#include "ui/document/step_look.h"
#include "ui/kit/theme.h"
#include "ui/plane/plane_content.h"
#include "ui/plane/plane_map.h"

#include <QLineF>
#include <QPainter>
#include <QPolygonF>

#include <vector>

namespace bilevel::ui {

/// A vector at the iterate, over all variables, with its symbol and meaning.
struct StepVector {
    const Term* term;
    Point vector;
};

/// The step that was looked at closely, where it is the one that the run shows at the position; else nullptr.
const SeenStep* stepShown(const SeenStepPtr& seen, const RunView& run, int position);

/// The vectors of a row, in the order of their terms: those that were recorded and, where the step was looked at
/// closely, those that it showed, too. `seen` may be nullptr; then vectors of one level alone are left out. Else
/// its trajectory counts, which may know more than the run's (the truth).
std::vector<StepVector> vectorsOf(const RunView& run, const Problem& problem, int row, const SeenStep* seen);

/// What a step does at its iterate besides its arrows, in scene coordinates, ready to be drawn.
struct StepFigure {
    /// Where the lower variables went.
    struct Path {
        QPolygonF places;
        QString symbol;
    };
    /// The edge of a half space of directions, and strokes on its forbidden side.
    struct Border {
        QLineF edge;
        std::vector<QLineF> hatching;
        QString symbol;
    };
    std::vector<Path> paths;
    std::vector<Border> borders;
    std::vector<QLineF> closing;  ///< sides of the parallelograms of vectors of which one is the sum of two others
    QColor colour;                ///< of the run

    std::vector<QRectF> bounds(const Theme& theme) const;
};

/// `scale`: scene units per unit of a vector that has been mapped to the scene; `reach`: the length of the longest
/// arrow. Paths and edges that lie outside the area are left out.
struct StepScale {
    double scale = 0, reach = 0;
};
StepFigure makeStepFigure(const PlaneContent& content, const PlaneMap& map, const RunView& run,
                          const SeenStep& seen, const std::vector<StepVector>& vectors, StepScale scale,
                          const Theme& theme);

void paintStepFigure(QPainter& painter, const StepFigure& figure, const Theme& theme);

}  // namespace bilevel::ui
