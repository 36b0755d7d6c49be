#pragma once

#include "ui/kit/theme.h"

#include <QByteArray>

namespace bilevel::ui {

/// Names in an SVG, after each of the theme's fonts, those to use where the reader lacks it. Qt writes one only.
QByteArray withFallbackFonts(QByteArray svg, const Theme& theme);

}  // namespace bilevel::ui
