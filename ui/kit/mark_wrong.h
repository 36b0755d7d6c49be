#pragma once

#include <QString>

class QWidget;

namespace bilevel::ui {

/// Gives a text field a red border and says why, to the eye (tool tip) and to screen readers; an empty reason
/// takes both back.
void markWrong(QWidget& field, const QString& reason);

}  // namespace bilevel::ui
