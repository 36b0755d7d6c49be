#include "ui/panel/formula_words.h"

#include "ui/kit/number_text.h"

#include <QObject>

namespace bilevel::ui {

std::vector<FormulaWord> formulaWords(const ProblemText& problem, std::size_t definitions) {
    std::vector<FormulaWord> words;
    const auto add = [&](const std::string& name, const QString& meaning) {
        words.push_back({QString::fromStdString(name), meaning});
    };
    for (const std::string& name : problem.upperVariables) add(name, QObject::tr("upper variable"));
    for (const std::string& name : problem.lowerVariables) add(name, QObject::tr("lower variable"));
    for (const ParameterText& parameter : problem.parameters)
        add(parameter.name, QObject::tr("parameter, now %1").arg(numberText(parameter.value, 4)));
    for (std::size_t i = 0; i < definitions; ++i)
        add(problem.definitions[i].name, QString::fromStdString("= " + problem.definitions[i].formula));
    return words;
}

std::vector<FormulaWord> formulaWords(const ProblemText& problem) {
    return formulaWords(problem, problem.definitions.size());
}

std::vector<std::string> formulaSignature(const ProblemText& problem) {
    std::vector<std::string> parts{problem.upper, problem.lower};
    const auto section = [&] { parts.emplace_back(); };
    for (const std::string& name : problem.upperVariables) parts.push_back(name);
    section();
    for (const std::string& name : problem.lowerVariables) parts.push_back(name);
    section();
    for (const ParameterText& parameter : problem.parameters) parts.push_back(parameter.name);
    section();
    for (const DefinitionText& definition : problem.definitions) {
        parts.push_back(definition.name);
        parts.push_back(definition.formula);
    }
    return parts;
}

}  // namespace bilevel::ui
