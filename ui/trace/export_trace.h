#pragma once

#include "ui/document/document.h"

#include <QWidget>

#include <optional>

namespace bilevel::ui {

/// The trace of the visible runs as CSV: a part of the charts' axis, or nothing for all of their rows.
std::string traceOf(const Document& document, const std::optional<Interval>& part);

/// Asks where to, and writes the trace; explains what went wrong.
void askAndExportTrace(QWidget* window, const Document& document, const std::optional<Interval>& part);

}  // namespace bilevel::ui
