#pragma once

#include "core/record/row.h"
#include "ui/document/run_view.h"

#include <cmath>
#include <limits>
#include <map>

namespace bilevel::ui {

inline constexpr double nan = std::numeric_limits<double>::quiet_NaN();

/// A run over variables x and y that recorded the given quantities, without any method having run.
inline RunView recordedRun(const std::map<std::string, std::vector<double>>& quantities,
                           const Algorithm* algorithm = nullptr, End end = End::finished) {
    auto trajectory = std::make_shared<Trajectory>(std::vector<std::string>{"x", "y"});
    std::size_t rows = 0;
    for (const auto& [name, values] : quantities) rows = std::max(rows, values.size());
    for (std::size_t k = 0; k < rows; ++k) {
        Row row(*trajectory);
        row.iterate({Vector::Constant(1, static_cast<double>(k)), Vector::Constant(1, -static_cast<double>(k))});
        for (const auto& [name, values] : quantities)
            if (k < values.size() && !std::isnan(values[k])) row(name, values[k]);
    }
    trajectory->end = end;
    RunView run;
    run.label = "Run";
    run.algorithm = algorithm;
    run.trajectory = std::move(trajectory);
    return run;
}

/// A method that exists only for its terms.
inline Algorithm method(std::span<const Term> terms) {
    Algorithm algorithm;
    algorithm.id = algorithm.name = "toy";
    algorithm.terms = terms;
    return algorithm;
}

/// Samples of a function at rows 0, 1, …
template <class F>
std::vector<double> samples(int rows, F function) {
    std::vector<double> values;
    for (int k = 0; k < rows; ++k) values.push_back(function(k));
    return values;
}

}  // namespace bilevel::ui
