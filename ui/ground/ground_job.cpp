#include "ui/ground/ground_job.h"

#include <QPromise>
#include <QtConcurrent>

namespace bilevel::ui {
namespace {

void work(QPromise<GroundPtr>& promise, const GroundRequest& request) {
    GroundPtr ground = computeGround(request, [&promise] { return !promise.isCanceled(); });
    if (ground) promise.addResult(std::move(ground));
}

}  // namespace

GroundJob::GroundJob(QObject* parent) : QObject(parent) {
    connect(&watcher_, &QFutureWatcherBase::finished, this, &GroundJob::receive);
}

GroundJob::~GroundJob() {
    watcher_.disconnect(this);
    watcher_.cancel();
    watcher_.waitForFinished();
}

void GroundJob::start(const GroundRequest& request) {
    if (last_ && sameGround(*last_, request) && !watcher_.isCanceled()) {
        next_.reset();
        return;
    }
    if (!busy_) return launch(request);
    next_ = request;
    if (!sameFunctions(last_->slice, request.slice)) watcher_.cancel();
}

void GroundJob::launch(GroundRequest request) {
    last_ = request;
    next_.reset();
    busy_ = true;
    watcher_.setFuture(QtConcurrent::run(work, std::move(request)));
}

void GroundJob::receive() {
    const GroundPtr ground =
        watcher_.isCanceled() || watcher_.future().resultCount() == 0 ? nullptr : watcher_.result();
    busy_ = false;
    if (next_) launch(*next_);
    if (ground) Q_EMIT finished(ground);
}

}  // namespace bilevel::ui
