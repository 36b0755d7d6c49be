#include "app/chosen_runs.h"
#include "app/commands.h"
#include "app/exit_status.h"
#include "app/load.h"
#include "app/messages.h"
#include "app/run_table.h"
#include "core/io/summary.h"
#include "core/io/trace_csv.h"
#include "core/run/truth.h"

namespace bilevel {

int runCommand(const Options& options) {
    const std::optional<Study> file = loadStudy(options.file);
    if (!file) return wrongInput;
    Study study = *file;
    if (const auto refusal = applyOptions(options, study)) return complain(refusal->message), refusal->status;
    for (const std::string& path : options.overlays) {
        std::optional<Study> next = overlay(std::move(study), path);
        if (!next) return wrongInput;
        study = *std::move(next);
    }
    const std::optional<Problem> problem = compileProblem(options.file, study);
    if (!problem) return wrongInput;

    std::vector<FinishedRun> runs;
    for (const StudyRun& wanted : study.runs) {
        if (!wanted.recording && !findAlgorithm(wanted.method)) {
            complain("the method ‘" + wanted.method + "’ is not available in this version; its run is left out");
            continue;
        }
        const Result<RunRequest> request = requestRun(study, *problem, wanted);
        if (!request && wanted.recording) {
            complain(request.error().message + "; they are left out");
            continue;
        }
        if (!request) return complain(request.error().message), wrongInput;
        runs.push_back({*request, run(*request), {}, wanted.label});
        if (options.truth) runs.back().trajectory = *withTruth(*problem, std::move(runs.back().trajectory));
        if (options.certify) {
            const Trajectory& trajectory = runs.back().trajectory;
            runs.back().certificate =
                Certifier(*problem)(trajectory.iterate(trajectory.rows() - 1, problem->nx()));
        }
    }
    if (runs.empty()) return complain(spokenName(options.file) + ": there is nothing to run"), wrongInput;

    if (!options.trace.empty()) {
        const Result<bool> written = writeFile(options.trace, writeTrace(*file, runs));
        if (!written) return complain(written.error().message), notWritten;
    }
    return print(options.json ? summaryJson(study, runs) : runTable(study, runs));
}

}  // namespace bilevel
