#pragma once

#include <string>

namespace bilevel {

/// Three digits, or what a number that is none is called: "not a number", "infinite", "minus infinity".
std::string inWords(double value);

}  // namespace bilevel
