#pragma once

#include <span>
#include <string_view>

namespace bilevel::ui {

/// What the planes show besides axes, paths and heads.
struct PlaneOptions {
    bool heat = true;  ///< the objective as colour, by rank
    bool contours = true;
    bool solutions = true;   ///< the exact lower solutions over the upper coordinate, and the bilevel optimum
    bool values = true;      ///< below: the objective at the lower solutions
    bool basins = true;      ///< behind g: from where lower gradient descent leads to another than the solution
    bool verdicts = true;    ///< what the exact lower level says of where runs ended
    bool vectors = true;     ///< recorded vectors of the selected run, as arrows from its iterate
    bool innerPoint = true;  ///< recorded positions of the selected run, tied to its iterate
    bool step = true;        ///< what a step that is looked at closely does at the iterate
    bool ghosts = false;     ///< what is still to come of each path, faintly
    bool beads = true;       ///< markers at equal numbers of iterations
    bool labels = true;
    friend bool operator==(const PlaneOptions&, const PlaneOptions&) = default;
};

/// One of the options that can be switched: its id for the command line, and, to be translated in the context
/// "Plane", its name and what it means.
struct PlaneSwitch {
    std::string_view id;
    const char *name, *meaning;
    bool PlaneOptions::*option;
};
std::span<const PlaneSwitch> planeSwitches();
/// nullptr where no option has this id.
const PlaneSwitch* findPlaneSwitch(std::string_view id);

}  // namespace bilevel::ui
