#include "core/io/summary.h"

#include "core/io/certificate_value.h"
#include "core/io/gallery.h"
#include "core/io/json.h"

namespace bilevel {
namespace {

Json last(const Trajectory& trajectory, std::string_view column) {
    const std::span<const double> values = trajectory.column(column);
    return values.empty() ? Json(nullptr) : jsonNumber(values.back());
}

Json settingsJson(const RunRequest& request) {
    Json settings = Json::object();
    const NamedSettings named = nameSettings(request.algorithm->parameters, request.settings);
    for (const Parameter& p : request.algorithm->parameters)
        std::visit([&](const auto& value) { settings[std::string(p.id)] = value; }, named.at(std::string(p.id)));
    return settings;
}

Json costJson(const Trajectory& trajectory) {
    Json cost = Json::object();
    for (const char* column :
         {"f_gradients", "g_gradients", "hessian_vector_products", "jacobian_vector_products"})
        cost[column] = trajectory.column(column).empty()
                           ? Json(nullptr)
                           : Json(static_cast<long>(trajectory.column(column).back()));
    cost["seconds"] = trajectory.isTimed() ? Json(trajectory.cpuSeconds) : Json(nullptr);
    return cost;
}

Json runJson(const FinishedRun& run) {
    const Trajectory& trajectory = run.trajectory;
    Json point = Json::object();
    for (std::size_t i = 0; i < trajectory.variables().size(); ++i)
        point[trajectory.variables()[i]] = jsonNumber(trajectory.coordinate(i).back());
    Json object{{"method", run.request.algorithm->id},
                {"settings", settingsJson(run.request)},
                {"end", name(trajectory.end)},
                {"reason", trajectory.reason},
                {"iterations", trajectory.iterationAt(trajectory.rows() - 1)},
                {"point", point},
                {"f", last(trajectory, "f")},
                {"g", last(trajectory, "g")},
                {"cost", costJson(trajectory)},
                {"remarks", trajectory.remarks}};
    if (!run.label.empty()) object["label"] = run.label;
    if (run.request.recording) object["source"] = run.request.recording->source;
    if (run.certificate) object["certificate"] = certificateValue(run.request.problem, *run.certificate);
    return object;
}

std::vector<double> evaluate(const Problem& problem, const Problem::Objective& objective, const Point& point) {
    const Program program = problem.allOf(objective);
    std::vector<double> in, out(static_cast<std::size_t>(program.outputs()));
    for (Eigen::Index i = 0; i < point.size(); ++i) in.push_back(point[i]);
    in.insert(in.end(), problem.parameterValues().begin(), problem.parameterValues().end());
    ScalarEvaluator evaluator(program);
    evaluator(in, out);
    return out;
}

Json parameterJson(const Parameter& p) {
    Json object{{"id", p.id}, {"symbol", p.symbol}, {"label", p.label}};
    if (p.kind == Parameter::Kind::choice) {
        object["default"] = p.options[static_cast<std::size_t>(p.initial)];
        object["options"] = Json::object();
        for (std::size_t i = 0; i < p.options.size(); ++i)
            object["options"][std::string(p.options[i])] = p.optionLabels[i];
        return object;
    }
    const bool whole = p.kind == Parameter::Kind::integer;
    const auto number = [&](double value) { return whole ? Json(static_cast<long>(value)) : Json(value); };
    object["default"] = number(p.initial);
    object["range"] = {number(p.minimum), number(p.maximum)};
    object["whole"] = whole;
    if (p.lowerStep) object["automatic"] = "auto";
    return object;
}

Json presetJson(const Preset& preset) {
    Json object{{"id", preset.id}, {"name", preset.name}, {"source", preset.source}, {"settings", Json::object()}};
    for (const auto& [id, value] : preset.settings)
        std::visit([&](const auto& given) { object["settings"][id] = given; }, value);
    return object;
}

Json ruleJson(const Algorithm& algorithm) {
    Json lines = Json::array();
    for (const RuleLine& line : algorithm.rule) {
        Json when = Json::object();
        for (const RuleCondition& condition : line.when) when[std::string(condition.setting)] = condition.value;
        lines.push_back({{"latex", line.latex}, {"shows", line.shows}, {"when", when}});
    }
    return lines;
}

Json algorithmJson(const Algorithm& algorithm) {
    Json object{{"id", algorithm.id},
                {"name", algorithm.name},
                {"summary", algorithm.summary},
                {"reference", algorithm.reference},
                {"assumptions", algorithm.assumptions},
                {"failures", algorithm.failures},
                {"parameters", Json::array()},
                {"diagnostics", Json::array()},
                {"rule", ruleJson(algorithm)},
                {"presets", Json::array()}};
    for (const Parameter& p : algorithm.parameters) object["parameters"].push_back(parameterJson(p));
    for (const Term& t : algorithm.terms)
        object["diagnostics"].push_back({{"id", t.id}, {"symbol", t.symbol}, {"meaning", t.meaning}});
    for (const Preset& preset : algorithm.presets) object["presets"].push_back(presetJson(preset));
    return object;
}

}  // namespace

std::string summaryJson(const Study& study, std::span<const FinishedRun> runs) {
    Json object{{"problem", study.problem.name}, {"runs", Json::array()}};
    for (const FinishedRun& run : runs) object["runs"].push_back(runJson(run));
    return printJson(object);
}

std::string evaluationJson(const Problem& problem, const Point& point) {
    const std::vector<std::string>& variables = problem.variables();
    Json object = Json::object();
    const struct {
        const char* name;
        std::vector<double> values;
    } objectives[]{{"f", evaluate(problem, problem.upper(), point)},
                   {"g", evaluate(problem, problem.lower(), point)}};
    for (const auto& [name, values] : objectives) object[name] = jsonNumber(values[0]);
    for (const auto& [name, values] : objectives)
        for (std::size_t i = 0; i < variables.size(); ++i)
            object["gradient"][name][variables[i]] = jsonNumber(values[1 + i]);
    for (const auto& [name, values] : objectives)
        for (std::size_t i = 0; i < variables.size(); ++i)
            for (std::size_t j = i; j < variables.size(); ++j)
                object["hessian"][name][variables[i] + ',' + variables[j]] =
                    jsonNumber(values[1 + variables.size() + j * (j + 1) / 2 + i]);
    return printJson(object);
}

std::string methodJson(const Algorithm& algorithm) { return printJson(algorithmJson(algorithm)); }

std::string methodsJson() {
    Json list = Json::array();
    for (const Algorithm& algorithm : algorithms()) list.push_back(algorithmJson(algorithm));
    return printJson(list);
}

std::string problemsJson() {
    Json list = Json::array();
    for (const GalleryEntry& entry : gallery()) {
        const Result<Study> study = readStudy(entry.text);
        if (!study) continue;  // a test sees to it that the whole gallery can be read
        const ProblemText& problem = study->problem;
        Json methods = Json::array();
        for (const StudyRun& run : study->runs) methods.push_back(run.method);
        list.push_back({{"id", entry.id},
                        {"name", problem.name},
                        {"description", problem.description},
                        {"reference", problem.reference},
                        {"upper_variables", problem.upperVariables},
                        {"lower_variables", problem.lowerVariables},
                        {"methods", methods}});
    }
    return printJson(list);
}

}  // namespace bilevel
