#include "ui/panel/study_edits.h"

#include "core/formula/parse.h"
#include "core/formula/tokens.h"

#include <algorithm>
#include <map>

namespace bilevel::ui {
namespace {

std::vector<std::string> allNames(const ProblemText& problem) {
    std::vector<std::string> names = problem.variables();
    for (const ParameterText& parameter : problem.parameters) names.push_back(parameter.name);
    for (const DefinitionText& definition : problem.definitions) names.push_back(definition.name);
    return names;
}

bool uses(std::string_view formula, std::string_view name) {
    return std::ranges::any_of(scan(formula), [&](const Token& token) {
        return token.kind == Token::Kind::Name && token.spelling == name;
    });
}

void rename(std::string& text, const std::string& from, const std::string& to) {
    if (text == from) text = to;
}

template <class T>
void renameKey(std::map<std::string, T>& map, const std::string& from, const std::string& to) {
    if (auto node = map.extract(from)) {
        node.key() = to;
        map.insert(std::move(node));
    }
}

/// The data stay as they are; only what they are called follows the problem.
Recording renamed(Recording recording, const std::string& from, const std::string& to) {
    for (Recording::Column& column : recording.variables)
        if (column.name == from) column.name = to;
    return recording;
}

/// What `f(names)` are called in a sentence: "a", "a and b", "a, b and c".
std::string enumerated(const std::vector<std::string>& names) {
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i)
        text += (i == 0 ? "" : i + 1 == names.size() ? " and " : ", ") + names[i];
    return text;
}

}  // namespace

std::string newNameProblem(const ProblemText& problem, const std::string& name) {
    if (std::string why = nameProblem(name); !why.empty()) return why;
    if (std::ranges::count(allNames(problem), name) > 0)
        return "there is a ‘" + name + "’ already; every variable, parameter and definition needs its own name";
    return {};
}

std::string freshName(const ProblemText& problem, Place place) {
    std::vector<std::string> list;
    std::string stem;
    switch (place) {
        case Place::upper:
            list = problem.upperVariables;
            stem = "x";
            break;
        case Place::lower:
            list = problem.lowerVariables;
            stem = "y";
            break;
        case Place::parameter:
            stem = "a";
            break;
        case Place::definition:
            stem = "h";
            break;
    }
    if (!list.empty()) {
        stem = list.back();
        while (stem.size() > 1 && stem.back() >= '0' && stem.back() <= '9') stem.pop_back();
    }
    if (newNameProblem(problem, stem).empty()) return stem;
    for (int i = 2;; ++i)
        if (std::string name = stem + std::to_string(i); newNameProblem(problem, name).empty()) return name;
}

std::vector<std::string> usersOf(const ProblemText& problem, const std::string& name) {
    std::vector<std::string> users;
    if (uses(problem.upper, name)) users.emplace_back("f");
    if (uses(problem.lower, name)) users.emplace_back("g");
    for (const DefinitionText& definition : problem.definitions)
        if (uses(definition.formula, name)) users.push_back(definition.name);
    return users;
}

QString whyNotRemoved(const ProblemText& problem, const std::string& name) {
    const std::vector<std::string> users = usersOf(problem, name);
    if (users.empty()) return {};
    return QString::fromStdString("‘" + name + "’ cannot go: " + enumerated(users) +
                                  (users.size() > 1 ? " use it" : " uses it"));
}

std::string renamedIn(std::string_view formula, std::string_view from, std::string_view to) {
    std::string text;
    std::size_t copied = 0;
    for (const Token& token : scan(formula)) {
        if (token.kind != Token::Kind::Name || token.spelling != from) continue;
        text += formula.substr(copied, static_cast<std::size_t>(token.begin) - copied);
        text += to;
        copied = static_cast<std::size_t>(token.end());
    }
    text += formula.substr(copied);
    return text;
}

Study renamed(Study study, const std::string& from, const std::string& to) {
    ProblemText& problem = study.problem;
    for (auto* list : {&problem.upperVariables, &problem.lowerVariables})
        for (std::string& name : *list) rename(name, from, to);
    for (ParameterText& parameter : problem.parameters) rename(parameter.name, from, to);
    for (DefinitionText& definition : problem.definitions) {
        rename(definition.name, from, to);
        definition.formula = renamedIn(definition.formula, from, to);
    }
    problem.upper = renamedIn(problem.upper, from, to);
    problem.lower = renamedIn(problem.lower, from, to);
    renameKey(problem.bounds, from, to);
    renameKey(problem.start, from, to);
    if (problem.view) {
        rename(problem.view->horizontal, from, to);
        rename(problem.view->vertical, from, to);
    }
    if (problem.solution) renameKey(problem.solution->point, from, to);
    for (StudyRun& run : study.runs) {
        renameKey(run.start, from, to);
        if (run.recording) run.recording = renamed(*run.recording, from, to);
    }
    return study;
}

Study withVariable(Study study, Place level, const std::string& name) {
    auto& list = level == Place::upper ? study.problem.upperVariables : study.problem.lowerVariables;
    list.push_back(name);
    return study;
}

Study withoutVariable(Study study, const std::string& name) {
    ProblemText& problem = study.problem;
    std::erase(problem.upperVariables, name);
    std::erase(problem.lowerVariables, name);
    problem.bounds.erase(name);
    problem.start.erase(name);
    if (problem.view && (problem.view->horizontal == name || problem.view->vertical == name)) problem.view.reset();
    if (problem.solution) problem.solution->point.erase(name);
    for (StudyRun& run : study.runs) run.start.erase(name);
    return study;
}

}  // namespace bilevel::ui
