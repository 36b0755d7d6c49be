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

/// Do both compute the same, whatever they are called and look like?
bool sameComputation(const StudyRun& a, const StudyRun& b) {
    return a.method == b.method && a.settings == b.settings && a.start == b.start && a.recording == b.recording;
}

/// Of every run, which one it was before; −1 for one that computes something new. Looks and label decide between
/// runs that compute the same, and after them the place.
std::vector<int> originsOf(const std::vector<StudyRun>& runs, const std::vector<StudyRun>& before) {
    std::vector<int> origins(runs.size(), -1);
    std::vector<bool> taken(before.size());
    const auto match = [&](std::size_t i, std::size_t j) {
        if (origins[i] >= 0 || taken[j] || !sameComputation(runs[i], before[j])) return;
        origins[i] = static_cast<int>(j);
        taken[j] = true;
    };
    for (std::size_t i = 0; i < runs.size(); ++i)
        for (std::size_t j = 0; j < before.size(); ++j)
            if (runs[i].label == before[j].label &&
                styleOf(runs[i], static_cast<int>(i)) == styleOf(before[j], static_cast<int>(j)))
                match(i, j);
    for (std::size_t i = 0; i < std::min(runs.size(), before.size()); ++i) match(i, i);
    for (std::size_t i = 0; i < runs.size(); ++i)
        for (std::size_t j = 0; j < before.size(); ++j) match(i, j);
    return origins;
}

void keepPath(RunView& run, const RunView& before, const Problem& problem) {
    if (before.algorithm == run.algorithm && before.recording == run.recording && before.trajectory &&
        before.trajectory->variables() == problem.variables())
        run.trajectory = before.trajectory;
    if (!run.trajectory) return;
    run.certificate = before.certificate;
    run.hasTruth = before.hasTruth;
    run.costs = before.costs;
    run.schedule = before.schedule;
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

    /// The study that undoing would bring back.
    const Study& before() const { return study_; }
    void undo() override { exchange(); }
    void redo() override { exchange(); }
    int id() const override { return merge_.isEmpty() ? -1 : 1; }
    bool mergeWith(const QUndoCommand* later) override {
        // After both redos this command holds the study before itself: that is already what undo needs.
        if (static_cast<const Replace*>(later)->merge_ != merge_) return false;
        setObsolete(study_ == document_.study_);  // a drag that came back changed nothing
        return true;
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

Document::Document(QObject* parent)
    : QObject(parent),
      runner_(computeRun, [this](const auto& answers) { receive(answers); }),
      ends_([](const JudgementRequest& r, const auto& /*stop*/) { return judgeEnd(r.problem, r.trajectory); },
            [this](const auto& certificates) { receive(certificates); }),
      rows_(bilevel::ui::judgeRows, [this](const auto& trajectories) { receiveTruth(trajectories); }) {
    undo_.setUndoLimit(undoSteps);
}

Document::~Document() = default;

Result<bool> Document::edit(const QString& what, Study next, const QString& merge) {
    if (next == study_) return false;
    if (next.problem.solution == study_.problem.solution && !sameMathematics(next.problem, study_.problem))
        next.problem.solution = knownBefore(next.problem);  // a star in the wrong place would be a lie
    Result<Problem> problem = next.problem == study_.problem ? problem_ : Problem::compile(next.problem);
    if (!problem) return problem.error();
    undo_.push(new Replace(*this, what, std::move(next), *std::move(problem), merge));
    return true;
}

/// Whoever types a formula back by hand has its solution back, too.
std::optional<KnownSolution> Document::knownBefore(const ProblemText& problem) const {
    if (undo_.index() == 0) return {};
    const Study& before = static_cast<const Replace*>(undo_.command(undo_.index() - 1))->before();
    return sameMathematics(before.problem, problem) ? before.problem.solution : std::nullopt;
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
    if (!on && answered_) judge();
}

void Document::setPace(Pace pace) {
    if (pace == pace_) return;
    pace_ = pace;
    announceTrajectories();
}

void Document::adopt(Study study, Problem problem) {
    const bool sameTask = study.problem == study_.problem && study.iterations == study_.iterations;
    const std::vector<int> origins = originsOf(study.runs, study_.runs);
    study_ = std::move(study);
    problem_ = std::move(problem);
    std::vector<RunView> runs = runViews(study_, problem_);
    const auto known = static_cast<int>(runs_.size());  // none, where another study is opened
    bool answered = answered_ && sameTask;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const int own = origins[i] < known ? origins[i] : -1, at = own < 0 ? static_cast<int>(i) : own;
        answered &= own >= 0;
        // The old path stays in view until the new one is there.
        if (at < known) keepPath(runs[i], runs_[static_cast<std::size_t>(at)], problem_);
    }
    const int before = selected_;
    if (const auto it = std::ranges::find(origins, selected_); it != origins.end() && known > 0)
        selected_ = static_cast<int>(it - origins.begin());
    selected_ = std::min(selected_, static_cast<int>(runs.size()) - 1);
    runs_ = std::move(runs);
    if (!answered)
        recompute();
    else
        judge();
    if (answered || known == 0) clock_ = wind(runs_, pace_);
    Q_EMIT studyChanged();
    if (selected_ != before) Q_EMIT selectionChanged();
    if (answered) Q_EMIT trajectoriesChanged();
}

void Document::recompute() {
    // While something is dragged each answer is shown before the next question is asked: cancelling every time
    // would leave the picture standing until the hand rests.
    answered_ = false;
    ends_.cancel();
    rows_.cancel();
    outdated_ = dragging_ && runner_.isRunning();
    if (outdated_) return;
    std::vector<RunRequest> requests;
    for (const RunView& run : runs_) requests.push_back(requestFor(run, problem_, study_.iterations));
    runner_.start(std::move(requests));
}

void Document::receive(const std::vector<TrajectoryPtr>& answers) {
    const bool fits =
        answers.size() == runs_.size();  // a drag changes no list of runs, but an undo during one may
    for (std::size_t i = 0; fits && i < answers.size(); ++i) {
        runs_[i].trajectory = answers[i];
        runs_[i].certificate = nullptr;
        runs_[i].hasTruth = false;
    }
    answered_ = fits && !outdated_;
    if (outdated_) recompute();
    if (fits) announceTrajectories();
    if (answered_) judge();
}

/// The truth is dearer than the runs: it waits until the hand rests. The ends first: of all that is said, the
/// verdict is read first.
void Document::judge() {
    ends_.cancel();  // answers would be in the order of the runs before
    rows_.cancel();
    if (dragging_) return;
    std::vector<JudgementRequest> requests;
    for (const RunView& run : runs_) requests.push_back({problem_, run.certificate ? nullptr : run.trajectory});
    ends_.start(std::move(requests));
}

void Document::receive(const std::vector<CertificatePtr>& certificates) {
    if (certificates.size() != runs_.size()) return;
    bool any = false;
    for (std::size_t i = 0; i < runs_.size(); ++i) {
        if (!certificates[i]) continue;
        runs_[i].certificate = certificates[i];
        any = true;
    }
    judgeRows();
    if (any) Q_EMIT judged();
}

void Document::judgeRows() {
    if (dragging_) return;  // its end asks again
    std::vector<JudgementRequest> requests;
    for (const RunView& run : runs_) requests.push_back({problem_, run.hasTruth ? nullptr : run.trajectory});
    rows_.start(std::move(requests));
}

void Document::receiveTruth(const std::vector<TrajectoryPtr>& trajectories) {
    if (trajectories.size() != runs_.size()) return;
    bool any = false;
    for (std::size_t i = 0; i < runs_.size(); ++i) {
        if (!trajectories[i]) continue;
        runs_[i].trajectory = trajectories[i];
        runs_[i].hasTruth = any = true;
    }
    if (any) Q_EMIT judged();
}

void Document::announceTrajectories() {
    clock_ = wind(runs_, pace_);
    Q_EMIT trajectoriesChanged();
}

}  // namespace bilevel::ui
