#pragma once

#include "ui/figure/figure_content.h"

#include <QByteArray>
#include <QImage>

#include <string>

namespace bilevel::ui {

/// What picture to make of a study, and how large.
struct FigureOptions {
    std::string output;                   ///< path; its ending .svg, .pdf, .png or .tex decides the format
    std::string view = "all";             ///< all, plane, upper, lower, diagnostics or truth
    double widthMm = 183;                 ///< of a two-column page
    std::optional<double> heightMm = {};  ///< absent: what suits the view
    double letters = 1;                   ///< size of letters and lines relative to print
    int dpi = 300;                        ///< of a PNG, and of the ground in vector files
    bool dark = false;
    bool transparent = false;  ///< nothing behind the parts
    bool outlines = false;     ///< letters as shapes in SVG and PDF, for readers without the fonts
    bool filled = false;       ///< grounds as filled contours, not as images
    bool caption = false;      ///< below: the problem, the methods, every setting, the version
    bool step = false;         ///< the planes show what the first run's step does; computed content says so itself
    PlaneOptions shown = {};   ///< on the planes; computed content says so itself
    Pace pace = {};
    int position = -1;  ///< of the player at this pace: iteration, or cost; −1: the last
};

/// Runs the study and writes the picture that the window would show. Needs a QApplication (any platform), no
/// display. Nothing half-written stays behind. Errors: what is wrong in words; `path` is "options" where the
/// options are, "output" where the file could not be written.
Result<bool> writeFigure(const Study& study, const FigureOptions& options);
/// The same of what has been computed already.
Result<bool> writeFigure(const FigureContent& content, const FigureOptions& options);

/// What would be in the file of this name.
Result<QByteArray> renderFigure(const FigureContent& content, const FigureOptions& options);
/// The picture at a size of the screen, no larger than `most` (in pixels). The output's name does not matter.
Result<QImage> previewFigure(const FigureContent& content, const FigureOptions& options, QSize most);

}  // namespace bilevel::ui
