#pragma once

#include "core/algorithms/parameter.h"
#include "core/io/file.h"
#include "core/problem/problem_text.h"
#include "core/record/recording.h"
#include "core/result.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bilevel {

/// How many colours and marker shapes there are for runs; a study says which by index, from 0.
inline constexpr int runColours = 18, runMarkers = 12;

/// One method with its settings on the study's problem; or what was recorded elsewhere, in the place of both.
struct StudyRun {
    std::string method = "bome";               ///< an unknown id is kept, and shown as unavailable
    NamedSettings settings = {};               ///< as given; what is absent takes the method's default
    std::map<std::string, double> start = {};  ///< overrides the problem's start, by variable
    bool visible = true;
    std::string label = {};          ///< what the user calls it, one line; empty: called after its method
    std::optional<int> colour = {};  ///< of runColours; absent: after its place in the list
    std::optional<int> marker = {};  ///< of runMarkers, likewise
    SharedRecording recording = {};  ///< of the method recordedId, and of no other
    std::string unknown = {};        ///< JSON object of keys we do not know, kept for writing back; empty for none
    friend bool operator==(const StudyRun&, const StudyRun&) = default;
};

/// A document of the program: a problem, and what is run on it. A gallery problem is a study without runs.
struct Study {
    ProblemText problem;
    int iterations = 500;
    std::vector<StudyRun> runs;
    std::string unknown;  ///< JSON object of keys we do not know anywhere outside `runs`, kept for writing back;
                          ///< empty for none
    friend bool operator==(const Study&, const Study&) = default;
};

/// The version of the format that is written, and the latest that can be read.
inline constexpr int studyVersion = 1;
/// Longer runs are refused: every iteration is kept, and there must be room for it.
inline constexpr int maximumIterations = 1'000'000;

/// JSON text to a study, checked completely: types, names, bounds, formulas (which are compiled), settings of
/// known methods. Errors carry the JSON path, and position and length in `text` (explain() says it in words); for
/// a formula at fault the message also names the column in it.
Result<Study> readStudy(std::string_view text);
/// Deterministic JSON (UTF-8, every key in its one place), ends with a newline. readStudy ∘ writeStudy is the
/// identity.
std::string writeStudy(const Study& study);

}  // namespace bilevel
