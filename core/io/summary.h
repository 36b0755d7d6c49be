#pragma once

#include "core/io/finished_run.h"

#include <span>
#include <string>

namespace bilevel {

// What the command line says to scripts: JSON in which a non-finite number is "nan", "inf" or "-inf".

/// How each run ended: method, settings, end, point, f, g, cost, and the certificate of a run that has one.
std::string summaryJson(const Study& study, std::span<const FinishedRun> runs);

/// f, g and all their first and second partial derivatives at a point.
std::string evaluationJson(const Problem& problem, const Point& point);

/// One method: parameters, diagnostics, reference.
std::string methodJson(const Algorithm& algorithm);
std::string methodsJson();

/// The gallery: ids, names, what to look at.
std::string problemsJson();

}  // namespace bilevel
