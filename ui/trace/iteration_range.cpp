#include "ui/trace/iteration_range.h"

#include <algorithm>

namespace bilevel::ui {
namespace {

constexpr double narrowest = 4;

}  // namespace

void IterationRange::setRows(int rows) {
    const bool zoomed = isZoomed();
    rows_ = rows;
    if (zoomed && first_ < full())
        zoomTo(first_, std::min(last_, full()));
    else
        reset();
}

void IterationRange::zoomTo(double from, double to) {
    if (from > to) std::swap(from, to);
    const double width = std::clamp(to - from, std::min(narrowest, full()), full());
    const double first = std::clamp((from + to - width) / 2, 0.0, full() - width);
    set(first, first + width);
}

void IterationRange::zoomAt(double centre, double factor) {
    const double width = std::clamp(span() * factor, std::min(narrowest, full()), full());
    const double share = (centre - first_) / span();
    const double first = std::clamp(centre - share * width, 0.0, full() - width);
    set(first, first + width);
}

void IterationRange::pan(double iterations) {
    const double first = std::clamp(first_ + iterations, 0.0, full() - span());
    set(first, first + span());
}

void IterationRange::reset() { set(0, full()); }

void IterationRange::set(double first, double last) {
    if (first == first_ && last == last_) return;
    first_ = first;
    last_ = last;
    Q_EMIT changed();
}

}  // namespace bilevel::ui
