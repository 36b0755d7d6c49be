#pragma once

#include "core/formula/operation.h"

namespace bilevel::ui {

/// The upright name of an operation that is written as a function; nullptr for others.
const char* uprightName(Operation operation);

/// The sign of a comparison or of a logical connective; nullptr for others.
const char* relationSign(Operation operation);

}  // namespace bilevel::ui
