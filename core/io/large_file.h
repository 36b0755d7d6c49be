#pragma once

#include "core/result.h"

#include <string>

namespace bilevel {

/// readFile() for what may be larger than a text that somebody wrote, such as a picture: refused beyond `most`
/// bytes.
Result<std::string> readLargeFile(const std::string& path, std::size_t most);

}  // namespace bilevel
