#pragma once

#include "ui/animation/animation.h"

#include <QObject>
#include <QTimer>

namespace bilevel::ui {

/// Makes an animation in the pauses of the window, a few frames at a time, so that it stays alive. Painting is the
/// GUI thread's work; what compresses works on others.
class AnimationJob : public QObject {
    Q_OBJECT
public:
    explicit AnimationJob(QObject* parent = nullptr);

    bool isRunning() const { return animation_ != nullptr; }
    void start(FigureContent content, const AnimationOptions& options);
    /// Nothing is left behind, and nothing more is reported.
    void cancel();

Q_SIGNALS:
    void progressed(double share);
    void finished();
    void failed(const QString& why);

private:
    void work();
    void fail(const Error& error);

    std::unique_ptr<Animation> animation_;
    QTimer pause_;
};

}  // namespace bilevel::ui
