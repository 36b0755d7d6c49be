#include "ui/document/job.h"

#include <QPromise>
#include <QtConcurrent>

namespace bilevel::ui {
namespace {

/// The requests of one question, shared out over the cores; nothing of a widget is touched.
void work(QPromise<Answers>& promise, const std::vector<RunRequest>& requests) {
    const auto answer = [&promise](const RunRequest& request) -> TrajectoryPtr {
        if (!request.algorithm) return nullptr;
        return std::make_shared<const Trajectory>(run(request, [&promise](int) { return !promise.isCanceled(); }));
    };
    Answers answers = QtConcurrent::blockingMapped<Answers>(requests, answer);
    if (!promise.isCanceled()) promise.addResult(std::move(answers));
}

}  // namespace

Job::Job(QObject* parent) : QObject(parent) {
    connect(&watcher_, &QFutureWatcherBase::finished, this, [this] {
        if (!watcher_.isCanceled() && watcher_.future().resultCount() > 0) Q_EMIT finished(watcher_.result());
    });
}

Job::~Job() {
    cancel();
    watcher_.waitForFinished();
}

void Job::start(std::vector<RunRequest> requests) {
    cancel();
    watcher_.setFuture(QtConcurrent::run(work, std::move(requests)));
}

void Job::cancel() { watcher_.cancel(); }

bool Job::isRunning() const { return watcher_.isRunning(); }

}  // namespace bilevel::ui
