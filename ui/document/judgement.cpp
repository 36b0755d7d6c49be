#include "ui/document/judgement.h"

#include "core/run/truth.h"

namespace bilevel::ui {

TrajectoryPtr computeRun(const RunRequest& request, const std::atomic<bool>& stop) {
    if (!request.algorithm) return nullptr;
    Trajectory trajectory = run(request, [&stop](int) { return !stop.load(); });
    return std::make_shared<const Trajectory>(withBlankTruth(request.problem, std::move(trajectory)));
}

CertificatePtr judgeEnd(const Problem& problem, const TrajectoryPtr& trajectory) {
    if (!trajectory || trajectory->rows() == 0) return nullptr;
    const Point end = trajectory->iterate(trajectory->rows() - 1, problem.nx());
    return std::make_shared<const Certificate>(Certifier(problem)(end));
}

TrajectoryPtr judgeRows(const JudgementRequest& request, const std::atomic<bool>& stop) {
    if (!request.trajectory) return nullptr;
    std::optional<Trajectory> judged =
        withTruth(request.problem, *request.trajectory, [&stop](int) { return !stop.load(); });
    return judged ? std::make_shared<const Trajectory>(*std::move(judged)) : nullptr;
}

}  // namespace bilevel::ui
