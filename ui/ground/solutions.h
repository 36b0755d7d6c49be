#pragma once

#include "core/problem/solution_branches.h"
#include "ui/ground/slice.h"

#include <functional>
#include <memory>
#include <optional>

namespace bilevel::ui {

/// What is asked of the lower level: its solutions along the upper coordinate that a plane shows.
struct SolutionRequest {
    Slice slice;     ///< where it holds lower coordinates does not matter
    Interval range;  ///< of the upper coordinate
    int columns = 500;

    /// The upper coordinate along which is asked: the horizontal one, if that is one, else the vertical one; −1
    /// where both are lower ones.
    int along() const;
};

/// A request that is answered within a moment: fewer columns, where each is dear.
SolutionRequest solutionRequest(const Slice& slice, const Interval& horizontal, const Interval& vertical);
/// Equal requests have equal answers.
bool sameSolutions(const SolutionRequest& a, const SolutionRequest& b);

/// The exact lower level, as far as a plane shows it.
struct Solutions {
    SolutionRequest request;
    SolutionCurve curve;  ///< along the upper coordinate; without columns where none is shown
    SolutionBranches branches;
    LowerLevel level;  ///< at the held x, where no upper coordinate is shown
    /// The optimistic bilevel solution, where one upper variable makes a search for it exhaustive.
    std::optional<BilevelOptimum> best = {};
};
using SolutionsPtr = std::shared_ptr<const Solutions>;

/// nullptr where `keepGoing`, asked once a column, said no. What `before` says of the same functions, and is still
/// true, is taken from it; it may be nullptr.
SolutionsPtr computeSolutions(const SolutionRequest& request, const SolutionsPtr& before = {},
                              const std::function<bool()>& keepGoing = {});

}  // namespace bilevel::ui
