#include "app/chosen_runs.h"
#include "app/commands.h"
#include "app/exit_status.h"
#include "app/load.h"
#include "app/messages.h"
#include "core/io/derivation.h"
#include "core/io/finished_run.h"
#include "core/io/python_script.h"

namespace bilevel {
namespace {

int refuse(int status, const std::string& why) { return complain(why), status; }

/// The formulas of the problem, then the update of every method asked for.
int deriveLatex(const Options& options, const Study& study, const Problem& problem) {
    std::string out = derivationLatex(problem, options.order);
    if (options.methods.empty()) return print(out);
    for (const StudyRun& run : study.runs) {
        const Result<RunRequest> request = requestRun(study, problem, run);
        if (!request) return refuse(wrongInput, request.error().message);
        out += '\n' + ruleLatex(*request->algorithm, request->settings);
    }
    return print(out);
}

/// The first run as a script.
int derivePython(const Study& study, const Problem& problem) {
    const Result<RunRequest> request = requestRun(study, problem, study.runs.front());
    if (!request) return refuse(wrongInput, request.error().message);
    const Result<std::string> script = pythonScript(*request);
    return script ? print(*script) : refuse(wrongUsage, script.error().message);
}

}  // namespace

int deriveCommand(const Options& options) {
    const bool latex = options.format == "latex", python = options.format == "python";
    if (!latex && !python && !options.methods.empty())
        return refuse(wrongUsage, "--method goes with --format latex or python");
    if (python && options.methods.size() > 1)
        return refuse(wrongUsage, "--method: a script is of one method; say which");
    std::optional<Study> study = loadStudy(options.file);
    if (!study) return wrongInput;
    if (latex || python)
        if (const auto refusal = applyOptions(options, *study)) return refuse(refusal->status, refusal->message);
    const std::optional<Problem> problem = compileProblem(options.file, *study);
    if (!problem) return wrongInput;
    if (latex) return deriveLatex(options, *study, *problem);
    if (python) return derivePython(*study, *problem);
    return print(options.format == "json" ? derivationJson(*problem, options.order)
                                          : derivationText(*problem, options.order));
}

}  // namespace bilevel
