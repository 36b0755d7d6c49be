#pragma once

#include "core/problem/problem.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace bilevel {

/// From which places of a plane does descent on g(x, ·) lead where? Cells of a plane over two variables (by their
/// place in the declaration order, upper first; one of them at least a lower one, see hasBasins) are places to
/// start from; all other variables stand where `at` has them.
struct BasinRequest {
    Problem problem;
    Point at;
    int horizontal = 0, vertical = 1;
    Interval horizontalRange, verticalRange;
    int columns = 96, rows = 72;  ///< of cells; descent starts from their middles
};

struct BasinMap {
    static constexpr int undefined = -1;  ///< g has no value there
    static constexpr int endless = -2;    ///< g falls without limit along the descent
    static constexpr int still = -3;      ///< g is level there, and descent does not move

    int columns = 0, rows = 0;
    /// By cell, row by row from the bottom: the number of the minimiser that descent ends at, from 0, or one of
    /// the above. A minimiser keeps its number while x moves along an axis, as long as it exists.
    std::vector<int> basin;
    std::vector<std::uint8_t> global;  ///< by cell: is that minimiser a global one at its x?
    int count = 0;                     ///< numbers given

    std::size_t cell(int column, int row) const {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) +
               static_cast<std::size_t>(column);
    }
};

bool hasBasins(const Problem& problem, int horizontal, int vertical);

/// Exact where there is one lower variable (from the stationary points of g); else every start follows the flow
/// y′ = −∇y g in bounded steps until it is next to a minimiser. Deterministic. Empty when `keepGoing` (asked once
/// a column or row of one x) said no.
std::optional<BasinMap> mapBasins(const BasinRequest& request, const std::function<bool()>& keepGoing = {});

}  // namespace bilevel
