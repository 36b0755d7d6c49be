#pragma once

#include "core/formula/parse.h"

#include <span>
#include <string>
#include <string_view>

namespace bilevel {

/// " – did you mean ‘sin’?" for a name that nobody knows, or empty where nothing is near.
std::string suggestion(std::string_view name, std::span<const Symbol> symbols, bool functionsOnly);

}  // namespace bilevel
