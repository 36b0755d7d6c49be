#pragma once

#include "ui/ground/solution_lines.h"
#include "ui/plane/plane_content.h"
#include "ui/plane/plane_map.h"
#include "ui/plane/text_tag.h"

namespace bilevel::ui {

/// What stands still in a plane while the row moves: the start, which can be dragged, the known solution, and
/// names.
struct Landmarks {
    /// Where a run begins that does not begin at the problem's start.
    struct OtherStart {
        QPointF at;
        QColor colour;
        bool operator==(const OtherStart&) const = default;
    };
    std::optional<QPointF> start, solution;
    std::optional<QPointF> optimum;  ///< found by search; only where it is not the known solution
    QColor startColour;              ///< of the run that is alone there; else ink
    std::vector<OtherStart> otherStarts;
    std::vector<TextTag> tags;

    /// What they cover, piece by piece: what must be painted anew when they move.
    std::vector<QRectF> bounds(const Theme& theme) const;
};

/// Scene coordinates. The curve of lower solutions gets its name, and the bilevel optimum its star, where it is
/// not the known solution.
Landmarks makeLandmarks(const PlaneContent& content, const SolutionLines& lines, const PlaneMap& map,
                        const Theme& theme);

/// Those behind the moving things.
void paintLandmarks(QPainter& painter, const Landmarks& landmarks, const Theme& theme);

}  // namespace bilevel::ui
