#pragma once

#include "core/run/certificate.h"

#include <string>

namespace bilevel {

/// A certificate as JSON: what does not exist is null, a number that is not finite "nan", "inf" or "-inf".
std::string certificateJson(const Problem& problem, const Certificate& certificate);

}  // namespace bilevel
