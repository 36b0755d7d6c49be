#pragma once

#include "core/result.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace bilevel {

/// The rows of one run or several as another program wrote them: by column, and cut into its runs.
struct TraceFile {
    struct Column {
        std::string name;
        std::vector<double> numbers;  ///< empty where it holds text
        std::string refusal = {};     ///< then: why it cannot be taken for numbers, with line and column
        bool tellsRunsApart = false;  ///< and nothing else
    };
    struct Run {
        std::string name;  ///< what the file calls it; empty where it is the only one
        std::vector<std::size_t> rows;
    };
    std::string source;           ///< the file's name without its folder
    std::vector<Column> columns;  ///< those that have a name; all names differ
    std::vector<Run> runs;        ///< at least one; each has rows
    int iteration = -1;           ///< the column that counts iterations, whole and increasing in each run; or −1
};

/// More runs than these are no comparison; a file in which more are told apart is refused.
inline constexpr std::size_t maximumRunsInFile = 100;

/// Reads the text of a CSV, see readCsv(). A column holds text where its first entry is no number; otherwise all
/// its entries must be numbers. Columns of text tell runs apart, and so do those called run, seed, idx_rep and the
/// like, unless a variable is called so; a run also ends where iterations begin again. Errors say line and column.
Result<TraceFile> readTraceFile(std::string_view text, std::string source, std::span<const std::string> variables);

/// A column's name without what spelling is free in: letters in lower case and digits, nothing else; benchopt's
/// `objective_` in front of what an objective reports does not count.
std::string plainName(std::string_view name);

}  // namespace bilevel
