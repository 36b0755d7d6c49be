#pragma once

#include "core/io/study.h"

#include <QString>

#include <string>
#include <string_view>
#include <vector>

namespace bilevel::ui {

/// Everywhere a problem gives something a name.
enum class Place { upper, lower, parameter, definition };

/// Why `name` cannot be given to something new in this problem; empty where it can.
std::string newNameProblem(const ProblemText& problem, const std::string& name);
/// A name that is free: x2 after x or x1, "a" for a first parameter, …
std::string freshName(const ProblemText& problem, Place place);
/// Whose formula uses the name: "f", "g", or definitions by their names.
std::vector<std::string> usersOf(const ProblemText& problem, const std::string& name);
/// "‘x2’ is used in f and in s, and …" or empty: why something of that name cannot go.
QString whyNotRemoved(const ProblemText& problem, const std::string& name);

/// The formula with every occurrence of one name as another; everything else as it was typed.
std::string renamedIn(std::string_view formula, std::string_view from, std::string_view to);
/// The study with one name changed wherever it stands: lists, formulas, bounds, starts, view and solution.
Study renamed(Study study, const std::string& from, const std::string& to);

Study withVariable(Study study, Place level, const std::string& name);
/// Without the variable and all that is said about it. It must not be used in a formula.
Study withoutVariable(Study study, const std::string& name);

}  // namespace bilevel::ui
