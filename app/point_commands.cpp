#include "app/assignments.h"
#include "app/commands.h"
#include "app/exit_status.h"
#include "app/load.h"
#include "app/messages.h"
#include "core/io/certificate_json.h"
#include "core/io/nearest.h"
#include "core/io/summary.h"

#include <algorithm>

namespace bilevel {
namespace {

/// Prints what `answer` says of the problem at the point of --at.
template <class Answer>
int answerAt(const Options& options, const Answer& answer) {
    const PointReading at = readPoint(options.at);
    if (!at.wrongUsage.empty()) return complain("--at: " + at.wrongUsage), wrongUsage;
    if (!at.wrongValue.empty()) return complain("--at: " + at.wrongValue), wrongInput;

    const std::optional<Study> study = loadStudy(options.file);
    if (!study) return wrongInput;
    const std::optional<Problem> problem = compileProblem(options.file, *study);
    if (!problem) return wrongInput;

    Point point = problem->start();
    const std::vector<std::string>& variables = problem->variables();
    for (const auto& [name, value] : at.point) {
        const auto it = std::ranges::find(variables, name);
        if (it == variables.end())
            return complain("--at: there is no variable ‘" + name + "’" + didYouMean(name, variables)), wrongInput;
        point[it - variables.begin()] = value;
    }
    return print(answer(*problem, point));
}

}  // namespace

int evaluateCommand(const Options& options) { return answerAt(options, evaluationJson); }

int certifyCommand(const Options& options) {
    return answerAt(options, [](const Problem& problem, const Point& point) {
        return certificateJson(problem, Certifier(problem)(point));
    });
}

}  // namespace bilevel
