#include "ui/animation/animation_job.h"

#include <QElapsedTimer>

namespace bilevel::ui {
namespace {

constexpr qint64 patience = 16;  // ms, before the window has its turn

}  // namespace

AnimationJob::AnimationJob(QObject* parent) : QObject(parent) {
    connect(&pause_, &QTimer::timeout, this, &AnimationJob::work);
}

void AnimationJob::start(FigureContent content, const AnimationOptions& options) {
    cancel();
    Result<std::unique_ptr<Animation>> begun = Animation::begin(std::move(content), options);
    if (!begun) return fail(begun.error());
    animation_ = *std::move(begun);
    pause_.start(0);
}

void AnimationJob::cancel() {
    pause_.stop();
    animation_.reset();
}

void AnimationJob::work() {
    QElapsedTimer clock;
    clock.start();
    do {
        if (const Result<bool> stepped = animation_->step(); !stepped) return fail(stepped.error());
    } while (!animation_->isDone() && clock.elapsed() < patience);
    Q_EMIT progressed(animation_->framesDone() / static_cast<double>(animation_->frames()));
    if (!animation_ || !animation_->isDone()) return;  // somebody may have cancelled it just now
    cancel();
    Q_EMIT finished();
}

void AnimationJob::fail(const Error& error) {
    cancel();
    Q_EMIT failed(QString::fromStdString(error.message));
}

}  // namespace bilevel::ui
