#include "core/io/derivation.h"

#include "core/io/json.h"

#include <algorithm>

namespace bilevel {
namespace {

using Print = std::string (*)(const Graph&, NodeId, const Names&);

struct NamedFormula {
    std::string name, formula;
};

/// The definitions that formulas may mention, each spelt out by itself.
std::vector<NamedFormula> definitions(const Problem& problem, Print print) {
    std::vector<NamedFormula> all;
    for (const DefinitionText& definition : problem.text().definitions) {
        const auto& known = problem.names().definitions;
        const auto it =
            std::ranges::find_if(known, [&](const auto& entry) { return entry.second == definition.name; });
        if (it == known.end()) continue;  // a mere variable or number: formulas show that instead
        Names others = problem.names();
        others.definitions.erase(it->first);
        all.push_back(
            {print(problem.graph(), it->first, problem.names()), print(problem.graph(), it->first, others)});
    }
    return all;
}

/// ∂²/∂x_i∂x_j of an objective, i ≤ j.
NodeId second(const Problem::Objective& objective, std::size_t i, std::size_t j) {
    return objective.hessian[j * (j + 1) / 2 + i];
}

struct Level {
    const char* name;
    const Problem::Objective& objective;
};

/// Calls each(left side, right side) for every equation; `symbols` are the variables as the notation writes them,
/// and the three functions write the left sides: of an objective, of a first and of a second partial derivative.
template <class First, class Second, class Each>
void forEachEquation(const Problem& problem, int order, Print print, const First& first, const Second& secondOf,
                     const Each& each) {
    const auto spell = [&](NodeId node) { return print(problem.graph(), node, problem.names()); };
    const std::size_t n = problem.variables().size();
    for (const auto& [name, formula] : definitions(problem, print)) each(name, formula);
    for (const auto& [name, objective] : {Level{"f", problem.upper()}, Level{"g", problem.lower()}}) {
        each(name, spell(objective.value));
        for (std::size_t i = 0; i < n; ++i) each(first(name, i), spell(objective.gradient[i]));
        if (order < 2) continue;
        for (std::size_t i = 0; i < n; ++i)
            for (std::size_t j = i; j < n; ++j) each(secondOf(name, i, j), spell(second(objective, i, j)));
    }
}

/// The variables as LaTeX writes them.
std::vector<std::string> latexVariables(const Problem& problem) {
    Graph graph = problem.graph();
    std::vector<std::string> all;
    for (std::size_t i = 0; i < problem.variables().size(); ++i)
        all.push_back(printLatex(graph, graph.input(static_cast<int>(i)), problem.names()));
    return all;
}

}  // namespace

std::string derivationText(const Problem& problem, int order) {
    const std::vector<std::string>& x = problem.variables();
    std::string out;
    forEachEquation(
        problem, order, printText, [&](const std::string& f, std::size_t i) { return "∂" + f + "/∂" + x[i]; },
        [&](const std::string& f, std::size_t i, std::size_t j) {
            return "∂²" + f + (i == j ? "/∂" + x[i] + "²" : "/∂" + x[i] + "∂" + x[j]);
        },
        [&](const std::string& left, const std::string& right) { out += left + " = " + right + '\n'; });
    return out;
}

std::string derivationLatex(const Problem& problem, int order) {
    const std::vector<std::string> x = latexVariables(problem);
    const auto partial = [](const std::string& above, const std::string& below) {
        return "\\frac{\\partial" + above + "}{\\partial " + below + "}";
    };
    std::string out;
    forEachEquation(
        problem, order, printLatex, [&](const std::string& f, std::size_t i) { return partial(" " + f, x[i]); },
        [&](const std::string& f, std::size_t i, std::size_t j) {
            return partial("^2 " + f, i == j ? x[i] + "^2" : x[i] + "\\,\\partial " + x[j]);
        },
        [&](const std::string& left, const std::string& right) {
            out += (out.empty() ? "  " : " \\\\\n  ") + left + " &= " + right;
        });
    return "\\begin{align*}\n" + out + "\n\\end{align*}\n";
}

std::string derivationJson(const Problem& problem, int order) {
    const std::vector<std::string>& x = problem.variables();
    const auto spell = [&](NodeId node) { return printText(problem.graph(), node, problem.names()); };
    Json object = Json::object();
    object["definitions"] = Json::object();
    for (const auto& [name, formula] : definitions(problem, printText)) object["definitions"][name] = formula;
    const Level levels[]{{"f", problem.upper()}, {"g", problem.lower()}};
    for (const auto& [name, objective] : levels) object[name] = spell(objective.value);
    for (const auto& [name, objective] : levels)
        for (std::size_t i = 0; i < x.size(); ++i) object["gradient"][name][x[i]] = spell(objective.gradient[i]);
    if (order < 2) return printJson(object);
    for (const auto& [name, objective] : levels)
        for (std::size_t i = 0; i < x.size(); ++i)
            for (std::size_t j = i; j < x.size(); ++j)
                object["hessian"][name][x[i] + ',' + x[j]] = spell(second(objective, i, j));
    return printJson(object);
}

std::string ruleLatex(const Algorithm& algorithm, const Settings& settings) {
    std::string lines;
    for (const RuleLine& line : algorithm.ruleUnder(settings))
        lines.append(lines.empty() ? "  & " : " \\\\\n  & ").append(line.latex);
    return "% " + std::string(algorithm.name) + ". " + std::string(algorithm.reference) + "\n\\begin{align*}\n" +
           lines + "\n\\end{align*}\n";
}

}  // namespace bilevel
