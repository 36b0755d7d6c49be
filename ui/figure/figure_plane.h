#pragma once

#include "ui/figure/figure_content.h"
#include "ui/plane/plane_chart.h"

#include <QGraphicsScene>

namespace bilevel::ui {

/// A plane in a figure: a title, the legend of its shades, axes, and what lies between them.
class FigurePlane {
public:
    struct Look {
        bool upper = true;         ///< f, or g
        double pixelsPerUnit = 1;  ///< of the device: how fine the ground has to be
        bool filled = false;       ///< the ground as filled contours, not as an image
        bool layered = false;  ///< many positions will be painted, with whole pixels to a unit: keep what stays
    };

    /// `known`: of the lower level, or nullptr.
    FigurePlane(const QRectF& place, const FigureContent& content, const Theme& theme, Look look,
                SolutionsPtr known);

    /// Where the player stands; the content's own position at first.
    void show(int position);
    /// Title, shades and axes: what stands still.
    void paintBehind(QPainter& painter);
    void paintInside(QPainter& painter);
    /// What paintInside may cover.
    QRectF inside() const;
    /// What it has found of the lower level.
    const SolutionsPtr& solutions() const { return solutions_; }

private:
    void paintTitle(QPainter& painter) const;
    void renewGround(int position);

    const FigureContent& content_;
    const Theme& theme_;
    const Look look_;
    QRectF title_, place_;
    QGraphicsScene scene_;
    PlaneChart* chart_;
    GroundPtr ground_;
    SolutionsPtr solutions_;
};

}  // namespace bilevel::ui
