#include "ui/document/step_look.h"

#include <utility>

namespace bilevel::ui {
namespace {

/// Has the run a step from the row that is shown at the position?
bool hasStepAt(const RunView& run, int position) {
    return run.algorithm && !run.recording && run.trajectory && !run.endsBefore(position) &&
           run.rowAt(position) < run.trajectory->rows() - 1;
}

}  // namespace

bool SeenStep::isOf(const RunView& run, int position) const {
    if (run.algorithm != algorithm || run.settings != settings || !hasStepAt(run, position)) return false;
    if (run.rowAt(position) != row || run.trajectory->variables() != trajectory->variables()) return false;
    if (run.trajectory == trajectory) return true;
    const auto same = [&](std::span<const double> a, std::span<const double> b) {
        const auto k = static_cast<std::size_t>(row);
        return k < a.size() && k < b.size() && a[k] == b[k];
    };
    for (std::size_t i = 0; i < trajectory->variables().size(); ++i)
        if (!same(run.trajectory->coordinate(i), trajectory->coordinate(i))) return false;
    return same(run.trajectory->column("f"), trajectory->column("f")) &&
           same(run.trajectory->column("g"), trajectory->column("g"));
}

SeenStepPtr lookAt(const RunView& run, const Problem& problem, int iterations, int position,
                   const KeepGoing& keepGoing) {
    if (!hasStepAt(run, position)) return nullptr;
    const int row = run.rowAt(position);
    return std::make_shared<const SeenStep>(
        SeenStep{run.algorithm, run.settings, run.trajectory, row,
                 lookClosely(requestFor(run, problem, iterations), row, keepGoing)});
}

StepLook::StepLook(const Document& document, const Player& player, QObject* parent)
    : QObject(parent),
      document_(document),
      player_(player),
      worker_(
          [](const Question& q, const std::atomic<bool>& stop) {
              return lookAt(q.run, q.problem, q.iterations, q.position, [&](int) { return !stop.load(); });
          },
          [this](const std::vector<SeenStepPtr>& answers) {
              if (!askedOf_) return;
              seen_ = answers.front();
              Q_EMIT changed();
          }) {
    connect(&document_, &Document::trajectoriesChanged, this, &StepLook::ask);
    connect(&document_, &Document::judged, this, &StepLook::ask);
    connect(&document_, &Document::selectionChanged, this, &StepLook::ask);
    connect(&player_, &Player::rowChanged, this, &StepLook::ask);
    connect(&player_, &Player::playingChanged, this, &StepLook::ask);
}

void StepLook::setOpen(bool open) {
    if (open == open_) return;
    open_ = open;
    ask();
}

void StepLook::forget() {
    worker_.cancel();
    askedOf_.reset();
    if (!seen_) return;
    seen_.reset();
    Q_EMIT changed();
}

void StepLook::ask() {
    const int selected = document_.selected();
    if (!open_ || player_.isPlaying() || selected < 0) return forget();
    const RunView& run = document_.runs()[static_cast<std::size_t>(selected)];
    const int position = player_.row();
    if (!hasStepAt(run, position)) return forget();
    if (run.trajectory == askedOf_ && run.rowAt(position) == askedRow_) return;
    askedOf_ = run.trajectory;
    askedRow_ = run.rowAt(position);
    worker_.start({{run, document_.problem(), document_.study().iterations, position}});
}

}  // namespace bilevel::ui
