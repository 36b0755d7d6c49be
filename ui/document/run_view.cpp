#include "ui/document/run_view.h"

#include "core/record/measure.h"
#include "core/run/replay.h"
#include "ui/kit/to_text.h"

#include <QHash>
#include <QObject>

#include <algorithm>

namespace bilevel::ui {
namespace {

Point startOf(const Problem& problem, const StudyRun& run) {
    Point z = problem.start();
    for (Eigen::Index i = 0; i < z.size(); ++i)
        if (const auto it = run.start.find(problem.variables()[static_cast<std::size_t>(i)]);
            it != run.start.end())
            z[i] = it->second;
    problem.project(z);
    return z;
}

/// Its method, and the preset that its settings are at the moment, unless they are the defaults.
QString automaticLabel(const StudyRun& run, const RunView& view) {
    if (run.recording) return QString::fromStdString(run.recording->source);
    if (!view.algorithm) return QString::fromStdString(run.method);
    QString name = toText(view.algorithm->name);
    if (view.settings == view.algorithm->defaults()) return name;
    for (const Preset& preset : view.algorithm->presets)
        if (const Result<Settings> settings = view.algorithm->resolve(preset.settings);
            settings && *settings == view.settings)
            return name + QStringLiteral(" · ") + toText(preset.name);
    return name;
}

void chooseMethod(RunView& view, const StudyRun& run, const Problem& problem) {
    view.algorithm = findAlgorithm(run.method);
    view.ownStart = !run.start.empty();
    view.start = startOf(problem, run);
    if (view.algorithm) {
        const Result<Settings> settings = view.algorithm->resolve(run.settings);
        view.settings = settings ? *settings : view.algorithm->defaults();
    } else {
        view.unavailable =
            QObject::tr("This version does not know the method ‘%1’").arg(QString::fromStdString(run.method));
    }
}

/// Data begin where they begin, and fit a problem that has their variables.
void chooseRecording(RunView& view, const SharedRecording& recording, const Problem& problem) {
    view.recording = recording;
    view.start = problem.start();
    const std::string missing = missingVariable(*recording, problem.variables());
    if (!missing.empty()) {
        view.unavailable = QObject::tr("The data of %1 have no column for the variable ‘%2’")
                               .arg(QString::fromStdString(recording->source), QString::fromStdString(missing));
        return;
    }
    view.algorithm = &recordedElsewhere();
    for (Eigen::Index i = 0; i < view.start.size(); ++i) {
        const double first = recording->variable(problem.variables()[static_cast<std::size_t>(i)])->front();
        view.ownStart |= view.start[i] != first;
        view.start[i] = first;
    }
}

RunView viewOf(const Problem& problem, const StudyRun& run, int place) {
    RunView view;
    if (run.recording)
        chooseRecording(view, run.recording, problem);
    else
        chooseMethod(view, run, problem);
    view.label = run.label.empty() ? automaticLabel(run, view) : QString::fromStdString(run.label);
    view.style = styleOf(run, place);
    view.visible = run.visible;
    return view;
}

/// "BOME", "BOME 2", …: two runs of one method must be told apart. What the user called a run stays.
void numberLabels(std::vector<RunView>& runs, const Study& study) {
    QHash<QString, int> seen;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const int count = ++seen[runs[i].label];
        if (count > 1 && study.runs[i].label.empty()) runs[i].label += QStringLiteral(" %1").arg(count);
    }
}

}  // namespace

int RunView::rowAt(int position) const {
    if (!trajectory) return 0;
    const int limit = schedule ? static_cast<int>(schedule->size()) : trajectory->rows();
    const int within = std::clamp(position, 0, std::max(0, limit - 1));
    return schedule ? (*schedule)[static_cast<std::size_t>(within)] : within;
}

bool RunView::endsBefore(int position) const {
    if (!trajectory) return true;
    const int last = trajectory->rows() - 1;
    return position > (schedule ? positionOf(last) : last);
}

int RunView::positionOf(int row) const {
    if (!schedule) return row;
    return static_cast<int>(std::ranges::lower_bound(*schedule, row) - schedule->begin());
}

double RunView::rowAtCost(double cost) const { return costs ? bilevel::rowAtCost(*costs, cost) : cost; }

bool isTruthToCome(const std::vector<RunView>& runs) {
    return std::ranges::any_of(runs,
                               [](const RunView& run) { return run.visible && run.trajectory && !run.hasTruth; });
}

RunStyle styleOf(const StudyRun& run, int place) {
    return {run.colour.value_or(place % runColours), run.marker.value_or(place % runMarkers)};
}

std::vector<RunView> runViews(const Study& study, const Problem& problem) {
    std::vector<RunView> runs;
    for (std::size_t i = 0; i < study.runs.size(); ++i)
        runs.push_back(viewOf(problem, study.runs[i], static_cast<int>(i)));
    numberLabels(runs, study);
    return runs;
}

RunRequest requestFor(const RunView& run, const Problem& problem, int iterations) {
    return {problem, run.algorithm, run.settings, run.start, iterations, run.recording};
}

}  // namespace bilevel::ui
