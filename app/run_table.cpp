#include "app/run_table.h"

#include "app/table.h"

#include <algorithm>
#include <cmath>

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

/// A method's id; data are called as the study calls them.
std::string nameOf(const FinishedRun& run) {
    if (!run.request.recording) return std::string(run.request.algorithm->id);
    return run.label.empty() ? run.request.recording->source : run.label;
}

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
    const NamedSettings named = nameSettings(parameters, run.request.settings);
    const auto& value = named.at(std::string(id));
    const auto* number = std::get_if<double>(&value);
    return number ? shortNumber(*number) : std::get<std::string>(value);
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

/// Runs that begin at different places say so.
void addDistinguishingStarts(Rows& rows, std::span<const FinishedRun> runs,
                             const std::vector<std::string>& variables) {
    for (std::size_t i = 0; i < variables.size(); ++i) {
        const auto start = [i](const FinishedRun& run) { return run.trajectory.coordinate(i).front(); };
        if (std::ranges::any_of(runs, [&](const FinishedRun& run) { return start(run) != start(runs.front()); }))
            rows.add(variables[i] + " at start", [&](const FinishedRun& run) { return shortNumber(start(run)); });
    }
}

std::string timeOf(const Trajectory& trajectory) {
    return trajectory.isTimed() ? shortNumber(std::round(1e4 * trajectory.cpuSeconds) / 10) + " ms" : "";
}

/// The last iterate beside the known solution.
void addEnd(Rows& rows, std::span<const FinishedRun> runs, const ProblemText& problem) {
    const KnownSolution solution = problem.solution.value_or(KnownSolution{});
    const std::vector<std::string> variables = problem.variables();
    for (std::size_t i = 0; i < variables.size(); ++i) {
        const auto known = solution.point.find(variables[i]);
        rows.add(
            variables[i], [i](const FinishedRun& run) { return shortNumber(run.trajectory.coordinate(i).back()); },
            known == solution.point.end() ? "" : shortNumber(known->second));
    }
    rows.add(
        "f", [](const FinishedRun& run) { return lastOf(run.trajectory, "f"); },
        solution.upperObjective ? shortNumber(*solution.upperObjective) : "");
    rows.add("g", [](const FinishedRun& run) { return lastOf(run.trajectory, "g"); });
    if (runs.empty() || !runs.front().certificate) return;
    rows.add("true gap", [](const FinishedRun& run) { return shortNumber(run.certificate->lowerGap); });
    rows.add("verdict", [](const FinishedRun& run) { return std::string(id(run.certificate->verdict)); });
}

}  // namespace

std::string runTable(const Study& study, std::span<const FinishedRun> runs) {
    const ProblemText& problem = study.problem;
    Rows rows(runs, problem.solution.has_value());
    rows.add("", nameOf, "known solution");
    addDistinguishingSettings(rows, runs);
    addDistinguishingStarts(rows, runs, problem.variables());
    rows.add("end", [](const FinishedRun& run) { return std::string(name(run.trajectory.end)); });
    rows.add("iterations", [](const FinishedRun& run) {
        return std::to_string(run.trajectory.iterationAt(run.trajectory.rows() - 1));
    });
    addEnd(rows, runs, problem);
    rows.add("gradients of f", [](const FinishedRun& run) { return countOf(run.trajectory, "f_gradients"); });
    rows.add("gradients of g", [](const FinishedRun& run) { return countOf(run.trajectory, "g_gradients"); });
    rows.add("Hessian products",
             [](const FinishedRun& run) { return countOf(run.trajectory, "hessian_vector_products"); });
    rows.add("Jacobian products",
             [](const FinishedRun& run) { return countOf(run.trajectory, "jacobian_vector_products"); });
    rows.add("time", [](const FinishedRun& run) { return timeOf(run.trajectory); });

    std::string out = problem.name.empty() ? "" : problem.name + "\n\n";
    out += alignTable(rows.all(), true);
    for (const FinishedRun& run : runs)
        if (!run.trajectory.reason.empty())
            out += '\n' + nameOf(run) + ' ' + std::string(name(run.trajectory.end)) + ": " +
                   run.trajectory.reason + '\n';
    for (const FinishedRun& run : runs)
        for (const std::string& remark : run.trajectory.remarks) out += '\n' + nameOf(run) + ": " + remark + '\n';
    return out;
}

}  // namespace bilevel
