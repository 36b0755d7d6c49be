#pragma once

#include "core/problem/solution_curve.h"

namespace bilevel {

/// The optimistic bilevel solution of a problem with one upper and one lower variable, by exhaustive search: over
/// the bounds of x, or over what the view shows of it, widened while the best lies at an end that is no bound.
/// Empty for other problems, where it keeps running away, where the lower level is solved nowhere, and when
/// `keepGoing` said no.
std::optional<BilevelOptimum> findOptimum(const Problem& problem, const std::function<bool()>& keepGoing = {});

}  // namespace bilevel
