#include "app/run_table.h"

#include "app/table.h"

#include <algorithm>

namespace bilevel {
namespace {

/// The rows of the table under way: a title, a cell per run, and one for the known solution if there is one.
class Rows {
public:
    Rows(std::span<const FinishedRun> runs, bool withSolution) : runs_(runs), withSolution_(withSolution) {}

    template <class Cell>
    void add(std::string title, const Cell& cell, std::string solution = {}) {
        TableRow row{std::move(title)};
        for (const FinishedRun& run : runs_) row.push_back(cell(run));
        if (withSolution_) row.push_back(std::move(solution));
        rows_.push_back(std::move(row));
    }
    const std::vector<TableRow>& all() const { return rows_; }

private:
    std::span<const FinishedRun> runs_;
    bool withSolution_;
    std::vector<TableRow> rows_;
};

std::string lastOf(const Trajectory& trajectory, std::string_view column) {
    const auto values = trajectory.column(column);
    return values.empty() ? "" : shortNumber(values.back());
}

std::string countOf(const Trajectory& trajectory, std::string_view column) {
    const auto values = trajectory.column(column);
    return values.empty() ? "" : std::to_string(static_cast<long>(values.back()));
}

/// A setting by id; empty for a method that does not have it.
std::string setting(const FinishedRun& run, std::string_view id) {
    const auto& parameters = run.request.algorithm->parameters;
    const auto it = std::ranges::find(parameters, id, &Parameter::id);
    if (it == parameters.end()) return {};
    const double value = run.request.settings[static_cast<std::size_t>(it - parameters.begin())];
    if (it->kind == Parameter::Kind::choice) return std::string(it->options[static_cast<std::size_t>(value)]);
    return shortNumber(value);
}

/// Runs of one method are told apart by the settings in which they differ.
void addDistinguishingSettings(Rows& rows, std::span<const FinishedRun> runs) {
    std::vector<std::string_view> shown;
    for (const FinishedRun& a : runs)
        for (const FinishedRun& b : runs)
            for (const Parameter& p : a.request.algorithm->parameters)
                if (a.request.algorithm == b.request.algorithm && setting(a, p.id) != setting(b, p.id) &&
                    std::ranges::find(shown, p.id) == shown.end())
                    shown.push_back(p.id);
    for (const std::string_view id : shown)
        rows.add(std::string(id), [id](const FinishedRun& run) { return setting(run, id); });
}

std::string milliseconds(double seconds) {
    const double tenths = static_cast<double>(static_cast<long>(1e4 * seconds + 0.5)) / 10;
    return shortNumber(tenths) + " ms";
}

}  // namespace

std::string runTable(const Study& study, std::span<const FinishedRun> runs) {
    const std::optional<KnownSolution>& solution = study.problem.solution;
    Rows rows(runs, solution.has_value());
    rows.add(
        "", [](const FinishedRun& run) { return std::string(run.request.algorithm->id); }, "known solution");
    addDistinguishingSettings(rows, runs);
    rows.add("end", [](const FinishedRun& run) { return std::string(name(run.trajectory.end)); });
    rows.add("iterations", [](const FinishedRun& run) { return std::to_string(run.trajectory.rows() - 1); });

    const std::vector<std::string> variables = study.problem.variables();
    for (std::size_t i = 0; i < variables.size(); ++i) {
        std::string known;
        if (solution && solution->point.contains(variables[i]))
            known = shortNumber(solution->point.at(variables[i]));
        rows.add(
            variables[i], [i](const FinishedRun& run) { return shortNumber(run.trajectory.coordinate(i).back()); },
            std::move(known));
    }
    const bool fIsKnown = solution && solution->upperObjective;
    rows.add(
        "f", [](const FinishedRun& run) { return lastOf(run.trajectory, "f"); },
        fIsKnown ? shortNumber(*solution->upperObjective) : "");
    rows.add("g", [](const FinishedRun& run) { return lastOf(run.trajectory, "g"); });
    rows.add("gradients of f", [](const FinishedRun& run) { return countOf(run.trajectory, "f_gradients"); });
    rows.add("gradients of g", [](const FinishedRun& run) { return countOf(run.trajectory, "g_gradients"); });
    rows.add("time", [](const FinishedRun& run) { return milliseconds(run.trajectory.cpuSeconds); });

    std::string out = study.problem.name.empty() ? "" : study.problem.name + "\n\n";
    out += alignTable(rows.all(), true);
    for (const FinishedRun& run : runs)
        if (!run.trajectory.reason.empty())
            out += '\n' + std::string(run.request.algorithm->id) + ' ' + std::string(name(run.trajectory.end)) +
                   ": " + run.trajectory.reason + '\n';
    return out;
}

}  // namespace bilevel
