#pragma once

#include "core/result.h"

#include <QMessageBox>

namespace bilevel::ui {

/// What happened, and below it what that means.
void fill(QMessageBox& box, const QString& text, const QString& more);

/// A message that says what went wrong.
void explain(QWidget* window, const QString& title, const Error& error);

}  // namespace bilevel::ui
