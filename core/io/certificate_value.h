#pragma once

#include "core/io/json.h"
#include "core/run/certificate.h"

namespace bilevel {

/// A certificate as part of a larger JSON value.
Json certificateValue(const Problem& problem, const Certificate& certificate);

}  // namespace bilevel
