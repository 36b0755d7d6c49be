#pragma once

#include "core/io/overlay_trace.h"
#include "ui/document/document.h"
#include "ui/kit/theme.h"

#include <QWidget>

namespace bilevel::ui {

/// Overlays the runs of a CSV on the document's, as one step that can be undone. Where names leave something open,
/// or the file has several runs, a dialog asks. False where that was cancelled; then, and where there is an error,
/// nothing changes. Errors say file, line and column.
Result<bool> overlayFile(Document& document, const QString& path, const Theme& theme, QWidget* window);

/// These runs of a file that has been read. Errors: they are too large, together with those that are there.
Result<bool> overlayRuns(Document& document, const TraceFile& file, const TraceMatch& match,
                         const std::vector<std::size_t>& runs);

/// By its ending: is it a table, and no study?
bool isTrace(const QString& path);
/// Asks for a file to be overlaid; empty where that was cancelled.
QString askForTrace(QWidget* window);

}  // namespace bilevel::ui
