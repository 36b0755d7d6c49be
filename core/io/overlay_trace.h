#pragma once

#include "core/io/study.h"
#include "core/io/trace_file.h"

namespace bilevel {

/// Larger recordings are refused, all of a study's together: it must remain a file that can be opened.
inline constexpr std::size_t maximumRecordedNumbers = 400'000;

/// From which column of a file each quantity is taken; −1 for none.
struct TraceMatch {
    std::vector<int> variables;  ///< in the order of the problem
    int f = -1, g = -1;          ///< −1: computed by the problem's formulas
    int iteration = -1;          ///< −1: the rows are counted
    int seconds = -1;            ///< −1: nothing is known about time
    bool operator==(const TraceMatch&) const = default;
};

/// By name: the same, or the same up to upper and lower case, brackets and underscores, where that leaves no
/// choice.
TraceMatch matchTrace(const TraceFile& file, const ProblemText& problem);

/// The match with a likely column for every variable that has none, as far as there are any: names that count from
/// 0 where the problem counts from 1, then what is left, in its order.
TraceMatch guessRest(const TraceFile& file, const ProblemText& problem, TraceMatch match);

/// Can these columns be taken? Errors name the variable without a column, the column that is taken twice or holds
/// text.
std::optional<Error> checkMatch(const TraceFile& file, const ProblemText& problem, const TraceMatch& match);

/// The columns beside those of the match that a run of the file keeps under their own names.
std::vector<std::string> keptColumns(const TraceFile& file, const TraceMatch& match);

/// One run of the file as a run of a study with these variables, called as the file calls it. The match is one
/// that checkMatch() lets through.
StudyRun recordedRun(const TraceFile& file, const TraceMatch& match, const std::vector<std::string>& variables,
                     std::size_t run);

/// Whether a study's recordings are too many numbers, together.
std::optional<Error> checkRoom(const Study& study);

/// All at once: the study with all runs of a CSV at its end, whose columns are matched by name. `source` is the
/// file's name without its folder. Errors as above.
Result<Study> withTrace(Study study, std::string_view csv, std::string source);

}  // namespace bilevel
