#include "core/io/check_study.h"
#include "core/io/explain.h"
#include "core/io/part.h"
#include "core/io/recording_json.h"
#include "core/io/study.h"

#include "core/algorithms/algorithm.h"
#include "core/run/replay.h"

namespace bilevel {
namespace {

// What a list may hold at most, so that a broken or hostile file is refused before it costs anything.
constexpr std::size_t maximumElements = 500;

std::vector<Part> elements(const Part& list) {
    std::vector<Part> parts = list.elements();
    if (parts.size() <= maximumElements) return parts;
    list.wrong("has " + std::to_string(parts.size()) + " elements; " + std::to_string(maximumElements) +
               " are the most");
    return {};
}

/// Remembers members that this version does not know, under `key` of what is unknown around them.
void keep(Json& unknown, const std::string& key, Json others) {
    if (!others.empty()) unknown[key] = std::move(others);
}

std::vector<std::string> readNames(const Part& list) {
    std::vector<std::string> names;
    for (const Part& element : elements(list)) names.push_back(element.text());
    return names;
}

std::map<std::string, double> readPoint(const Part& part) {
    std::map<std::string, double> point;
    for (const auto& [name, value] : part.members()) point[name] = value.number();
    return point;
}

/// [minimum, maximum], where an end that is not there may be null if `open`.
Interval readInterval(const Part& part, bool open) {
    Interval interval;
    if (open && part.isNull()) return interval;
    const std::vector<Part> ends = part.elements();
    if (ends.size() != 2) {
        part.wrong("must be a list of two numbers: minimum and maximum");
        return interval;
    }
    if (!open || !ends[0].isNull()) interval.minimum = ends[0].number();
    if (!open || !ends[1].isNull()) interval.maximum = ends[1].number();
    return interval;
}

DefinitionText readDefinition(const Part& part, Json& unknown) {
    DefinitionText definition{part.require("name").text(), part.require("formula").text()};
    keep(unknown, definition.name, part.others({"name", "formula"}));
    return definition;
}

ParameterText readParameter(const Part& part, Json& unknown) {
    ParameterText parameter{part.require("name").text(), part.require("value").number()};
    parameter.minimum = std::min(parameter.minimum, parameter.value);
    parameter.maximum = std::max(parameter.maximum, parameter.value);
    if (const auto range = part.find("range")) {
        const Interval ends = readInterval(*range, false);
        parameter.minimum = ends.minimum;
        parameter.maximum = ends.maximum;
    }
    keep(unknown, parameter.name, part.others({"name", "value", "range"}));
    return parameter;
}

View readView(const Part& part, Json& unknown) {
    keep(unknown, "view", part.others({"horizontal", "vertical", "horizontal_range", "vertical_range"}));
    return {part.require("horizontal").text(), part.require("vertical").text(),
            readInterval(part.require("horizontal_range"), false),
            readInterval(part.require("vertical_range"), false)};
}

KnownSolution readSolution(const Part& part, Json& unknown) {
    KnownSolution solution;
    if (const auto point = part.find("point")) solution.point = readPoint(*point);
    if (const auto value = part.find("upper_objective")) solution.upperObjective = value->number();
    if (const auto status = part.find("status")) solution.status = status->text();
    keep(unknown, "solution", part.others({"point", "upper_objective", "status"}));
    return solution;
}

/// One of the two levels: its variables and its objective.
void readLevel(const Part& part, const std::string& key, std::vector<std::string>& variables,
               std::string& objective, Json& unknown) {
    variables = readNames(part.require("variables"));
    objective = part.require("objective").text();
    keep(unknown, key, part.others({"variables", "objective"}));
}

ProblemText readProblem(const Part& part, Json& unknown) {
    ProblemText problem;
    unknown = part.others({"name", "description", "reference", "upper", "lower", "definitions", "parameters",
                           "bounds", "start", "view", "solution"});
    if (const auto name = part.find("name")) problem.name = name->text();
    if (const auto description = part.find("description")) problem.description = description->text();
    if (const auto reference = part.find("reference")) problem.reference = reference->text();
    readLevel(part.require("upper"), "upper", problem.upperVariables, problem.upper, unknown);
    readLevel(part.require("lower"), "lower", problem.lowerVariables, problem.lower, unknown);
    if (const auto list = part.find("definitions")) {
        Json others = Json::object();
        for (const Part& element : elements(*list)) problem.definitions.push_back(readDefinition(element, others));
        keep(unknown, "definitions", std::move(others));
    }
    if (const auto list = part.find("parameters")) {
        Json others = Json::object();
        for (const Part& element : elements(*list)) problem.parameters.push_back(readParameter(element, others));
        keep(unknown, "parameters", std::move(others));
    }
    if (const auto bounds = part.find("bounds"))
        for (const auto& [name, ends] : bounds->members()) problem.bounds[name] = readInterval(ends, true);
    if (const auto start = part.find("start")) problem.start = readPoint(*start);
    if (const auto view = part.find("view")) problem.view = readView(*view, unknown);
    if (const auto solution = part.find("solution")) problem.solution = readSolution(*solution, unknown);
    return problem;
}

/// Settings of a method that we do not have may be of any kind: what is neither a number nor text is kept as
/// unknown.
void readSettings(const Part& part, bool methodIsKnown, StudyRun& run, Json& unknown) {
    Json others = Json::object();
    for (const auto& [id, setting] : part.members()) {
        if (setting.value().is_string())
            run.settings[id] = setting.text();
        else if (methodIsKnown || setting.value().is_number())
            run.settings[id] = setting.number();
        else
            others[id] = setting.value();
    }
    keep(unknown, "settings", std::move(others));
}

StudyRun readRun(const Part& part) {
    StudyRun run;
    Json unknown = part.others({"method", "label", "settings", "start", "colour", "marker", "visible"});
    run.method = part.require("method").text();
    if (run.method == recordedId) {
        unknown.erase("trace");
        run.recording = readRecording(part.require("trace"));
    }
    if (const auto settings = part.find("settings"))
        readSettings(*settings, findAlgorithm(run.method) != nullptr, run, unknown);
    if (const auto start = part.find("start")) run.start = readPoint(*start);
    if (const auto visible = part.find("visible")) run.visible = visible->flag();
    if (const auto label = part.find("label")) run.label = label->text();
    if (const auto colour = part.find("colour")) run.colour = colour->integer(0, runColours - 1);
    if (const auto marker = part.find("marker")) run.marker = marker->integer(0, runMarkers - 1);
    if (!unknown.empty()) run.unknown = unknown.dump();
    return run;
}

/// A file that is not ours, or from the future, is told so before anything else is looked at.
void checkFormat(const Part& root) {
    const Part format = root.require("format");
    if (const std::string id = format.text(); id != "bilevelscope")
        format.wrong("must be \"bilevelscope\": this is not a study");
    const Part version = root.require("version");
    if (const double number = version.number(); number > studyVersion)
        version.wrong("this study has version " + version.value().dump() +
                      ", but Bilevelscope " BILEVELSCOPE_VERSION " reads versions up to " +
                      std::to_string(studyVersion) + " only; a newer Bilevelscope is needed");
    version.integer(1, studyVersion);
}

Study readRoot(const Part& root) {
    Study study;
    Json unknown = root.others({"format", "version", "problem", "iterations", "runs"});
    Json inProblem = Json::object();
    study.problem = readProblem(root.require("problem"), inProblem);
    keep(unknown, "problem", std::move(inProblem));
    if (const auto iterations = root.find("iterations"))
        study.iterations = iterations->integer(1, maximumIterations);
    if (const auto runs = root.find("runs"))
        for (const Part& run : elements(*runs)) study.runs.push_back(readRun(run));
    if (!unknown.empty()) study.unknown = unknown.dump();
    return study;
}

}  // namespace

Result<Study> readStudy(std::string_view text) {
    const Result<Json> json = parseJson(text);
    if (!json) return json.error();
    std::optional<Error> mistake;
    const Part root(*json, mistake);
    checkFormat(root);
    Study study;
    if (!mistake) study = readRoot(root);
    if (!mistake) mistake = checkStudy(study);
    if (mistake) return placed(*mistake, text);
    return study;
}

}  // namespace bilevel
