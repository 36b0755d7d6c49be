#pragma once

#include "core/io/study.h"

#include <QWidget>

namespace bilevel::ui {

/// Asks where to, and writes the picture of the study at `row` as SVG, PDF or PNG; explains what went wrong.
void askAndExport(QWidget* window, const Study& study, bool dark, int row);

}  // namespace bilevel::ui
