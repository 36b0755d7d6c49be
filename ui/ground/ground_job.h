#pragma once

#include "ui/ground/ground.h"

#include <QFutureWatcher>
#include <QObject>

namespace bilevel::ui {

/// Computes grounds on a worker thread. While one is under way only the latest further request is remembered; the
/// one under way is finished first, so that a continuous zoom shows pictures, unless it is of another function.
class GroundJob : public QObject {
    Q_OBJECT
public:
    explicit GroundJob(QObject* parent = nullptr);
    ~GroundJob() override;

    /// Nothing happens where the same ground is under way or was the last one made.
    void start(const GroundRequest& request);
    /// Is an answer still to come?
    bool isBusy() const { return busy_; }

Q_SIGNALS:
    void finished(const bilevel::ui::GroundPtr& ground);

private:
    void launch(GroundRequest request);
    void receive();

    QFutureWatcher<GroundPtr> watcher_;
    std::optional<GroundRequest> last_, next_;
    bool busy_ = false;
};

}  // namespace bilevel::ui
