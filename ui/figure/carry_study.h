#pragma once

#include "core/io/study.h"

#include <QByteArray>
#include <QImage>
#include <QPdfWriter>

namespace bilevel::ui {

// The study of a figure, into the place that its format has for what is not shown; readAnyStudy() finds it there.

/// The link of a study into an image, as a text that PNG files keep.
void carryStudy(QImage& image, const std::string& link);
void carryStudy(QPdfWriter& pdf, const Study& study);
/// Into an SVG that Qt has written.
void carryStudy(QByteArray& svg, const Study& study);

}  // namespace bilevel::ui
