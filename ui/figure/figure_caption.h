#pragma once

#include "ui/figure/figure_content.h"
#include "ui/kit/theme.h"

#include <QPainter>

namespace bilevel::ui {

/// How a figure was made, in words: the problem, the methods with every setting, the version.
QString captionText(const FigureContent& content);

/// The caption as lines of text under a figure.
class FigureCaption {
public:
    FigureCaption(const QString& text, double width, const Theme& theme);

    double height() const;
    void paint(QPainter& painter, const QRectF& place) const;

private:
    const Theme& theme_;
    QFont font_;
    QStringList lines_;
    double line_ = 0;  ///< from a line to the next
};

}  // namespace bilevel::ui
