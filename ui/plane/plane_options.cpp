#include "ui/plane/plane_options.h"

#include <QtGlobal>

#include <algorithm>
#include <array>

namespace bilevel::ui {
namespace {

constexpr std::array switches{
    PlaneSwitch{"contours", QT_TRANSLATE_NOOP("Plane", "Contours"),
                QT_TRANSLATE_NOOP("Plane", "Lines of equal value"), &PlaneOptions::contours},
    PlaneSwitch{"heat", QT_TRANSLATE_NOOP("Plane", "Heat map"),
                QT_TRANSLATE_NOOP("Plane", "The objectives as colour: dark is low"), &PlaneOptions::heat},
    PlaneSwitch{
        "basins", QT_TRANSLATE_NOOP("Plane", "Basins"),
        QT_TRANSLATE_NOOP("Plane",
                          "Shaded on the plane of g: from there, lower gradient descent ends in a wrong valley"),
        &PlaneOptions::basins},
    PlaneSwitch{
        "solutions", QT_TRANSLATE_NOOP("Plane", "Solutions"),
        QT_TRANSLATE_NOOP("Plane",
                          "The exact lower solutions: global solid, local dashed, maxima dotted; rings where two "
                          "branches meet and end, dots where the global one changes; the bilevel optimum"),
        &PlaneOptions::solutions},
    PlaneSwitch{
        "values", QT_TRANSLATE_NOOP("Plane", "Values"),
        QT_TRANSLATE_NOOP(
            "Plane", "Below the planes: the objectives at the exact lower solutions, and the iterates on them"),
        &PlaneOptions::values},
    PlaneSwitch{"verdicts", QT_TRANSLATE_NOOP("Plane", "Verdicts"),
                QT_TRANSLATE_NOOP(
                    "Plane",
                    "Marks where runs ended: ✓ a solution, ↘ f can still fall, ✕ a wrong branch, ! the lower "
                    "level is not solved"),
                &PlaneOptions::verdicts},
    PlaneSwitch{"vectors", QT_TRANSLATE_NOOP("Plane", "Vectors"),
                QT_TRANSLATE_NOOP("Plane", "What pulls at the selected method’s iterate"), &PlaneOptions::vectors},
    PlaneSwitch{
        "step", QT_TRANSLATE_NOOP("Plane", "Step"),
        QT_TRANSLATE_NOOP("Plane",
                          "What the selected method’s step does at its iterate, while “This step” is open below"),
        &PlaneOptions::step},
    PlaneSwitch{"ghosts", QT_TRANSLATE_NOOP("Plane", "Ghost paths"),
                QT_TRANSLATE_NOOP("Plane", "What is still to come of each path"), &PlaneOptions::ghosts},
    PlaneSwitch{"beads", QT_TRANSLATE_NOOP("Plane", "Beads"),
                QT_TRANSLATE_NOOP("Plane", "Markers at equal numbers of iterations: how fast a path is walked"),
                &PlaneOptions::beads},
    PlaneSwitch{"labels", QT_TRANSLATE_NOOP("Plane", "Labels"),
                QT_TRANSLATE_NOOP("Plane", "Names of start, optimum and curves"), &PlaneOptions::labels},
};

}  // namespace

std::span<const PlaneSwitch> planeSwitches() { return switches; }

const PlaneSwitch* findPlaneSwitch(std::string_view id) {
    const auto it = std::ranges::find(switches, id, &PlaneSwitch::id);
    return it == switches.end() ? nullptr : &*it;
}

}  // namespace bilevel::ui
