#pragma once

#include <string>
#include <string_view>

namespace bilevel {

/// A name as mathematics writes it: x1 is x_{1}, alpha is \alpha, x_max is x_{\mathrm{max}}, speed is
/// \mathrm{speed}.
std::string latexName(std::string_view name);

}  // namespace bilevel
