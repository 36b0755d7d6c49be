#pragma once

#include <QFutureWatcher>
#include <QThreadPool>
#include <QtConcurrent>

#include <atomic>
#include <functional>
#include <memory>
#include <vector>

namespace bilevel::ui {

/// Answers the latest questions on threads of its own, one answer per question, in the same order. New questions
/// cancel those before, so `done` only ever hears of the last ones asked. It is called on the thread that asks.
template <class Question, class Answer>
class Worker {
public:
    /// Should go on while `stop` is false; touches no widget.
    using Respond = std::function<Answer(const Question&, const std::atomic<bool>& stop)>;
    using Done = std::function<void(const std::vector<Answer>&)>;

    Worker(Respond respond, Done done) : respond_(std::move(respond)) {
        QObject::connect(&watcher_, &QFutureWatcherBase::finished, [this, done = std::move(done)] {
            if (watcher_.isCanceled()) return;
            const QList<Answer> answers = watcher_.future().results();
            done({answers.begin(), answers.end()});
        });
    }
    ~Worker() {
        cancel();
        watcher_.waitForFinished();
    }
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    void start(std::vector<Question> questions) {
        cancel();
        stop_ = std::make_shared<std::atomic<bool>>(false);
        const auto answer = [stop = stop_, respond = respond_](const Question& question) {
            return respond(question, *stop);
        };
        watcher_.setFuture(QtConcurrent::mapped(&pool_, std::move(questions), answer));
    }
    void cancel() {
        if (stop_) stop_->store(true);
        watcher_.cancel();
    }
    bool isRunning() const { return watcher_.isRunning(); }

private:
    Respond respond_;
    QThreadPool pool_;  ///< its own: Qt paints on the global one, and a frame must not wait behind a run
    QFutureWatcher<Answer> watcher_;
    std::shared_ptr<std::atomic<bool>> stop_;  ///< ends what answers the last questions
};

}  // namespace bilevel::ui
