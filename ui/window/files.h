#pragma once

#include "core/io/study.h"

#include <QWidget>

#include <optional>

namespace bilevel::ui {

/// Asks for a study file and reads it; a file that is wrong is explained in a message box and nothing else
/// happens.
std::optional<Study> askForStudy(QWidget* window);
/// Reads one file, with the same explanation.
std::optional<Study> openStudy(QWidget* window, const QString& path);
/// Asks where to, and writes the study. False where that was cancelled or failed (and was explained).
bool saveStudy(QWidget* window, const Study& study);

/// A message that says what went wrong with a file.
void explain(QWidget* window, const QString& title, const Error& error);

}  // namespace bilevel::ui
