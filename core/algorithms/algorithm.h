#pragma once

#include "core/algorithms/lower_step.h"
#include "core/algorithms/parameter.h"
#include "core/algorithms/rule.h"
#include "core/problem/oracle.h"
#include "core/record/row.h"
#include "core/record/term.h"

#include <concepts>
#include <functional>
#include <optional>
#include <string>

namespace bilevel {

/// Passed to an algorithm's parameters() to list its numbers, or to set them.
class Parameters {
public:
    struct Range {
        double minimum, maximum;
    };
    enum class Scale { linear, logarithmic };

    Parameters() = default;
    explicit Parameters(const Settings& values) : values_(&values) {}

    void real(std::string_view id, double& variable, Range range, Scale scale, std::string_view symbol,
              std::string_view label);
    /// A step on g(x, ·), which may be automatic; its scale is logarithmic.
    void lowerStep(std::string_view id, LowerStep& variable, Range range, std::string_view symbol,
                   std::string_view label);
    void integer(std::string_view id, int& variable, Range range, std::string_view symbol, std::string_view label);
    /// `variable` is the index of an option.
    void choice(std::string_view id, int& variable, std::span<const std::string_view> options,
                std::span<const std::string_view> optionLabels, std::string_view symbol, std::string_view label);

    const std::vector<Parameter>& list() const { return list_; }

private:
    double declare(Parameter parameter);
    std::vector<Parameter> list_;
    const Settings* values_ = nullptr;
};

/// An algorithm is a plain struct: its numbers, and one step. Three more members are known where they exist:
/// plan(iterations), told how long the run will be; begin(oracle, z), called before the first step, to set up what
/// persists between steps; and conflict(), an error with the id of a setting when the settings do not go together.
template <class A>
concept Stepper = std::default_initializable<A> && std::copyable<A> &&
    requires(A a, Parameters& p, Oracle& oracle, Point& z, Row& row) {
    a.parameters(p);
    a.step(oracle, z, row);
};

using Step = std::function<void(Oracle&, Point&, Row&)>;

/// Settings as a source publishes them.
struct Preset {
    std::string_view id, name;
    std::string_view source;  ///< paper, or script and line
    NamedSettings settings;   ///< what is absent takes the default
};

/// What the theory behind a method asks of the lower level, as far as a run can be checked against it.
enum class Assumption {
    none,
    invertible,  ///< ∇²yy g is invertible along the path
    convex,      ///< and positive definite
    opposed,     ///< g = −f: a min–max problem
};

/// Methods that belong together, as menus and lists group them.
enum class Family { bome, hypergradients, loops, penalties, constraints };

/// What a catalogue says of an algorithm.
struct About {
    std::string_view id, name;
    Family family;
    std::string_view summary;    ///< one sentence
    std::string_view reference;  ///< authors, title, venue
    std::string_view assumptions = {}, failures = {};
    Assumption checked = Assumption::none;
    std::vector<Preset> presets = {};
    std::vector<RuleLine> rule = {};  ///< the update, line by line
    std::vector<Told> told = {};      ///< most important first; empty: f and g, as for any method
};

/// An algorithm as the rest of the program sees it: a description and a way to start.
struct Algorithm : About {
    std::vector<Parameter> parameters;
    std::span<const Term> terms;  ///< how to show what only this algorithm records
    std::function<Step(const Settings&, int iterations)> start;
    std::function<std::optional<Error>(const Settings&)> conflict;  ///< may be empty

    Settings defaults() const;
    /// Defaults overridden by `named`. Errors say which setting, and its range or options, or which settings do
    /// not go together.
    Result<Settings> resolve(const NamedSettings& named) const;
    /// The lines of the rule that hold under these settings.
    std::vector<RuleLine> ruleUnder(const Settings& settings) const;
    /// The term of a recorded quantity (its own, then the glossary's), or nullptr.
    const Term* term(std::string_view id) const;
};

template <Stepper A>
A assign(const Settings& settings) {
    A algorithm;
    Parameters assigned(settings);
    algorithm.parameters(assigned);
    return algorithm;
}

template <Stepper A>
Step begin(const Settings& settings, [[maybe_unused]] int iterations) {
    A planned = assign<A>(settings);
    if constexpr (requires { planned.plan(iterations); }) planned.plan(iterations);
    if constexpr (requires(A a, Oracle & oracle, const Point& z) { a.begin(oracle, z); })
        return [algorithm = std::move(planned), begun = false](Oracle& oracle, Point& z, Row& row) mutable {
            if (!begun) algorithm.begin(oracle, z);
            begun = true;
            algorithm.step(oracle, z, row);
        };
    else
        return [algorithm = std::move(planned)](Oracle& oracle, Point& z, Row& row) mutable {
            algorithm.step(oracle, z, row);
        };
}

template <Stepper A>
Algorithm describe(About about) {
    Algorithm algorithm;
    static_cast<About&>(algorithm) = std::move(about);
    Parameters listed;
    A{}.parameters(listed);
    algorithm.parameters = listed.list();
    if constexpr (requires { A::terms; }) algorithm.terms = A::terms;
    algorithm.start = begin<A>;
    if constexpr (requires(A a) { a.conflict(); })
        algorithm.conflict = [](const Settings& settings) { return assign<A>(settings).conflict(); };
    return algorithm;
}

/// All algorithms, in menu order.
const std::vector<Algorithm>& algorithms();
/// nullptr when there is none of that id.
const Algorithm* findAlgorithm(std::string_view id);

}  // namespace bilevel
