#pragma once

#include "core/problem/basin_map.h"
#include "ui/ground/bands.h"
#include "ui/ground/slice.h"
#include "ui/kit/theme.h"

#include <QImage>
#include <QPointF>
#include <QPolygonF>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace bilevel::ui {

/// Everything that determines the picture behind the paths.
struct GroundRequest {
    Slice slice;
    bool upper = true;  ///< f, or g
    Interval horizontal, vertical;
    int columns = 260, rows = 200;  ///< cells of the heat map
    bool filled = false;            ///< bands too, to be painted instead of the heat map
    bool basins = false;            ///< of lower gradient descent, too; only behind g
};

/// Equal requests give equal grounds; held coordinates that nothing in the picture uses do not count.
bool sameGround(const GroundRequest& a, const GroundRequest& b);
/// Does the picture change when the held coordinates move?
bool dependsOnHeld(const GroundRequest& request);

/// An objective over the plane: a heat map by rank, and contours. Coordinates of lines are data coordinates; all
/// lie inside the two intervals.
struct Ground {
    struct Contour {
        QPolygonF line;
        bool major = false;  ///< every fourth level
    };

    GroundRequest request;
    QImage ranks;  ///< Indexed8, a pixel per cell, first row at the top: 0 valley … highestRank peak, or hole
    bool hasHoles = false;  ///< the objective is not finite somewhere
    std::vector<double> levels;
    std::vector<Contour> contours;
    std::vector<Band> bands;  ///< only where asked for

    std::optional<BasinMap> basins;  ///< only where asked for, and some descents end in a wrong valley

    static constexpr int highestRank = 254, hole = 255;
};
using GroundPtr = std::shared_ptr<const Ground>;

/// nullptr where `keepGoing`, asked now and then, said no.
GroundPtr computeGround(const GroundRequest& request, const std::function<bool()>& keepGoing = {});

/// The heat map in a theme's colours; holes are transparent.
QImage groundImage(const Ground& ground, const Theme& theme);
/// A shade over places from which descent ends in no global minimiser; neighbours are told apart. Only where there
/// are basins.
QImage basinImage(const Ground& ground, const Theme& theme);

}  // namespace bilevel::ui
