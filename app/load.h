#pragma once

#include "core/io/study.h"
#include "core/problem/problem.h"

#include <optional>
#include <string>

namespace bilevel {

/// The study behind FILE: the path of what carries one, the id of a gallery problem, or a link. Nothing when there
/// is none; then stderr has been told why, and the exit status is `wrongInput`.
std::optional<Study> loadStudy(const std::string& file);

/// FILE as a message says it: a link is too long for that.
std::string spokenName(const std::string& file);

/// Is FILE a study file, which saving may write to? A figure, a link and a problem of the gallery are not.
bool isStudyFile(const std::string& file);

/// The study's problem, ready to run. Nothing, and stderr told why, as above.
std::optional<Problem> compileProblem(const std::string& file, const Study& study);

}  // namespace bilevel
