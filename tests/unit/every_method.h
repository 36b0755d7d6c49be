#pragma once

#include "core/algorithms/algorithm.h"

#include <ostream>
#include <vector>

namespace bilevel {

inline void PrintTo(const Algorithm* algorithm, std::ostream* out) { *out << algorithm->id; }

/// For tests that go through the registry.
inline std::vector<const Algorithm*> everyMethod() {
    std::vector<const Algorithm*> all;
    for (const Algorithm& algorithm : algorithms()) all.push_back(&algorithm);
    return all;
}

}  // namespace bilevel
