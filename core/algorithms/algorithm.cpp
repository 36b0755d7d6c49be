#include "core/algorithms/algorithm.h"

#include <algorithm>
#include <iterator>

namespace bilevel {

void Parameters::real(std::string_view id, double& variable, Range range, Scale scale, std::string_view symbol,
                      std::string_view label) {
    variable = declare({.kind = Parameter::Kind::real,
                        .id = id,
                        .symbol = symbol,
                        .label = label,
                        .initial = variable,
                        .minimum = range.minimum,
                        .maximum = range.maximum,
                        .logarithmic = scale == Scale::logarithmic});
}

void Parameters::lowerStep(std::string_view id, LowerStep& variable, Range range, std::string_view symbol,
                           std::string_view label) {
    variable.size = declare({.kind = Parameter::Kind::real,
                             .id = id,
                             .symbol = symbol,
                             .label = label,
                             .initial = variable.size,
                             .minimum = range.minimum,
                             .maximum = range.maximum,
                             .logarithmic = true,
                             .lowerStep = true});
}

void Parameters::integer(std::string_view id, int& variable, Range range, std::string_view symbol,
                         std::string_view label) {
    variable = static_cast<int>(declare({.kind = Parameter::Kind::integer,
                                         .id = id,
                                         .symbol = symbol,
                                         .label = label,
                                         .initial = static_cast<double>(variable),
                                         .minimum = range.minimum,
                                         .maximum = range.maximum}));
}

void Parameters::choice(std::string_view id, int& variable, std::span<const std::string_view> options,
                        std::span<const std::string_view> optionLabels, std::string_view symbol,
                        std::string_view label) {
    variable = static_cast<int>(declare({.kind = Parameter::Kind::choice,
                                         .id = id,
                                         .symbol = symbol,
                                         .label = label,
                                         .initial = static_cast<double>(variable),
                                         .minimum = 0,
                                         .maximum = static_cast<double>(options.size()) - 1,
                                         .options = options,
                                         .optionLabels = optionLabels}));
}

double Parameters::declare(Parameter parameter) {
    list_.push_back(parameter);
    return values_ ? (*values_)[list_.size() - 1] : parameter.initial;
}

Settings Algorithm::defaults() const {
    Settings settings;
    for (const Parameter& p : parameters) settings.push_back(p.initial);
    return settings;
}

Result<Settings> Algorithm::resolve(const NamedSettings& named) const {
    Result<Settings> settings = resolveSettings(parameters, named);
    if (!settings || !conflict) return settings;
    if (std::optional<Error> clash = conflict(*settings)) return *clash;
    return settings;
}

std::vector<RuleLine> Algorithm::ruleUnder(const Settings& settings) const {
    const auto holds = [&](const RuleCondition& condition) {
        const auto it = std::ranges::find(parameters, condition.setting, &Parameter::id);
        if (it == parameters.end()) return false;
        const double value = settings[static_cast<std::size_t>(it - parameters.begin())];
        if (it->kind == Parameter::Kind::choice)
            return (it->options[static_cast<std::size_t>(value)] == condition.option()) != condition.negated();
        return condition.value == "0" ? value == 0 : value > 0;
    };
    std::vector<RuleLine> lines;
    std::ranges::copy_if(rule, std::back_inserter(lines),
                         [&](const RuleLine& line) { return std::ranges::all_of(line.when, holds); });
    return lines;
}

const Term* Algorithm::term(std::string_view termId) const {
    for (const std::span<const Term> known : {terms, glossary()})
        if (const auto it = std::ranges::find(known, termId, &Term::id); it != known.end()) return &*it;
    return nullptr;
}

}  // namespace bilevel
