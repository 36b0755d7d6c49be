#include "ui/plane/start_editor.h"

#include "ui/document/movable_start.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace bilevel::ui {
namespace {

constexpr double nudgesAcross = 100;

/// Rounded to a power of ten that is not above `grain`, without the noise of multiplying back.
double rounded(double value, double grain) {
    const int decimals = -static_cast<int>(std::floor(std::log10(grain)));
    if (decimals < 0) {
        const double unit = std::pow(10.0, -decimals);
        return std::round(value / unit) * unit;
    }
    return QString::number(value, 'f', std::min(decimals, 17)).toDouble();
}

double width(const Interval& range) { return range.maximum - range.minimum; }

double nudgeStep(const Interval& range) {
    const double least = width(range) / nudgesAcross, decade = std::pow(10.0, std::floor(std::log10(least)));
    return least <= 1.5 * decade ? decade : least <= 3.5 * decade ? 2 * decade : 5 * decade;
}

}  // namespace

void StartEditor::beginDrag() {
    ++gesture_;
    dragging_ = true;
    document_.setDragging(true);
}

void StartEditor::end() {
    if (!dragging_) return;
    dragging_ = false;
    document_.setDragging(false);
}

void StartEditor::moveTo(QPointF place, int horizontal, int vertical, const PlaneMap& map) {
    const double x = std::clamp(place.x(), map.horizontal.minimum, map.horizontal.maximum);
    const double y = std::clamp(place.y(), map.vertical.minimum, map.vertical.maximum);
    edit(rounded(x, width(map.horizontal) / map.area.width()), rounded(y, width(map.vertical) / map.area.height()),
         horizontal, vertical);
}

void StartEditor::nudge(QPoint steps, int horizontal, int vertical, const PlaneMap& map, bool again) {
    if (!again) ++gesture_;
    const Point start = movableStart(document_);
    const double stepX = nudgeStep(map.horizontal), stepY = nudgeStep(map.vertical);
    const double x = steps.x() == 0 ? start[horizontal] : rounded(start[horizontal] + steps.x() * stepX, stepX);
    const double y = steps.y() == 0 ? start[vertical] : rounded(start[vertical] + steps.y() * stepY, stepY);
    edit(x, y, horizontal, vertical);
}

void StartEditor::edit(double x, double y, int horizontal, int vertical) {
    Study study = document_.study();
    const std::vector<std::string>& names = document_.problem().variables();
    const Point start = movableStart(document_);
    const auto set = [&](int variable, double value) {
        const std::string& name = names[static_cast<std::size_t>(variable)];
        value = study.problem.boundsOf(name).clamp(value);
        if (value != start[variable]) setMovableStart(study, document_, name, value);
    };
    set(horizontal, x);
    set(vertical, y);
    const Result<bool> done =
        document_.edit(QCoreApplication::translate("Plane", "Move the start"), std::move(study),
                       QStringLiteral("move start %1 %2").arg(quintptr(this)).arg(gesture_));
    // A number inside the bounds cannot make a study wrong.
    Q_ASSERT(done);
    Q_UNUSED(done);
}

}  // namespace bilevel::ui
