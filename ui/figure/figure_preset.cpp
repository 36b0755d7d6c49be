#include "ui/figure/figure_preset.h"

#include <algorithm>
#include <array>

namespace bilevel::ui {
namespace {

// 89 and 183 mm are the columns of many journals; a slide of 10 × 5.625 inches is what presentation programs begin
// with.
constexpr std::array presets{FigurePreset{"column", "One column", 89, {}, 0.9},
                             FigurePreset{"page", "Two columns", 183, {}, 1},
                             FigurePreset{"slide", "Slide, 16:9", 254, 142.875, 1.4}};

}  // namespace

std::span<const FigurePreset> figurePresets() { return presets; }

const FigurePreset* findFigurePreset(std::string_view id) {
    const auto* const found = std::ranges::find(presets, id, &FigurePreset::id);
    return found == presets.end() ? nullptr : &*found;
}

}  // namespace bilevel::ui
