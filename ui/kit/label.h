#pragma once

#include <QFrame>
#include <QLabel>

namespace bilevel::ui {

/// How a label looks; the style sheet gives each role its font and colour.
enum class LabelRole { section, title, sub, hint, error };

/// A plain-text label. Section labels are written in capitals.
QLabel* makeLabel(const QString& text, LabelRole role, QWidget* parent = nullptr);
/// A white surface with a border and round corners, on which one group of things stands.
QFrame* makeCard(QWidget* parent = nullptr);

}  // namespace bilevel::ui
