#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace bilevel::ui {

/// A size that figures are often wanted in.
struct FigurePreset {
    std::string_view id, label;
    double widthMm;
    std::optional<double> heightMm;  ///< absent: what suits the view
    double letters;                  ///< size of letters and lines relative to print
};

/// One column, two columns, a slide. The two columns are the default.
std::span<const FigurePreset> figurePresets();
/// nullptr where there is none of this id.
const FigurePreset* findFigurePreset(std::string_view id);

}  // namespace bilevel::ui
