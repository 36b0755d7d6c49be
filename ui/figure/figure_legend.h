#pragma once

#include "ui/figure/figure_content.h"
#include "ui/kit/theme.h"

#include <QPainter>

namespace bilevel::ui {

/// The line below a figure that says whose path is whose: a sample and a name for every visible run, following
/// each other like words.
class FigureLegend {
public:
    FigureLegend(const FigureContent& content, const FigureParts& parts, double width, const Theme& theme);

    double height() const;
    void paint(QPainter& painter, const QRectF& place) const;

private:
    struct Entry {
        const RunView* run;  ///< nullptr: only words
        QString words;
        QPointF at;  ///< left end, middle of its line; from the legend's corner
    };

    const Theme& theme_;
    std::vector<Entry> entries_;
};

}  // namespace bilevel::ui
