#pragma once

#include "ui/document/document.h"

#include <QWidget>

namespace bilevel::ui {

/// The run as a Python script, see pythonScript(). Errors: it is not computed, or its method cannot be written.
Result<std::string> scriptOf(const Document& document, int run);

/// Asks where to, and writes the script; explains what went wrong.
void askAndSaveScript(QWidget* window, const Document& document, int run);

}  // namespace bilevel::ui
