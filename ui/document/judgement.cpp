#include "ui/document/judgement.h"

#include "core/run/truth.h"

namespace bilevel::ui {

TrajectoryPtr computeRun(const RunRequest& request, const std::atomic<bool>& stop) {
    if (!request.algorithm) return nullptr;
    Trajectory trajectory = run(request, [&stop](int) { return !stop.load(); });
    return std::make_shared<const Trajectory>(withBlankTruth(request.problem, std::move(trajectory)));
}

Judgement judgeRun(const JudgementRequest& request, const std::atomic<bool>& stop) {
    if (!request.trajectory || request.trajectory->rows() == 0) return {};
    // The end first: of all that is said, the verdict is read first.
    const Point end = request.trajectory->iterate(request.trajectory->rows() - 1, request.problem.nx());
    auto certificate = std::make_shared<const Certificate>(Certifier(request.problem)(end));
    std::optional<Trajectory> judged =
        withTruth(request.problem, *request.trajectory, [&stop](int) { return !stop.load(); });
    if (!judged) return {};
    return {std::make_shared<const Trajectory>(*std::move(judged)), std::move(certificate)};
}

}  // namespace bilevel::ui
