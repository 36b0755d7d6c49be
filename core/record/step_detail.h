#pragma once

#include "core/problem/point.h"

#include <string_view>
#include <vector>

namespace bilevel {

/// What a method shows of one step that is looked at closely, beside the columns of its row: too much to keep for
/// every row. The ids are those of terms.
struct StepDetail {
    /// Places that lower variables went through, in their order.
    struct Path {
        std::string_view id;
        std::vector<Vector> y;
    };
    /// A vector at the iterate.
    struct Arrow {
        std::string_view id;
        Point vector;
    };
    /// The directions δ with ⟨normal, δ⟩ ≥ offset; the step goes along −δ.
    struct HalfSpace {
        std::string_view id;
        Point normal;
        double offset;
        Point chosen;  ///< the δ of the step: through it goes what a plane shows of more than two dimensions
    };
    std::vector<Path> paths;
    std::vector<Arrow> arrows;
    std::vector<HalfSpace> halfSpaces;
};

}  // namespace bilevel
