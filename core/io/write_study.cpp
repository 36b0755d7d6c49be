#include "core/algorithms/algorithm.h"
#include "core/io/json.h"
#include "core/io/recording_json.h"
#include "core/io/study.h"

#include <algorithm>
#include <cmath>

namespace bilevel {
namespace {

/// Puts back what was read but not known: a member of `extra` goes where `into` has none of that name, and further
/// down where both are objects. Elements of a list are met by their "name".
void restore(Json& into, const Json& extra) {
    for (const auto& [key, value] : extra.items()) {
        const auto it = into.find(key);
        if (it == into.end()) {
            into[key] = value;
        } else if (it->is_object() && value.is_object()) {
            restore(*it, value);
        } else if (it->is_array() && value.is_object()) {
            for (Json& element : *it)
                if (const auto own = value.find(element.value("name", "")); own != value.end())
                    restore(element, *own);
        }
    }
}

void restore(Json& into, const std::string& extra) {
    if (extra.empty()) return;
    const Json parsed = Json::parse(extra, nullptr, false);
    if (parsed.is_object()) restore(into, parsed);
}

Json bound(double end) { return std::isfinite(end) ? Json(end) : Json(nullptr); }

Json list(const Interval& interval) { return Json::array({bound(interval.minimum), bound(interval.maximum)}); }

/// Values by variable in the order of declaration; names that are no variables come last.
template <class Value, class Spell>
Json byVariable(const std::map<std::string, Value>& values, const std::vector<std::string>& variables,
                const Spell& spell) {
    Json object = Json::object();
    for (const std::string& name : variables)
        if (const auto it = values.find(name); it != values.end()) object[name] = spell(it->second);
    for (const auto& [name, value] : values)
        if (!object.contains(name)) object[name] = spell(value);
    return object;
}

Json point(const std::map<std::string, double>& values, const std::vector<std::string>& variables) {
    return byVariable(values, variables, [](double value) { return Json(value); });
}

Json spellView(const View& view) {
    return {{"horizontal", view.horizontal},
            {"vertical", view.vertical},
            {"horizontal_range", list(view.horizontalRange)},
            {"vertical_range", list(view.verticalRange)}};
}

Json spellSolution(const KnownSolution& solution, const std::vector<std::string>& variables) {
    Json object = Json::object();
    object["point"] = point(solution.point, variables);
    if (solution.upperObjective) object["upper_objective"] = *solution.upperObjective;
    if (!solution.status.empty()) object["status"] = solution.status;
    return object;
}

Json spellProblem(const ProblemText& problem) {
    const std::vector<std::string> variables = problem.variables();
    Json object = Json::object();
    if (!problem.name.empty()) object["name"] = problem.name;
    if (!problem.description.empty()) object["description"] = problem.description;
    if (!problem.reference.empty()) object["reference"] = problem.reference;
    object["upper"] = {{"variables", problem.upperVariables}, {"objective", problem.upper}};
    object["lower"] = {{"variables", problem.lowerVariables}, {"objective", problem.lower}};
    for (const auto& [name, formula] : problem.definitions)
        object["definitions"].push_back({{"name", name}, {"formula", formula}});
    for (const auto& [name, value, minimum, maximum] : problem.parameters)
        object["parameters"].push_back({{"name", name}, {"value", value}, {"range", list({minimum, maximum})}});
    if (!problem.bounds.empty()) object["bounds"] = byVariable(problem.bounds, variables, list);
    if (!problem.start.empty()) object["start"] = point(problem.start, variables);
    if (problem.view) object["view"] = spellView(*problem.view);
    if (problem.solution) object["solution"] = spellSolution(*problem.solution, variables);
    return object;
}

/// Settings in the method's own order; those of a method that we do not have by name.
Json spellSettings(const StudyRun& run) {
    Json object = Json::object();
    const auto add = [&](const std::string& id) {
        const auto it = run.settings.find(id);
        if (it == run.settings.end() || object.contains(id)) return;
        std::visit([&](const auto& value) { object[id] = value; }, it->second);
    };
    if (const Algorithm* algorithm = findAlgorithm(run.method))
        for (const Parameter& parameter : algorithm->parameters) add(std::string(parameter.id));
    for (const auto& entry : run.settings) add(entry.first);
    return object;
}

Json spellRun(const StudyRun& run, const std::vector<std::string>& variables) {
    Json object = Json::object();
    object["method"] = run.method;
    if (!run.label.empty()) object["label"] = run.label;
    object["settings"] = spellSettings(run);
    if (!run.start.empty()) object["start"] = point(run.start, variables);
    if (run.colour) object["colour"] = *run.colour;
    if (run.marker) object["marker"] = *run.marker;
    object["visible"] = run.visible;
    if (run.recording) object["trace"] = spellRecording(*run.recording);
    restore(object, run.unknown);
    return object;
}

}  // namespace

std::string writeStudy(const Study& study) {
    Json object = Json::object();
    object["format"] = "bilevelscope";
    object["version"] = studyVersion;
    object["problem"] = spellProblem(study.problem);
    object["iterations"] = study.iterations;
    for (const StudyRun& run : study.runs) object["runs"].push_back(spellRun(run, study.problem.variables()));
    restore(object, study.unknown);
    return printJson(object);
}

}  // namespace bilevel
