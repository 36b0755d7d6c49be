#pragma once

#include "core/record/step_detail.h"
#include "ui/document/document.h"
#include "ui/document/player.h"
#include "ui/document/worker.h"

#include <QObject>

#include <memory>

namespace bilevel::ui {

/// A step that was looked at closely: the one from `row` of `trajectory`.
struct SeenStep {
    const Algorithm* algorithm = nullptr;
    Settings settings;
    TrajectoryPtr trajectory;
    int row = 0;
    StepDetail detail;

    /// Is it the step that the run shows at the position? The run may have been computed again, or judged since.
    bool isOf(const RunView& run, int position) const;
};
using SeenStepPtr = std::shared_ptr<const SeenStep>;

/// Looks closely at the selected run's step at the player's position, on a worker, while somebody wants to see it
/// and the player rests. The latest question wins; until its answer comes there is nothing to be seen.
class StepLook : public QObject {
    Q_OBJECT
public:
    /// Both must outlive it.
    StepLook(const Document& document, const Player& player, QObject* parent = nullptr);
    /// Somebody looks, from now on or no longer.
    void setOpen(bool open);
    bool isOpen() const { return open_; }
    /// nullptr where nobody looks, while it plays, or where there is no step.
    const SeenStepPtr& seen() const { return seen_; }

Q_SIGNALS:
    void changed();

private:
    struct Question {
        RunView run;
        Problem problem;
        int iterations, position;
    };
    void ask();
    void forget();

    const Document& document_;
    const Player& player_;
    bool open_ = false;
    SeenStepPtr seen_;
    TrajectoryPtr askedOf_;  ///< nullptr: nothing is asked
    int askedRow_ = -1;
    Worker<Question, SeenStepPtr> worker_;
};

/// Repeats the run up to the row of the position and looks at its step; nullptr where it has none there.
SeenStepPtr lookAt(const RunView& run, const Problem& problem, int iterations, int position,
                   const KeepGoing& keepGoing = {});

}  // namespace bilevel::ui
