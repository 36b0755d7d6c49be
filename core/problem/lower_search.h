#pragma once

#include "core/problem/lower_level.h"

namespace bilevel {

// The parts of LowerSolver: each search answers with candidates, which classify() sorts and names.

std::vector<SearchAxis> searchAxes(const Problem& problem);

/// What a search came back with.
struct LowerCandidates {
    std::vector<LowerMinimiser> found;
    LowerLevel::Kind failure = LowerLevel::Kind::unique;  ///< unbounded or unattained where g falls for ever
    bool finite = false;                                  ///< g has a value somewhere
};

/// What g does along the line of one lower variable.
struct LineMark {
    enum class Kind {
        begin,    ///< of a piece on which g is finite
        minimum,  ///< local, inside or at a bound; a valley where `from` and `to` differ
        hole,     ///< g falls without limit towards it
        shelf,    ///< g stands still from `from` to `to`, and falls beyond one of them or both
        maximum,  ///< local
        wall,     ///< descent parts here, though g has no maximum: a pole, the edge of a shelf
        end,      ///< of a piece
    };
    Kind kind = Kind::begin;
    double from = 0, to = 0;
};

/// One lower variable: zeros of g′ from − to +, bracketed on a grid, dips between its nodes found by g″. All that
/// the range has is written to `marks`, by increasing y, where somebody asks for it.
LowerCandidates searchLine(LowerFunction& g, const SearchAxis& axis, std::vector<LineMark>* marks = nullptr);
/// Two: the lowest nodes of a grid, polished.
LowerCandidates searchPlane(LowerFunction& g, std::span<const SearchAxis> axes);
/// More: descents from `starts` places of a low-discrepancy sequence and from `more`.
LowerCandidates searchSpace(LowerFunction& g, std::span<const SearchAxis> axes, int starts,
                            std::span<const Vector> more);

/// A projected Newton descent from y to a local minimiser, without leaving the bounds.
struct Polished {
    LowerMinimiser minimiser;
    bool ranAway = false;  ///< g fell all the way out of reach
};
Polished polish(LowerFunction& g, std::span<const SearchAxis> axes, Vector y);

/// Does g fall for ever from y along a direction? unbounded or unattained where it does, else unique.
LowerLevel::Kind fallsForEver(LowerFunction& g, const Vector& y, const Vector& direction);

/// Lower candidates first, doubles out, ties and valleys named.
LowerLevel classify(LowerFunction& g, std::span<const SearchAxis> axes, LowerCandidates candidates);

}  // namespace bilevel
