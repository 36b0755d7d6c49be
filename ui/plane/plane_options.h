#pragma once

namespace bilevel::ui {

/// What the planes show besides axes, paths and heads.
struct PlaneOptions {
    bool heat = true;  ///< the objective as colour, by rank
    bool contours = true;
    bool vectors = true;     ///< recorded vectors of the selected run, as arrows from its iterate
    bool innerPoint = true;  ///< recorded positions of the selected run, tied to its iterate
    bool beads = true;       ///< markers at equal numbers of iterations
    bool labels = true;
    bool step = true;     ///< what a step that is looked at closely does at the iterate
    bool ghosts = false;  ///< what is still to come of each path, faintly
    friend bool operator==(const PlaneOptions&, const PlaneOptions&) = default;
};

}  // namespace bilevel::ui
