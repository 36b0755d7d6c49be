#include "core/run/replay.h"

#include "core/record/in_words.h"
#include "core/record/recording.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <mutex>

namespace bilevel {
namespace {

constexpr double agreement = 1e-6;  // relative; a file rarely keeps all digits
constexpr double manyDecades = 100;

/// What a recording says of an objective, or the objective's own values; and a remark where the two differ.
class Objective {
public:
    Objective(std::string name, const Recording& recording)
        : name_(std::move(name)), given_(recording.column(name_)), source_(recording.source) {}

    void take(int iteration, std::size_t row, double own) {
        const double said = given_ ? (*given_)[row] : own;
        values_.push_back(said);
        const bool differs = !(std::abs(said - own) <= agreement * std::max(1.0, std::abs(own))) && said != own;
        if (!differs || std::isnan(said) || !remark_.empty()) return;
        remark_ = name_ + " in " + source_ + " is not this problem's: " + inWords(said) + " in iteration " +
                  std::to_string(iteration) + ", where the formula gives " + inWords(own) + ".";
    }
    void addTo(Trajectory& trajectory) {
        trajectory.add(name_, std::move(values_));
        if (!remark_.empty()) trajectory.remarks.push_back(remark_);
    }

private:
    std::string name_;
    const std::vector<double>* given_;
    std::string source_, remark_;
    std::vector<double> values_;
};

bool isComponent(std::string_view column, const std::vector<std::string>& variables) {
    return std::ranges::any_of(variables, [&](const std::string& variable) {
        return column.size() > variable.size() + 1 && column.ends_with('_' + variable);
    });
}

const Term* termOfAnyMethod(std::string_view name) {
    for (const Algorithm& algorithm : algorithms())
        if (const Term* const term = algorithm.term(name)) return term;
    return nullptr;
}

/// Positive, and over decades.
bool isLogarithmic(std::span<const double> values) {
    double low = INFINITY, high = 0;
    for (const double value : values) {
        if (value <= 0) return false;
        if (!std::isfinite(value)) continue;
        low = std::min(low, value);
        high = std::max(high, value);
    }
    return high > manyDecades * low;
}

/// A term for a name of somebody else's. Kept for good, as all terms are; there are as many as names that were
/// met.
const Term* namedAsItIs(std::string_view name, Term::Kind kind) {
    static std::mutex mutex;
    static std::map<std::pair<std::string, Term::Kind>, Term> met;
    const std::lock_guard lock(mutex);
    const auto [it, isNew] = met.try_emplace({std::string(name), kind});
    if (isNew)
        it->second = {it->first.first, it->first.first, "recorded elsewhere", kind, Term::Group::convergence};
    return &it->second;
}

std::vector<int> wholeNumbers(const std::vector<double>& values) {
    std::vector<int> whole;
    whole.reserve(values.size());
    for (const double value : values) whole.push_back(static_cast<int>(value));
    return whole;
}

}  // namespace

const Algorithm& recordedElsewhere() {
    static const Algorithm description = [] {
        Algorithm a;
        a.id = recordedId;
        a.name = "Data";
        a.summary = "A run that was recorded elsewhere.";
        return a;
    }();
    return description;
}

std::string missingVariable(const Recording& recording, const std::vector<std::string>& variables) {
    for (const std::string& name : variables)
        if (!recording.variable(name)) return name;
    return {};
}

Trajectory replay(const Problem& problem, const Recording& recording) {
    Trajectory trajectory(problem.variables(), recording.rows());
    if (const auto* iterations = recording.column("iteration"))
        trajectory.setIterations(wholeNumbers(*iterations));
    const auto* const seconds = recording.column("seconds");
    std::vector<const std::vector<double>*> coordinates;
    for (const std::string& name : problem.variables()) coordinates.push_back(recording.variable(name));

    Oracle oracle(problem);
    Objective f("f", recording), g("g", recording);
    Point z = problem.start();
    for (std::size_t k = 0; k < static_cast<std::size_t>(recording.rows()); ++k) {
        for (std::size_t i = 0; i < coordinates.size(); ++i)
            z[static_cast<Eigen::Index>(i)] = (*coordinates[i])[k];
        Row(trajectory).iterate(z);
        const int iteration = trajectory.iterationAt(static_cast<int>(k));
        f.take(iteration, k, oracle.f(z).value);
        g.take(iteration, k, oracle.g(z).value);
        if (seconds) trajectory.noteCpuSeconds((*seconds)[k]);
    }
    f.addTo(trajectory);
    g.addTo(trajectory);
    for (const Recording::Column& column : recording.columns)
        if (column.name != "iteration" && column.name != "seconds" && column.name != "f" && column.name != "g")
            trajectory.add(column.name, column.values);
    if (seconds && !seconds->empty()) trajectory.cpuSeconds = seconds->back();
    trajectory.end = End::recorded;
    return trajectory;
}

const Term* recordedTerm(const Trajectory& trajectory, std::string_view name) {
    if (const Term* const known = termOfAnyMethod(name)) return known;
    if (isComponent(name, trajectory.variables())) return nullptr;
    const bool logarithmic = isLogarithmic(trajectory.column(name));
    return namedAsItIs(name, logarithmic ? Term::Kind::logarithmic : Term::Kind::linear);
}

}  // namespace bilevel
