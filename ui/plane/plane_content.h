#pragma once

#include "ui/document/run_view.h"
#include "ui/ground/ground.h"
#include "ui/plane/plane_options.h"

#include "core/problem/problem.h"

#include <QPointF>

#include <optional>
#include <span>
#include <vector>

namespace bilevel::ui {

/// What a plane shows, apart from where on the screen and in which row.
struct PlaneContent {
    Problem problem;
    bool upper = true;  ///< the ground is f, or g
    int horizontal = 0, vertical = 1;
    Interval horizontalRange{-1, 1}, verticalRange{-1, 1};
    std::vector<RunView> runs;
    int selected = -1;
    PlaneOptions options;

    const std::string& horizontalName() const { return nameOf(horizontal); }
    const std::string& verticalName() const { return nameOf(vertical); }
    /// The two shown coordinates of a point.
    QPointF shown(const Point& z) const { return {z[horizontal], z[vertical]}; }
    /// Runs to be drawn, the selected one last, so that it lies on top.
    std::vector<const RunView*> visibleRuns() const;
    /// nullptr where no run is selected, or it is hidden or has no trajectory.
    const RunView* selectedRun() const;
    /// The known solution, where it names both shown coordinates.
    std::optional<QPointF> solution() const;

private:
    const std::string& nameOf(int k) const { return problem.variables()[static_cast<std::size_t>(k)]; }
};

/// A run's iterates in the two shown coordinates: one value per row each, empty without a trajectory.
struct Iterates {
    std::span<const double> x, y;
    int rows() const { return static_cast<int>(x.size()); }
    /// Row −1 and below are the first, rows beyond the end the last. Only where rows() > 0.
    QPointF at(int row) const;
};
Iterates iteratesOf(const PlaneContent& content, const RunView& run);

/// Where all coordinates of a run stand at a position of the player; the problem's start where there is no
/// trajectory.
Point iterateAt(const Problem& problem, const RunView* run, int position);

}  // namespace bilevel::ui
