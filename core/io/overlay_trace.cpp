#include "core/io/overlay_trace.h"

#include "core/io/nearest.h"
#include "core/run/replay.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <utility>

namespace bilevel {
namespace {

using Column = TraceFile::Column;

/// What f, g and time are called elsewhere, see plainName(). A name that may mean something else is not here: what
/// is not found is computed.
constexpr std::array<std::string_view, 7> upperNames{
    "f", "fxy", "fvalue", "upper", "upperloss", "upperobjective", "outerobjective"};
constexpr std::array<std::string_view, 7> lowerNames{
    "g", "gxy", "gvalue", "lower", "lowerloss", "lowerobjective", "innerobjective"};
constexpr std::array<std::string_view, 7> timeNames{"seconds", "time",    "times",      "elapsed",
                                                    "cputime", "runtime", "elapsedtime"};

int find(const TraceFile& file, std::string_view name) {
    const auto it = std::ranges::find(file.columns, name, &Column::name);
    return it == file.columns.end() ? -1 : static_cast<int>(it - file.columns.begin());
}

/// The one column for which `wanted` holds; −1 where there is none or a choice.
template <class Wanted>
int onlyOne(const TraceFile& file, const Wanted& wanted) {
    const auto first = std::ranges::find_if(file.columns, wanted);
    if (first == file.columns.end() || std::find_if(first + 1, file.columns.end(), wanted) != file.columns.end())
        return -1;
    return static_cast<int>(first - file.columns.begin());
}

bool holdsNumbers(const Column& column) { return !column.numbers.empty() && !column.tellsRunsApart; }

bool uses(const TraceMatch& match, int column) {
    return std::ranges::count(match.variables, column) > 0 || match.f == column || match.g == column ||
           match.iteration == column || match.seconds == column;
}

template <std::size_t n>
int findFree(const TraceFile& file, const TraceMatch& match, const std::array<std::string_view, n>& names) {
    for (const std::string_view name : names)
        for (std::size_t i = 0; i < file.columns.size(); ++i) {
            const Column& column = file.columns[i];
            const bool letter = name.size() == 1;  // F is often the value function, or the upper one beside f
            if ((letter ? column.name : plainName(column.name)) == name && holdsNumbers(column) &&
                !uses(match, static_cast<int>(i)))
                return static_cast<int>(i);
        }
    return -1;
}

/// Never falling, and known in every row: what a clock says.
bool isClock(const TraceFile& file, int column) {
    const std::vector<double>& numbers = file.columns[static_cast<std::size_t>(column)].numbers;
    const auto runs = [&](const TraceFile::Run& run) {
        double before = 0;
        for (const std::size_t row : run.rows)
            if (!(std::isfinite(numbers[row]) && numbers[row] >= std::exchange(before, numbers[row])))
                return false;
        return true;
    };
    return std::ranges::all_of(file.runs, runs);
}

/// "y12" → "y", 12; no number: −1.
std::pair<std::string, int> counted(std::string_view plain) {
    const std::size_t last = plain.find_last_not_of("0123456789");
    const std::size_t digits = last == std::string_view::npos ? plain.size() : plain.size() - last - 1;
    if (digits == 0 || digits == plain.size() || digits > 3) return {std::string(plain), -1};
    return {std::string(plain.substr(0, last + 1)), std::stoi(std::string(plain.substr(last + 1)))};
}

/// Where the file counts y from 0 and the problem from 1: all of that family move by one.
void shiftFamilies(const TraceFile& file, const std::vector<std::string>& variables, TraceMatch& match) {
    std::set<std::string> names;
    for (const Column& column : file.columns)
        if (holdsNumbers(column)) names.insert(plainName(column.name));
    for (std::size_t i = 0; i < variables.size(); ++i) {
        const auto [base, number] = counted(plainName(variables[i]));
        if (match.variables[i] >= 0 || number < 1 || !names.contains(base + '0')) continue;
        for (std::size_t j = 0; j < variables.size(); ++j) {
            const auto [sameBase, k] = counted(plainName(variables[j]));
            const std::string wanted = base + std::to_string(k - 1);
            if (sameBase != base || k < 1) continue;
            match.variables[j] =
                onlyOne(file, [&](const Column& c) { return holdsNumbers(c) && plainName(c.name) == wanted; });
        }
    }
}

std::vector<double> pick(const Column& column, const std::vector<std::size_t>& rows) {
    std::vector<double> values;
    values.reserve(rows.size());
    for (const std::size_t row : rows) values.push_back(column.numbers[row]);
    return values;
}

bool saysSomething(const std::vector<double>& values) {
    return std::ranges::any_of(values, [](double value) { return !std::isnan(value); });
}

/// The name under which a column is kept: its own, unless that means something here.
std::string keptName(const std::string& name) {
    constexpr std::array<std::string_view, 4> ours{"iteration", "seconds", "f", "g"};
    return std::ranges::find(ours, name) == ours.end() ? name : name + " (file)";
}

Recording record(const TraceFile& file, const TraceMatch& match, const std::vector<std::string>& variables,
                 const TraceFile::Run& run) {
    Recording recording{file.source, {}, {}};
    const auto columnAt = [&](int index) { return pick(file.columns[static_cast<std::size_t>(index)], run.rows); };
    for (std::size_t i = 0; i < variables.size(); ++i)
        recording.variables.push_back({variables[i], columnAt(match.variables[i])});
    for (const auto& [name, index] : {std::pair("iteration", match.iteration), std::pair("seconds", match.seconds),
                                      std::pair("f", match.f), std::pair("g", match.g)})
        if (index >= 0) recording.columns.push_back({name, columnAt(index)});
    for (std::size_t i = 0; i < file.columns.size(); ++i) {
        if (!holdsNumbers(file.columns[i]) || uses(match, static_cast<int>(i))) continue;
        std::vector<double> values = pick(file.columns[i], run.rows);
        if (saysSomething(values))
            recording.columns.push_back({keptName(file.columns[i].name), std::move(values)});
    }
    return recording;
}

/// "experiment" of "experiment.csv".
std::string stem(const std::string& source) {
    const std::size_t dot = source.rfind('.');
    return dot == std::string::npos || dot == 0 ? source : source.substr(0, dot);
}

/// One that is still free may be the one that was meant.
Error noColumnFor(const std::string& variable, const TraceFile& file, const TraceMatch& match) {
    std::string all;
    std::vector<std::string> free;
    for (std::size_t i = 0; i < file.columns.size(); ++i) {
        if (file.columns[i].tellsRunsApart) continue;
        (all += all.empty() ? "" : ", ") += file.columns[i].name;
        if (!uses(match, static_cast<int>(i))) free.push_back(file.columns[i].name);
    }
    return Error{"there is no column for the variable ‘" + variable + "’; the columns are " + all +
                 didYouMean(variable, free)};
}

}  // namespace

TraceMatch matchTrace(const TraceFile& file, const ProblemText& problem) {
    TraceMatch match;
    const std::vector<std::string> variables = problem.variables();
    for (const std::string& name : variables) match.variables.push_back(find(file, name));
    for (std::size_t i = 0; i < variables.size(); ++i) {
        if (match.variables[i] >= 0) continue;
        const std::string plain = plainName(variables[i]);
        const int alike = onlyOne(file, [&](const Column& c) { return plainName(c.name) == plain; });
        if (alike >= 0 && !uses(match, alike)) match.variables[i] = alike;
    }
    if (file.iteration >= 0 && !uses(match, file.iteration)) match.iteration = file.iteration;
    match.f = findFree(file, match, upperNames);
    match.g = findFree(file, match, lowerNames);
    match.seconds = findFree(file, match, timeNames);
    if (match.seconds >= 0 && !isClock(file, match.seconds)) match.seconds = -1;
    return match;
}

TraceMatch guessRest(const TraceFile& file, const ProblemText& problem, TraceMatch match) {
    shiftFamilies(file, problem.variables(), match);
    std::size_t next = 0;
    for (int& column : match.variables)
        for (; column < 0 && next < file.columns.size(); ++next)
            if (holdsNumbers(file.columns[next]) && !uses(match, static_cast<int>(next)))
                column = static_cast<int>(next);
    return match;
}

std::optional<Error> checkMatch(const TraceFile& file, const ProblemText& problem, const TraceMatch& match) {
    const std::vector<std::string> variables = problem.variables();
    std::set<int> taken;
    const auto check = [&](const std::string& what, int index) -> std::optional<Error> {
        const Column& column = file.columns[static_cast<std::size_t>(index)];
        if (!column.refusal.empty()) return Error{column.refusal};
        if (taken.insert(index).second) return {};
        return Error{"the column ‘" + column.name + "’ is taken twice, the second time for " + what};
    };
    for (std::size_t i = 0; i < variables.size(); ++i) {
        if (match.variables[i] < 0) return noColumnFor(variables[i], file, match);
        if (auto error = check(variables[i], match.variables[i])) return error;
    }
    for (const auto& [what, index] : {std::pair("f", match.f), std::pair("g", match.g)})
        if (index >= 0)
            if (auto error = check(what, index)) return error;
    return {};
}

std::vector<std::string> keptColumns(const TraceFile& file, const TraceMatch& match) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < file.columns.size(); ++i)
        if (holdsNumbers(file.columns[i]) && !uses(match, static_cast<int>(i)) &&
            saysSomething(file.columns[i].numbers))
            names.push_back(keptName(file.columns[i].name));
    return names;
}

StudyRun recordedRun(const TraceFile& file, const TraceMatch& match, const std::vector<std::string>& variables,
                     std::size_t run) {
    const std::string& name = file.runs[run].name;
    return {.method = std::string(recordedId),
            .label = name.empty() ? stem(file.source) : name,
            .recording = record(file, match, variables, file.runs[run])};
}

std::optional<Error> checkRoom(const Study& study) {
    std::size_t numbers = 0;
    for (const StudyRun& run : study.runs) numbers += run.recording ? run.recording->size() : 0;
    if (numbers <= maximumRecordedNumbers) return {};
    return Error{"the study would hold " + std::to_string(numbers) + " recorded numbers; " +
                 std::to_string(maximumRecordedNumbers) + " are the most. Leave out rows, columns or runs"};
}

Result<Study> withTrace(Study study, std::string_view csv, std::string source) {
    const Result<TraceFile> file = readTraceFile(csv, std::move(source), study.problem.variables());
    if (!file) return file.error();
    const TraceMatch match = matchTrace(*file, study.problem);
    if (std::optional<Error> error = checkMatch(*file, study.problem, match)) return *error;
    for (std::size_t run = 0; run < file->runs.size(); ++run)
        study.runs.push_back(recordedRun(*file, match, study.problem.variables(), run));
    if (std::optional<Error> error = checkRoom(study)) return *error;
    return study;
}

}  // namespace bilevel
