#include "ui/step/step_line.h"

#include "ui/kit/number_text.h"
#include "ui/kit/to_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace bilevel::ui {
namespace {

constexpr int digits = 4, digitsOfComponents = 3;
constexpr int lettersOfNumber = 9, lettersOfComponent = 7, lettersOfFlag = 3;

QString tr(const char* words) { return QCoreApplication::translate("StepLine", words); }

/// The columns of a recorded quantity; empty where the run has none of that name.
std::vector<std::string> columnsOf(const Trajectory& trajectory, const Term& term) {
    const std::string id(term.id);
    const bool vector = term.kind == Term::Kind::arrow || term.kind == Term::Kind::point;
    std::vector<std::string> columns;
    if (!vector && !trajectory.column(id).empty()) columns.push_back(id);
    if (vector)
        for (const std::string& variable : trajectory.variables()) {
            std::string name = id;
            name.append("_").append(variable);
            if (!trajectory.column(name).empty()) columns.push_back(std::move(name));
        }
    return columns;
}

std::optional<LiveValue> quantity(const RunView& run, std::string_view id) {
    const Term* const term = run.algorithm->term(id);
    if (!term || !run.trajectory) return {};
    LiveValue value{.symbol = toText(term->symbol),
                    .flag = term->kind == Term::Kind::flag,
                    .vector = term->kind == Term::Kind::arrow || term->kind == Term::Kind::point,
                    .columns = columnsOf(*run.trajectory, *term),
                    .setting = {}};
    if (value.columns.empty()) return {};
    return value;
}

QString settingText(const Parameter& parameter, double value) {
    if (parameter.kind == Parameter::Kind::choice)
        return toText(parameter.optionLabels[static_cast<std::size_t>(value)]);
    if (parameter.lowerStep && value == automatic) return tr("auto");
    return numberText(value, digits);
}

std::optional<LiveValue> setting(const RunView& run, std::string_view id) {
    const auto it = std::ranges::find(run.algorithm->parameters, id, &Parameter::id);
    if (it == run.algorithm->parameters.end()) return {};
    const double value = run.settings[static_cast<std::size_t>(it - run.algorithm->parameters.begin())];
    return LiveValue{.symbol = toText(it->symbol), .columns = {}, .setting = settingText(*it, value)};
}

double valueIn(const Trajectory& trajectory, const std::string& name, int row) {
    const auto column = trajectory.column(name);
    return row >= 0 && row < static_cast<int>(column.size()) ? column[static_cast<std::size_t>(row)]
                                                             : std::nan("");
}

}  // namespace

QString LiveValue::at(const Trajectory& trajectory, int row) const {
    if (columns.empty()) return setting;
    const double first = valueIn(trajectory, columns.front(), row);
    if (flag) return std::isnan(first) ? liveText(first) : first != 0 ? tr("yes") : tr("no");
    if (!vector) return first == std::trunc(first) ? numberText(first, digits) : liveText(first, digits);
    QStringList components;
    for (const std::string& column : columns) {
        if (components.size() == mostComponents) {
            components << QStringLiteral("…");
            break;
        }
        components << liveText(valueIn(trajectory, column, row), digitsOfComponents);
    }
    return components.size() == 1 ? components.front() : '(' + components.join(QStringLiteral(", ")) + ')';
}

int LiveValue::letters() const {
    if (columns.empty()) return static_cast<int>(setting.size());
    if (flag) return lettersOfFlag;
    const int shown = std::min(static_cast<int>(columns.size()), mostComponents);
    if (!vector || shown == 1) return lettersOfNumber;
    const bool more = static_cast<int>(columns.size()) > mostComponents;
    return shown * (lettersOfComponent + 2) + (more ? 3 : 0);
}

std::vector<StepLine> stepLines(const RunView& run) {
    std::vector<StepLine> lines;
    if (!run.algorithm) return lines;
    for (const RuleLine& rule : run.algorithm->ruleUnder(run.settings)) {
        StepLine line{rule.latex, {}};
        for (const std::string_view id : rule.shows) {
            std::optional<LiveValue> value = quantity(run, id);
            if (!value) value = setting(run, id);
            if (value) line.values.push_back(*std::move(value));
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

}  // namespace bilevel::ui
