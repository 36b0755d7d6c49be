#pragma once

#include "core/io/part.h"
#include "core/record/recording.h"

namespace bilevel {

/// What stands under "trace" in a study: {"source": file, "variables": {name: [numbers]}, "columns": …}. A gap is
/// null; what is infinite is the text "inf" or "-inf". Written and read back, it is the same to the last bit.
Json spellRecording(const Recording& recording);

/// Mistakes are noted with their path: columns of different lengths, a number that is none, iterations that do not
/// increase from row to row.
Recording readRecording(const Part& part);

}  // namespace bilevel
