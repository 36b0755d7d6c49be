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

Judgement judgeRun(const JudgementRequest& request, const std::atomic<bool>& stop) {
    // The end first: of all that is said, the verdict is read first.
    CertificatePtr certificate = judgeEnd(request.problem, request.trajectory);
    if (!certificate) return {};
    std::optional<Trajectory> judged =
        withTruth(request.problem, *request.trajectory, [&stop](int) { return !stop.load(); });
    if (!judged) return {};
    return {std::make_shared<const Trajectory>(*std::move(judged)), std::move(certificate)};
}

}  // namespace bilevel::ui
