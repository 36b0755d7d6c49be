#pragma once

#include "core/io/study.h"

#include <optional>

namespace bilevel {

/// What is wrong with a study that is well spelt: names, bounds, start, view, parameters, formulas (which are
/// compiled), settings of the methods that we have. The error's position and length, if any, are those in the
/// formula named by its path.
std::optional<Error> checkStudy(const Study& study);

/// Does a start name variables only, each within its bounds? `path` is where the start stands.
std::optional<Error> checkStart(const std::map<std::string, double>& start, const ProblemText& problem,
                                const std::string& path);

}  // namespace bilevel
