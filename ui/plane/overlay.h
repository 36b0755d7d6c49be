#pragma once

#include "ui/plane/plane_content.h"
#include "ui/plane/plane_map.h"
#include "ui/plane/step_figure.h"
#include "ui/plane/text_tag.h"
#include "ui/plane/verdict_mark.h"

namespace bilevel::ui {

/// What moves with the row: heads of the paths, and of the selected run the recorded vectors and positions at its
/// iterate. Places are scene coordinates, ready to draw.
struct Overlay {
    struct Head {
        QPointF at;
        int marker = 0;
        double radius = 5, rim = 1.6;
        QColor colour;
    };
    struct Arrow {
        QPointF from, to;
        bool cut = false;  ///< it is longer than drawn
    };
    /// A recorded position, tied to the iterate.
    struct Tie {
        QPointF from, to;
        QColor colour;
    };

    StepFigure step;  ///< empty unless the step was looked at closely
    std::vector<Tie> ties;
    std::vector<Arrow> arrows;
    std::vector<Head> heads;            ///< the last lies on top
    std::vector<VerdictMark> verdicts;  ///< of runs that are shown at their ends, and judged
    std::vector<TextTag> tags;

    /// What it covers, piece by piece: what must be painted anew when it changes.
    std::vector<QRectF> bounds(const Theme& theme) const;
};

/// `seen`: a step that was looked at closely, drawn where it is the selected run's at the position; may be
/// nullptr.
Overlay makeOverlay(const PlaneContent& content, const PlaneMap& map, int position, const Theme& theme,
                    const SeenStepPtr& seen = {});

void paintOverlay(QPainter& painter, const Overlay& overlay, const Theme& theme, TagPainter& tags,
                  bool cachedTags);

}  // namespace bilevel::ui
