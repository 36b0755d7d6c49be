#pragma once

#include "core/result.h"

#include <string>
#include <string_view>

namespace bilevel {

/// Larger files are refused: a study is text that somebody wrote.
inline constexpr std::size_t maximumFileSize = 16u << 20;

/// The whole file as bytes.
Result<std::string> readFile(const std::string& path);

/// Replaces the file, or leaves it as it was: a temporary file in the same folder, flushed, renamed. A device or a
/// pipe is written to as it stands.
Result<bool> writeFile(const std::string& path, std::string_view contents);

/// Would writeFile be let through? To be asked before long work, not instead of writeFile's own answer.
Result<bool> mayWrite(const std::string& path);

}  // namespace bilevel
