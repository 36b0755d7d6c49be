#include "app/chosen_runs.h"

#include "app/assignments.h"
#include "app/exit_status.h"
#include "core/algorithms/algorithm.h"
#include "core/io/check_study.h"
#include "core/io/nearest.h"

#include <algorithm>

namespace bilevel {
namespace {

bool has(const Algorithm& algorithm, std::string_view setting) {
    return std::ranges::find(algorithm.parameters, setting, &Parameter::id) != algorithm.parameters.end();
}

std::optional<Refusal> chooseMethods(const Options& options, Study& study) {
    if (!options.methods.empty()) study.runs.clear();
    for (const std::string& id : options.methods) {
        if (!findAlgorithm(id)) {
            std::vector<std::string> ids;
            for (const Algorithm& algorithm : algorithms()) ids.emplace_back(algorithm.id);
            return Refusal{wrongUsage, "--method: there is no method ‘" + id + "’" + didYouMean(id, ids)};
        }
        study.runs.push_back({.method = id});
    }
    if (study.runs.empty()) study.runs.emplace_back();
    return {};
}

/// KEY=VALUE for every method that has the setting, METHOD.KEY=VALUE for one. Settings that nobody has are wrong
/// usage.
std::optional<Refusal> applySetting(const std::string& assignment, Study& study) {
    const auto sides = splitAssignment(assignment);
    if (!sides) return Refusal{wrongUsage, "--set: " + sides.error().message};
    const auto& [key, text] = *sides;
    const std::size_t dot = key.find('.');
    const std::string method = dot == std::string::npos ? "" : key.substr(0, dot);
    const std::string id = dot == std::string::npos ? key : key.substr(dot + 1);

    bool taken = false;
    std::vector<std::string> known;
    for (StudyRun& run : study.runs) {
        const Algorithm* algorithm = findAlgorithm(run.method);
        if (!algorithm || (!method.empty() && method != run.method)) continue;
        for (const Parameter& parameter : algorithm->parameters) known.emplace_back(parameter.id);
        if (!has(*algorithm, id)) continue;
        taken = true;
        const Result<double> value = readNumber(id, text);
        run.settings[id] = value ? std::variant<double, std::string>(*value) : text;
    }
    if (taken) return {};
    if (known.empty()) return Refusal{wrongUsage, "--set: none of the runs is of a method ‘" + method + "’"};
    return Refusal{wrongUsage, "--set: none of the runs has a setting ‘" + id + "’" + didYouMean(id, known)};
}

std::optional<Refusal> applyStart(const Options& options, Study& study) {
    const PointReading reading = readPoint(options.start);
    if (!reading.wrongUsage.empty()) return Refusal{wrongUsage, "--start: " + reading.wrongUsage};
    if (!reading.wrongValue.empty()) return Refusal{wrongInput, "--start: " + reading.wrongValue};
    if (const auto error = checkStart(reading.point, study.problem, "--start"))
        return Refusal{wrongInput, "--start: " + error->message};
    for (StudyRun& run : study.runs)
        if (!run.recording)
            for (const auto& [name, value] : reading.point) run.start[name] = value;
    return {};
}

}  // namespace

std::optional<Refusal> applyOptions(const Options& options, Study& study) {
    if (auto refusal = chooseMethods(options, study)) return refusal;
    for (const std::string& setting : options.settings)
        if (auto refusal = applySetting(setting, study)) return refusal;
    if (auto refusal = applyStart(options, study)) return refusal;
    if (options.iterations) study.iterations = *options.iterations;
    if (options.seed)
        for (StudyRun& run : study.runs)
            if (const Algorithm* algorithm = findAlgorithm(run.method); algorithm && has(*algorithm, "seed"))
                run.settings["seed"] = *options.seed;
    return {};
}

}  // namespace bilevel
