#pragma once

#include <QString>

#include <span>
#include <string>

namespace bilevel::ui {

/// A variable's name as mathematics in one line of text: "v1" is "v₁", "alpha" is "α", "y_2" is "y₂".
QString variableText(const std::string& name);

/// The arguments of a function of these variables: "x, y"; more than four are shortened to "v₁, …, t₂".
QString argumentsText(std::span<const std::string> variables);

}  // namespace bilevel::ui
