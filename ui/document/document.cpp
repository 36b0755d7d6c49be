#include "ui/document/document.h"

#include <QUndoCommand>

#include <algorithm>

namespace bilevel::ui {
namespace {

constexpr int undoSteps = 200;

/// Is it still the problem that a solution was published for?
bool sameMathematics(const ProblemText& a, const ProblemText& b) {
    return a.upper == b.upper && a.lower == b.lower && a.definitions == b.definitions &&
           a.parameters == b.parameters && a.bounds == b.bounds;
}

}  // namespace

/// The only undo command: exchange the study for another. Doing and undoing are the same line.
class Document::Replace : public QUndoCommand {
public:
    Replace(Document& owner, const QString& what, Study next, Problem compiled, QString mergeKey)
        : QUndoCommand(what),
          document_(owner),
          study_(std::move(next)),
          problem_(std::move(compiled)),
          merge_(std::move(mergeKey)) {}

    void undo() override { exchange(); }
    void redo() override { exchange(); }
    int id() const override { return merge_.isEmpty() ? -1 : 1; }
    bool mergeWith(const QUndoCommand* later) override {
        // After both redos this command holds the study before itself: that is already what undo needs.
        return static_cast<const Replace*>(later)->merge_ == merge_;
    }

private:
    void exchange() {
        Study before = document_.study_;
        Problem problemBefore = document_.problem_;
        document_.adopt(std::move(study_), std::move(problem_));
        study_ = std::move(before);
        problem_ = std::move(problemBefore);
    }

    Document& document_;
    Study study_;
    Problem problem_;
    QString merge_;
};

Document::Document(QObject* parent) : QObject(parent) {
    undo_.setUndoLimit(undoSteps);
    connect(&job_, &Job::finished, this, &Document::receive);
}

Document::~Document() = default;

int Document::rows() const {
    int rows = 1;
    for (const RunView& run : runs_)
        if (run.visible && run.trajectory) rows = std::max(rows, run.trajectory->rows());
    return rows;
}

Result<bool> Document::edit(const QString& what, Study next, const QString& merge) {
    if (next == study_) return false;
    if (next.problem.solution == study_.problem.solution && !sameMathematics(next.problem, study_.problem))
        next.problem.solution.reset();  // a star in the wrong place would be a lie; undo brings it back
    Result<Problem> problem = next.problem == study_.problem ? problem_ : Problem::compile(next.problem);
    if (!problem) return problem.error();
    undo_.push(new Replace(*this, what, std::move(next), *std::move(problem), merge));
    return true;
}

Result<bool> Document::open(Study study) {
    Result<Problem> problem = Problem::compile(study.problem);
    if (!problem) return problem.error();
    undo_.clear();
    runs_.clear();
    selected_ = study.runs.empty() ? -1 : 0;
    adopt(std::move(study), *std::move(problem));
    Q_EMIT opened();
    Q_EMIT selectionChanged();
    return true;
}

void Document::select(int run) {
    if (run == selected_ || run >= static_cast<int>(runs_.size())) return;
    selected_ = run;
    Q_EMIT selectionChanged();
}

void Document::setDragging(bool on) {
    if (on == dragging_) return;
    dragging_ = on;
    Q_EMIT draggingChanged(on);
}

void Document::adopt(Study study, Problem problem) {
    study_ = std::move(study);
    problem_ = std::move(problem);
    std::vector<RunView> runs = runViews(study_, problem_);
    for (std::size_t i = 0; i < runs.size(); ++i) {
        RunView& view = runs[i];
        // The old path stays in view until the new one is there.
        if (i < runs_.size() && runs_[i].algorithm == view.algorithm && runs_[i].trajectory &&
            runs_[i].trajectory->variables() == problem_.variables())
            view.trajectory = runs_[i].trajectory;
    }
    const bool selectionMoved = selected_ >= static_cast<int>(runs.size());
    runs_ = std::move(runs);
    if (selectionMoved) selected_ = static_cast<int>(runs_.size()) - 1;
    recompute();
    Q_EMIT studyChanged();
    if (selectionMoved) Q_EMIT selectionChanged();
}

void Document::recompute() {
    // While something is dragged each answer is shown before the next question is asked: cancelling every time
    // would leave the picture standing until the hand rests.
    outdated_ = dragging_ && job_.isRunning();
    if (outdated_) return;
    std::vector<RunRequest> requests;
    for (const RunView& run : runs_) requests.push_back(requestFor(run, problem_, study_.iterations));
    job_.start(std::move(requests));
}

void Document::receive(const Answers& answers) {
    const bool fits =
        answers.size() == runs_.size();  // a drag changes no list of runs, but an undo during one may
    for (std::size_t i = 0; fits && i < answers.size(); ++i) runs_[i].trajectory = answers[i];
    if (outdated_) recompute();
    if (fits) Q_EMIT trajectoriesChanged();
}

}  // namespace bilevel::ui
