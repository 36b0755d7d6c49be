#pragma once

#include "core/run/run.h"

#include <string>

namespace bilevel {

/// A run as a Python script that needs NumPy alone: the same problem with its exact derivatives, the same method
/// with the same settings. It prints x, y, f and g of every iterate as CSV, as many iterations as its first
/// argument says, or as the run has. Errors: the method cannot be written as Python.
Result<std::string> pythonScript(const RunRequest& request);

}  // namespace bilevel
