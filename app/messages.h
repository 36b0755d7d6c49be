#pragma once

#include <string_view>

namespace bilevel {

/// One line to stderr, from the program: "bilevelscope: …".
void complain(std::string_view message);

/// A result to stdout. The exit status: `done`, or `notWritten` where it could not be written.
int print(std::string_view result);

}  // namespace bilevel
