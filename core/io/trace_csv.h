#pragma once

#include "core/io/finished_run.h"

#include <cstdint>
#include <limits>
#include <span>
#include <string>

namespace bilevel {

/// Rows first to last, both included, as far as there are any.
struct RowRange {
    int first = 0, last = std::numeric_limits<int>::max();
};

/// The rows of these runs on the problem of `study`, which is named by its hash as it was read, as CSV (RFC 4180):
/// lines that begin with # say how it was made, then a header, then the runs one below the other. Numbers have 17
/// significant digits. A gap is an empty field; a column that a method does not have is empty in its rows. `part`:
/// which rows, one range a run; empty for all.
std::string writeTrace(const Study& study, std::span<const FinishedRun> runs, std::span<const RowRange> part = {});

/// The same for studies that are saved as the same text, and stable across machines and versions of the program.
std::uint64_t contentHash(const Study& study);

}  // namespace bilevel
