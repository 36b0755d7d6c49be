#pragma once

#include "core/result.h"

#include <string>
#include <string_view>

namespace bilevel {

/// An error in a study file in one line: "problem.upper.objective, line 5, column 19: unknown name …". `text` is
/// the file.
std::string explain(const Error& error, std::string_view text);

/// The formula at fault, and under it a line that marks the place with ^~~~. Empty when the error is not inside a
/// text.
std::string excerpt(const Error& error, std::string_view text);

/// The error with position and length in the file, found by its path. Where it had them in a formula, the message
/// says which columns of the formula they were.
Error placed(Error error, std::string_view text);

}  // namespace bilevel
