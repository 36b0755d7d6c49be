#pragma once

#include "ui/figure/composition.h"
#include "ui/figure/figure.h"

namespace bilevel::ui {

/// A figure laid out on its page, to be painted on any device. Lengths in units of 1/96 inch.
class FigurePage {
public:
    /// The options are right, see wrongFigure(); the content lives longer.
    FigurePage(const FigureContent& content, const FigureOptions& options);

    QSizeF size() const { return size_; }
    const Theme& theme() const { return theme_; }
    QString title() const;
    const Study& study() const { return content_.study; }
    /// `deviceUnits` of the device to one unit; `pixelsPerUnit`: how fine images have to be.
    void paint(QPaintDevice& device, double deviceUnits, double pixelsPerUnit) const;
    /// As pixels, on a transparent ground where the options say so. Null where there is not enough memory.
    QImage image(double pixelsPerUnit) const;

private:
    void paint(QPainter& painter, double deviceUnits, double pixelsPerUnit) const;

    const FigureContent& content_;
    const FigureOptions options_;
    const FigureParts parts_;
    const Theme theme_;
    const QString caption_;
    QSizeF size_;
};

/// What is wrong with the options, the output's name aside.
std::optional<Error> wrongFigure(const FigureOptions& options);

}  // namespace bilevel::ui
