#pragma once

namespace bilevel {

/// What scripts are promised. A run that diverged is a result, not a failure.
enum ExitStatus : int {
    done = 0,
    wrongInput = 1,  ///< the message names file, JSON path and position
    wrongUsage = 2,
    notWritten = 3,  ///< nothing half-written stays behind
};

}  // namespace bilevel
