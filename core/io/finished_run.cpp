#include "core/io/finished_run.h"

#include "core/io/check_study.h"
#include "core/io/nearest.h"
#include "core/run/replay.h"

#include <algorithm>

namespace bilevel {
namespace {

Result<RunRequest> requestReplay(const Problem& problem, const SharedRecording& recording) {
    const std::string missing = missingVariable(*recording, problem.variables());
    if (!missing.empty())
        return Error{"the data of " + recording->source + " have no column for the variable ‘" + missing + "’", -1,
                     0, "trace.variables"};
    Point start = problem.start();
    for (std::size_t i = 0; i < problem.variables().size(); ++i)
        start[static_cast<Eigen::Index>(i)] = recording->variable(problem.variables()[i])->front();
    return RunRequest{problem, &recordedElsewhere(), {}, start, recording->rows() - 1, recording};
}

}  // namespace

Result<RunRequest> requestRun(const Study& study, const Problem& problem, const StudyRun& run) {
    if (run.recording) return requestReplay(problem, run.recording);
    const Algorithm* algorithm = findAlgorithm(run.method);
    if (!algorithm) {
        std::vector<std::string> ids;
        for (const Algorithm& a : algorithms()) ids.emplace_back(a.id);
        return Error{"there is no method ‘" + run.method + "’" + didYouMean(run.method, ids), -1, 0, "method"};
    }
    Result<Settings> settings = algorithm->resolve(run.settings);
    if (!settings) {
        Error error = settings.error();
        error.path.insert(0, "settings.");
        return error;
    }
    if (std::optional<Error> error = checkStart(run.start, problem.text(), "start")) return *error;

    RunRequest request{problem, algorithm, *settings, problem.start(), study.iterations};
    const std::vector<std::string>& variables = problem.variables();
    for (const auto& [name, value] : run.start)
        request.start[std::ranges::find(variables, name) - variables.begin()] = value;
    return request;
}

}  // namespace bilevel
