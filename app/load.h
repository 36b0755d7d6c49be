#pragma once

#include "core/io/study.h"
#include "core/problem/problem.h"

#include <optional>
#include <string>
#include <vector>

namespace bilevel {

/// The study behind FILE: the path of what carries one, the id of a gallery problem, or a link. Nothing when there
/// is none; then stderr has been told why, and the exit status is `wrongInput`.
std::optional<Study> loadStudy(const std::string& file);

/// The same with the traces of these CSV files on it, whose columns are matched by name.
std::optional<Study> loadStudy(const std::string& file, const std::vector<std::string>& overlays);

/// A study with the trace of one such file on it. Nothing, and stderr told why, where that cannot be.
std::optional<Study> overlay(Study study, const std::string& path);

/// FILE as a message says it: a link is too long for that.
std::string spokenName(const std::string& file);

/// Is FILE a study file, which saving may write to? A figure, a link and a problem of the gallery are not.
bool isStudyFile(const std::string& file);

/// The study's problem, ready to run. Nothing, and stderr told why, as above.
std::optional<Problem> compileProblem(const std::string& file, const Study& study);

}  // namespace bilevel
