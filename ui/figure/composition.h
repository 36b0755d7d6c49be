#pragma once

#include "ui/figure/figure_content.h"
#include "ui/kit/theme.h"

#include <QPainter>

namespace bilevel::ui {

/// The height that suits the parts at this width, in the units of paintFigure.
double naturalHeight(const FigureParts& parts, const FigureContent& content, double width, const Theme& theme,
                     const QString& caption = {});

/// How the parts of a figure are painted.
struct FigureStyle {
    double pixelsPerUnit = 1;  ///< of the device: how fine the grounds have to be
    bool transparent = false;  ///< nothing behind the parts
    bool filled = false;       ///< grounds as filled contours, not as images
    QString caption = {};      ///< below everything; empty for none
};

/// Draws the parts and the legend of the runs into `page`; units are 1/96 inch. Nothing outside the page.
void paintFigure(QPainter& painter, const QRectF& page, const FigureParts& parts, const FigureContent& content,
                 const Theme& theme, const FigureStyle& style);

}  // namespace bilevel::ui
