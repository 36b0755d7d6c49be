#pragma once

#include "core/io/study.h"
#include "core/problem/problem.h"
#include "ui/document/clock.h"
#include "ui/document/judgement.h"
#include "ui/document/run_view.h"
#include "ui/document/worker.h"

#include <QObject>
#include <QUndoStack>

namespace bilevel::ui {

/// The study, its compiled problem and one trajectory per run. The only place where any of them changes: views
/// call edit(), the document announces, everybody redraws. What is held is always valid; text that does not
/// compile never gets here.
class Document : public QObject {
    Q_OBJECT
public:
    explicit Document(QObject* parent = nullptr);
    ~Document() override;

    const Study& study() const { return study_; }
    const Problem& problem() const { return problem_; }
    const std::vector<RunView>& runs() const { return runs_; }
    int selected() const {
        return selected_;
    }  ///< index of the run whose parameters and arrows are shown; -1 when there is none
    /// What the positions of a player mean, and what charts have as their horizontal axis.
    const Clock& clock() const { return clock_; }
    int rows() const { return clock_.positions; }  ///< positions of the player
    QUndoStack& undoStack() { return undo_; }

    /// Replaces the study as one named, undoable step. Consecutive edits with the same non-empty `merge` become
    /// one step (a drag, a slider). Refused, with nothing changed, where the study does not compile. Other
    /// formulas, parameters or bounds drop a known solution, unless the edit brings its own, or those before the
    /// last step.
    Result<bool> edit(const QString& what, Study next, const QString& merge = {});
    /// Another study altogether; forgets the undo history.
    Result<bool> open(Study study);
    void select(int run);
    /// Part of the view, not of the study: cannot be undone, and is not saved.
    void setPace(Pace pace);
    /// A drag is under way: views may draw faster and coarser until it ends.
    void setDragging(bool on);
    bool isDragging() const { return dragging_; }

Q_SIGNALS:
    void opened();               ///< another study: forget cursors and zoom
    void studyChanged();         ///< the study and maybe the problem are new; trajectories follow
    void trajectoriesChanged();  ///< or the clock by which they are shown
    /// The exact lower level has been asked: first about the ends of runs, which have certificates now, then
    /// about every row, for the columns of truth.
    void judged();
    void selectionChanged();
    void draggingChanged(bool on);

private:
    class Replace;
    std::optional<KnownSolution> knownBefore(const ProblemText& problem) const;
    void adopt(Study study, Problem problem);
    void recompute();
    void announceTrajectories();
    void receive(const std::vector<TrajectoryPtr>& answers);
    void judge();
    void judgeRows();
    void receive(const std::vector<CertificatePtr>& certificates);
    void receiveTruth(const std::vector<TrajectoryPtr>& trajectories);

    Study study_;
    Problem problem_;
    std::vector<RunView> runs_;
    Pace pace_;
    Clock clock_;
    QUndoStack undo_;
    Worker<RunRequest, TrajectoryPtr> runner_;
    Worker<JudgementRequest, CertificatePtr> ends_;
    Worker<JudgementRequest, TrajectoryPtr> rows_;
    int selected_ = -1;
    bool dragging_ = false;
    bool answered_ = false;  ///< every trajectory is that of the study as it is now
    bool outdated_ = false;  ///< the answer under way is not to the latest question
};

}  // namespace bilevel::ui
