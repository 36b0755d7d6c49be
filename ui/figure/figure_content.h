#pragma once

#include "core/io/study.h"
#include "ui/document/clock.h"
#include "ui/ground/solutions.h"
#include "ui/plane/plane_options.h"

#include <optional>
#include <string>

namespace bilevel::ui {

/// What a figure is made of, computed and ready to be drawn.
struct FigureContent {
    Study study;                        ///< that it is made of, and that it carries
    Problem problem;                    ///< of the study, compiled
    std::vector<RunView> runs;          ///< with trajectories
    Clock clock;                        ///< by which they are shown
    int position = 0;                   ///< of the player: what the planes show
    int selected = 0;                   ///< index of the run that lies on top, with its arrows; −1 for none
    bool step = false;                  ///< the planes show what that run's step does at its iterate
    View view = {};                     ///< what the planes show: the study's own, or what a window has gone to
    std::optional<Interval> axis = {};  ///< the part of the clock's axis that charts show; absent: all of it
    PlaneOptions shown = {};            ///< on the planes
    SolutionsPtr solutions = {};        ///< of the lower level, where somebody has them already
    /// The selected run where there is one, else −1.
    int selectedRun() const { return selected < static_cast<int>(runs.size()) ? selected : -1; }
};

/// Runs the study and judges where its runs ended; `truth`: every row too. A position beyond the last, or −1,
/// means the last.
FigureContent computeContent(const Study& study, const Problem& problem, Pace pace, int position,
                             bool truth = false);

/// The plane that the figure shows, where the selected run stands at this position of the player.
Slice shownSlice(const FigureContent& content, int position);
/// What its planes show of the lower level there; nullptr where that is nothing. `known` is what is known of it,
/// or nullptr: the answer itself, where it fits.
SolutionsPtr shownSolutions(const FigureContent& content, int position, const SolutionsPtr& known);

/// Which parts a figure has.
struct FigureParts {
    bool upper = false, lower = false;
    bool convergence = false;  ///< the charts of the first tab
    bool allCharts = false;    ///< those of every tab
    bool truth = false;        ///< those of the truth alone
    bool planes() const { return upper || lower; }
    bool charts() const { return convergence || allCharts || truth; }
    bool shows(Term::Group group) const;
};

/// The parts of the view of this name: all, plane, upper, lower, diagnostics or truth. The error says so.
Result<FigureParts> findParts(const std::string& view);

/// What is wrong with what was asked for; the caller's options, not the study.
Error impossible(std::string message);

}  // namespace bilevel::ui
