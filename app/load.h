#pragma once

#include "core/io/study.h"
#include "core/problem/problem.h"

#include <optional>
#include <string>

namespace bilevel {

/// The study behind FILE: a path, or else the id of a gallery problem. Nothing when there is none; then stderr has
/// been told why, and the exit status is `wrongInput`.
std::optional<Study> loadStudy(const std::string& file);

/// The study's problem, ready to run. Nothing, and stderr told why, as above.
std::optional<Problem> compileProblem(const std::string& file, const Study& study);

}  // namespace bilevel
