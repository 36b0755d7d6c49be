#include "ui/plane/plane_camera.h"

#include <algorithm>
#include <cmath>

namespace bilevel::ui {
namespace {

constexpr double finest = 1e-10;  // narrowest range, relative to where it lies
constexpr double widest = 1e15;
constexpr double runaway = 20;  // a path that is this many times wider than the natural range does not widen it

bool isUsable(const Interval& range) {
    const double width = range.maximum - range.minimum;
    const double place = std::max(std::abs(range.minimum), std::abs(range.maximum));
    return std::isfinite(range.minimum) && std::isfinite(range.maximum) && width > finest * place &&
           width > 1e-300 && place < widest;
}

Interval zoomed(const Interval& range, double about, double factor) {
    if (factor == 1) return range;  // to the last digit
    return {about + (range.minimum - about) * factor, about + (range.maximum - about) * factor};
}

int indexOf(const std::vector<std::string>& names, const std::string& name) {
    const auto it = std::ranges::find(names, name);
    return it == names.end() ? -1 : static_cast<int>(it - names.begin());
}

}  // namespace

PlaneCamera::PlaneCamera(Document& document, QObject* parent) : QObject(parent), document_(document) {
    connect(&document_, &Document::opened, this, &PlaneCamera::adoptView);
    connect(&document_, &Document::studyChanged, this, &PlaneCamera::followStudy);
    if (!document_.study().problem.upper.empty()) adoptView();
}

View PlaneCamera::view() const {
    const auto name = [&](int variable) { return variables_[static_cast<std::size_t>(variable)]; };
    return {name(horizontal_), name(vertical_), horizontalRange_, verticalRange_};
}

void PlaneCamera::adoptView() {
    variables_ = document_.problem().variables();
    view_ = document_.study().problem.view;
    const View view = document_.study().problem.resolvedView();
    horizontal_ = std::max(0, indexOf(variables_, view.horizontal));
    vertical_ = indexOf(variables_, view.vertical);
    if (vertical_ < 0 || vertical_ == horizontal_) vertical_ = horizontal_ == 0 ? 1 : 0;
    horizontalRange_ = view.horizontalRange;
    verticalRange_ = view.verticalRange;
    crosshair_.reset();
    ready_ = true;
    Q_EMIT coordinatesChanged();
    Q_EMIT viewChanged();
}

void PlaneCamera::followStudy() {
    const std::vector<std::string>& variables = document_.problem().variables();
    if (!ready_ || document_.study().problem.view != view_) return adoptView();
    if (variables == variables_) return;
    // The shown variables keep their places and ranges where they still exist.
    const int horizontal = indexOf(variables, variables_[static_cast<std::size_t>(horizontal_)]);
    const int vertical = indexOf(variables, variables_[static_cast<std::size_t>(vertical_)]);
    if (horizontal < 0 || vertical < 0) return adoptView();
    variables_ = variables;
    horizontal_ = horizontal;
    vertical_ = vertical;
    Q_EMIT coordinatesChanged();
    Q_EMIT viewChanged();
}

Interval PlaneCamera::naturalRange(int variable) const {
    const ProblemText& problem = document_.study().problem;
    const std::string& name = variables_[static_cast<std::size_t>(variable)];
    const View view = problem.resolvedView();
    if (name == view.horizontal) return view.horizontalRange;
    if (name == view.vertical) return view.verticalRange;

    ProblemText alone = problem;  // the range that a problem with this variable first would choose
    alone.view.reset();
    alone.upperVariables = {name};
    const Interval chosen = alone.resolvedView().horizontalRange;
    Interval paths = chosen;
    for (const RunView& run : document_.runs()) {
        if (!run.visible || !run.trajectory) continue;
        for (const double value : run.trajectory->column(name)) {
            paths.minimum = std::min(paths.minimum, value);
            paths.maximum = std::max(paths.maximum, value);
        }
    }
    const bool tame = paths.maximum - paths.minimum < runaway * (chosen.maximum - chosen.minimum);
    return tame ? paths : chosen;
}

void PlaneCamera::setCoordinates(int horizontal, int vertical) {
    const int count = static_cast<int>(variables_.size());
    if (horizontal < 0 || vertical < 0 || horizontal >= count || vertical >= count) return;
    if (horizontal == vertical) {
        if (horizontal != horizontal_)
            vertical = horizontal_;
        else
            horizontal = vertical_;
    }
    if (horizontal == horizontal_ && vertical == vertical_) return;
    const auto range = [&](int variable) {
        if (variable == horizontal_) return horizontalRange_;
        return variable == vertical_ ? verticalRange_ : naturalRange(variable);
    };
    const Interval horizontalRange = range(horizontal), verticalRange = range(vertical);
    horizontal_ = horizontal;
    vertical_ = vertical;
    horizontalRange_ = horizontalRange;
    verticalRange_ = verticalRange;
    crosshair_.reset();
    Q_EMIT coordinatesChanged();
    Q_EMIT viewChanged();
}

void PlaneCamera::setRanges(const Interval& horizontal, const Interval& vertical) {
    if (!isUsable(horizontal) || !isUsable(vertical)) return;
    if (horizontal == horizontalRange_ && vertical == verticalRange_) return;
    horizontalRange_ = horizontal;
    verticalRange_ = vertical;
    Q_EMIT viewChanged();
}

void PlaneCamera::zoom(QPointF about, double horizontalFactor, double verticalFactor) {
    setRanges(zoomed(horizontalRange_, about.x(), horizontalFactor),
              zoomed(verticalRange_, about.y(), verticalFactor));
}

void PlaneCamera::pan(QPointF by) {
    setRanges({horizontalRange_.minimum + by.x(), horizontalRange_.maximum + by.x()},
              {verticalRange_.minimum + by.y(), verticalRange_.maximum + by.y()});
}

void PlaneCamera::reset() {
    if (ready_) setRanges(naturalRange(horizontal_), naturalRange(vertical_));
}

void PlaneCamera::setCrosshair(const std::optional<QPointF>& at) {
    if (at == crosshair_) return;
    crosshair_ = at;
    Q_EMIT crosshairChanged();
}

void PlaneCamera::setOptions(const PlaneOptions& options) {
    if (options == options_) return;
    options_ = options;
    Q_EMIT optionsChanged();
}

}  // namespace bilevel::ui
