#pragma once

#include <span>
#include <string>
#include <string_view>

namespace bilevel {

/// " – did you mean ‘alpha’?" when one of the candidates is a likely meaning of a misspelt name, else empty.
std::string didYouMean(std::string_view name, std::span<const std::string> candidates);

}  // namespace bilevel
