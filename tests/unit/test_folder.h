#pragma once

#include <string>

namespace bilevel {

/// The path of what lies at `name` below tests/.
std::string inTests(const std::string& name);

}  // namespace bilevel
