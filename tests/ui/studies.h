#pragma once

#include "core/io/study.h"

namespace bilevel::ui {

/// A small smooth study with BOME and alternating gradient descent on it, for tests of the window's parts.
inline Study sampleStudy(int iterations = 60) {
    Study study;
    study.problem.name = "Sample";
    study.problem.upper = "(x - 1)^2 + (y - 1)^2";
    study.problem.lower = "(y - sin(x))^2";
    study.problem.start = {{"x", -1.5}, {"y", 1}};
    study.problem.view = View{"x", "y", {-2, 2}, {-1.5, 1.5}};
    study.iterations = iterations;
    study.runs.resize(2);
    study.runs[0].method = "bome";
    study.runs[1].method = "alternating";
    return study;
}

}  // namespace bilevel::ui
