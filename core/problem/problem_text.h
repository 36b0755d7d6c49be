#pragma once

#include <limits>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace bilevel {

/// A named sub-expression; may use variables, parameters and the definitions before it.
struct DefinitionText {
    std::string name, formula;
    friend bool operator==(const DefinitionText&, const DefinitionText&) = default;
};

/// A named number with a slider.
struct ParameterText {
    std::string name;
    double value = 0;
    double minimum = -1, maximum = 1;  ///< the slider's ends; `value` lies between them
    friend bool operator==(const ParameterText&, const ParameterText&) = default;
};

/// A closed interval; infinite ends mean unbounded.
struct Interval {
    double minimum = -std::numeric_limits<double>::infinity();
    double maximum = std::numeric_limits<double>::infinity();
    bool contains(double v) const { return v >= minimum && v <= maximum; }
    double clamp(double v) const { return v < minimum ? minimum : v > maximum ? maximum : v; }
    friend bool operator==(const Interval&, const Interval&) = default;
};

/// Where to look for a variable: within its bounds and, where they have no end, within what is shown. What is
/// shown beside the only bound is moved to it.
Interval searchRange(Interval shown, const Interval& bounds);

/// Which two variables a plane shows, and from where to where (finite, minimum < maximum).
struct View {
    std::string horizontal, vertical;
    Interval horizontalRange, verticalRange;
    friend bool operator==(const View&, const View&) = default;
};

/// A published solution; the point may name a subset of the variables.
struct KnownSolution {
    std::map<std::string, double> point;
    std::optional<double> upperObjective;
    std::string status;  ///< as published, e.g. "optimal"
    friend bool operator==(const KnownSolution&, const KnownSolution&) = default;
};

/// A bilevel problem as the user typed it, and as a study file stores it.
///
///     minimise f(x, y) over x and y,   where y minimises g(x, ·)
struct ProblemText {
    std::string name, description, reference;
    std::vector<std::string> upperVariables{"x"}, lowerVariables{"y"};
    std::string upper, lower;  ///< the formulas of f and g
    std::vector<DefinitionText> definitions;
    std::vector<ParameterText> parameters;
    std::map<std::string, Interval> bounds;  ///< by variable; absent means unbounded
    std::map<std::string, double> start;     ///< by variable; absent means 0 moved into the bounds
    std::optional<View> view;
    std::optional<KnownSolution> solution;

    /// Upper variables, then lower variables: the order of every vector and of every column.
    std::vector<std::string> variables() const;
    Interval boundsOf(const std::string& variable) const;
    double startOf(const std::string& variable) const;
    /// `view`, or one chosen from bounds, start and solution; the first upper against the first lower variable.
    View resolvedView() const;

    friend bool operator==(const ProblemText&, const ProblemText&) = default;
};

}  // namespace bilevel
