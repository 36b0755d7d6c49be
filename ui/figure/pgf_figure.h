#pragma once

#include "core/io/pgfplots.h"
#include "ui/figure/figure_content.h"

#include <string>

namespace bilevel::ui {

/// What a figure shows, as lines for pgfplots: contours, curves of lower stationary points and paths on the
/// planes, and the charts; no more points than the eye needs.
PgfFigure pgfFigure(const FigureContent& content, const FigureParts& parts, double widthMm);

/// Where the data of a LaTeX figure are: OUT.csv for OUT.tex, with hyphens for what TeX cannot read in a name.
std::string pgfDataFile(const std::string& path);

/// Writes the figure as a LaTeX document, and its data beside it. Errors: a file could not be written; `path` is
/// "output".
Result<bool> writePgfFigure(const FigureContent& content, const FigureParts& parts, double widthMm,
                            const std::string& path);

}  // namespace bilevel::ui
