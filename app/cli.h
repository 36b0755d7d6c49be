#pragma once

#include "app/options.h"

#include <variant>

namespace bilevel {

/// What was asked for; or the exit status, when help was wanted (printed) or the usage was wrong (explained).
std::variant<Options, int> parseCommandLine(int argc, char** argv);

}  // namespace bilevel
