#include "core/io/trace_file.h"

#include "core/io/csv.h"
#include "core/io/study.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

namespace bilevel {
namespace {

using Column = TraceFile::Column;

constexpr std::array<std::string_view, 11> iterationNames{
    "iteration", "iterations", "iter", "iters", "it", "k", "step", "steps", "epoch", "niter", "stopval"};
constexpr std::array<std::string_view, 7> runNames{"run", "runid", "rep", "idxrep", "repetition", "seed", "trial"};
constexpr std::array<std::string_view, 4> methodNames{"method", "solver", "solvername", "algorithm"};
constexpr std::size_t mostTexts = 64;  // a column with more different ones tells no runs apart

template <std::size_t n>
bool isOneOf(const std::array<std::string_view, n>& names, std::string_view name) {
    return std::ranges::find(names, plainName(name)) != names.end();
}

std::string at(int line, std::string_view column) {
    return "line " + std::to_string(line) + ", column ‘" + std::string(column) + "’: ";
}

std::string notANumber(std::string_view field) {
    const std::string text = "‘" + std::string(field.substr(0, 40)) + "’ is not a number";
    return field.find(',') == std::string_view::npos ? text : text + "; decimals are written with a point";
}

class Reading {
public:
    Reading(CsvTable table, std::string source, std::span<const std::string> variables)
        : table_(std::move(table)), variables_(variables) {
        file_.source = std::move(source);
    }

    Result<TraceFile> file() {
        for (std::size_t c = 0; c < table_.header.size(); ++c)
            if (const std::optional<Error> error = takeColumn(c)) return *error;
        if (const std::optional<Error> error = findIterations()) return *error;
        if (const std::optional<Error> error = cut()) return *error;
        nameRuns();
        return std::move(file_);
    }

private:
    std::string_view field(std::size_t row, std::size_t column) const { return table_.rows[row][column]; }
    bool isVariable(const std::string& name) const {
        return std::ranges::find(variables_, name) != variables_.end();
    }

    std::optional<Error> takeColumn(std::size_t c) {
        const std::string name(table_.header[c]);
        if (name.empty()) return {};  // an index that nobody named
        if (std::ranges::find(file_.columns, name, &Column::name) != file_.columns.end())
            return Error{"the header names ‘" + name + "’ twice"};
        Column column{name, {}};
        column.numbers.reserve(table_.rows.size());
        for (std::size_t row = 0; row < table_.rows.size() && column.refusal.empty(); ++row) {
            const std::optional<double> number = csvNumber(field(row, c));
            if (number)
                column.numbers.push_back(*number);
            else
                column.refusal = at(table_.lines[row], name) + notANumber(field(row, c));
        }
        if (!column.refusal.empty()) {
            const bool any = std::ranges::any_of(column.numbers, [](double v) { return !std::isnan(v); });
            if (any) return Error{column.refusal};
            column.numbers.clear();
        }
        file_.columns.push_back(std::move(column));
        places_.push_back(c);
        return {};
    }

    std::optional<Error> findIterations() {
        for (std::size_t i = 0; i < file_.columns.size() && file_.iteration < 0; ++i) {
            const Column& column = file_.columns[i];
            if (!column.numbers.empty() && isOneOf(iterationNames, column.name) && !isVariable(column.name))
                file_.iteration = static_cast<int>(i);
        }
        if (file_.iteration < 0) return {};
        const Column& counter = file_.columns[static_cast<std::size_t>(file_.iteration)];
        for (std::size_t row = 0; row < counter.numbers.size(); ++row) {
            const double k = counter.numbers[row];
            if (!(k >= 0 && k <= maximumIterations && k == std::floor(k)))
                return Error{at(table_.lines[row], counter.name) + "iterations are whole numbers from 0 to " +
                             std::to_string(maximumIterations)};
        }
        return {};
    }

    /// The columns by which runs are told apart, as places in the table.
    std::vector<std::size_t> tellers() {
        std::vector<std::size_t> places;
        for (std::size_t i = 0; i < file_.columns.size(); ++i) {
            Column& column = file_.columns[i];
            if (isVariable(column.name)) continue;
            if (column.numbers.empty() ? repeatsTexts(places_[i]) : isOneOf(runNames, column.name)) {
                column.tellsRunsApart = true;
                places.push_back(places_[i]);
            }
        }
        return places;
    }

    /// A time of day or a remark in each row tells nothing apart.
    bool repeatsTexts(std::size_t column) const {
        const std::size_t count = textsIn(column).size();
        return count == 1 || (count <= mostTexts && 2 * count <= table_.rows.size());
    }

    std::set<std::string_view> textsIn(std::size_t column) const {
        std::set<std::string_view> texts;
        for (std::size_t row = 0; row < table_.rows.size() && texts.size() <= mostTexts; ++row)
            texts.insert(field(row, column));
        return texts;
    }

    std::optional<Error> cut() {
        const std::vector<std::size_t> tellers = this->tellers();
        std::map<std::vector<std::string_view>, std::size_t> latest;  // the run that a row of this kind belongs to
        std::vector<std::string_view> key(tellers.size());
        for (std::size_t row = 0; row < table_.rows.size(); ++row) {
            std::ranges::transform(tellers, key.begin(), [&](std::size_t c) { return field(row, c); });
            const auto known = latest.find(key);
            if (known == latest.end() || beginsAgain(file_.runs[known->second], row)) {
                latest[key] = file_.runs.size();
                file_.runs.emplace_back();
            }
            file_.runs[latest[key]].rows.push_back(row);
            if (file_.runs.size() > maximumRunsInFile)
                return Error{"line " + std::to_string(table_.lines[row]) + ": up to here, more than " +
                             std::to_string(maximumRunsInFile) + " runs are told apart"};
        }
        return {};
    }

    bool beginsAgain(const TraceFile::Run& run, std::size_t row) const {
        if (file_.iteration < 0) return false;
        const auto& counter = file_.columns[static_cast<std::size_t>(file_.iteration)].numbers;
        return counter[row] <= counter[run.rows.back()];
    }

    /// By the texts in which they differ, or the method's name; what is not enough is numbered.
    void nameRuns() {
        if (file_.runs.size() < 2) return;
        for (std::size_t i = 0; i < file_.columns.size(); ++i) {
            const Column& column = file_.columns[i];
            if (!column.tellsRunsApart || !column.numbers.empty()) continue;
            if (textsIn(places_[i]).size() < 2 && !isOneOf(methodNames, column.name)) continue;
            for (TraceFile::Run& run : file_.runs)
                (run.name += run.name.empty() ? "" : " ") += field(run.rows.front(), places_[i]);
        }
        std::map<std::string, int> seen;
        for (TraceFile::Run& run : file_.runs) {
            if (run.name.empty()) run.name = "run";
            const int count = ++seen[run.name];
            if (count > 1) run.name += ' ' + std::to_string(count);
        }
    }

    CsvTable table_;
    std::span<const std::string> variables_;
    TraceFile file_;
    std::vector<std::size_t> places_;  ///< of the file's columns in the table
};

}  // namespace

Result<TraceFile> readTraceFile(std::string_view text, std::string source,
                                std::span<const std::string> variables) {
    Result<CsvTable> table = readCsv(text);
    if (!table) return table.error();
    return Reading(*std::move(table), std::move(source), variables).file();
}

std::string plainName(std::string_view name) {
    std::string plain;
    for (const char c : name) {
        if (c >= 'A' && c <= 'Z')
            plain += static_cast<char>(c - 'A' + 'a');
        else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80)
            plain += c;
    }
    constexpr std::string_view benchopt = "objective";
    const bool reported = name.starts_with("objective_") && plain.size() > benchopt.size();
    return reported ? plain.substr(benchopt.size()) : plain;
}

}  // namespace bilevel
