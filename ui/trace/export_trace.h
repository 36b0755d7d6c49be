#pragma once

#include "ui/document/document.h"

#include <QWidget>

#include <optional>
#include <utility>

namespace bilevel::ui {

/// A part of the horizontal axis of the charts.
using Part = std::pair<double, double>;

/// The trace of the visible runs as CSV; nothing: all of their rows.
std::string traceOf(const Document& document, std::optional<Part> part);

/// Asks where to, and writes the trace; explains what went wrong.
void askAndExportTrace(QWidget* window, const Document& document, std::optional<Part> part);

}  // namespace bilevel::ui
