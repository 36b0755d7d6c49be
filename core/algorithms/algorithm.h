#pragma once

#include "core/algorithms/parameter.h"
#include "core/problem/oracle.h"
#include "core/record/row.h"
#include "core/record/term.h"

#include <concepts>
#include <functional>
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

/// An algorithm is a plain struct: its numbers, and one step.
template <class A>
concept Stepper = std::default_initializable<A> && std::copyable<A> &&
    requires(A a, Parameters& p, Oracle& oracle, Point& z, Row& row) {
    a.parameters(p);
    a.step(oracle, z, row);
};

using Step = std::function<void(Oracle&, Point&, Row&)>;

/// What a catalogue says of an algorithm.
struct About {
    std::string_view id, name;
    std::string_view summary;    ///< one sentence
    std::string_view reference;  ///< authors, title, venue
    std::string_view assumptions = {}, failures = {};
};

/// An algorithm as the rest of the program sees it: a description and a way to start.
struct Algorithm {
    std::string_view id, name, summary, reference, assumptions, failures;
    std::vector<Parameter> parameters;
    std::span<const Term> terms;  ///< how to show what only this algorithm records
    std::function<Step(const Settings&)> start;

    Settings defaults() const;
    /// The term of a recorded quantity (its own, then the glossary's), or nullptr.
    const Term* term(std::string_view id) const;
};

template <Stepper A>
Algorithm describe(const About& about) {
    Parameters listed;
    A{}.parameters(listed);
    std::span<const Term> terms;
    if constexpr (requires { A::terms; }) terms = A::terms;
    return {about.id,
            about.name,
            about.summary,
            about.reference,
            about.assumptions,
            about.failures,
            listed.list(),
            terms,
            [](const Settings& settings) -> Step {
                A algorithm;
                Parameters assigned(settings);
                algorithm.parameters(assigned);
                return [algorithm](Oracle& oracle, Point& z, Row& row) mutable { algorithm.step(oracle, z, row); };
            }};
}

/// All algorithms, in menu order.
const std::vector<Algorithm>& algorithms();
/// nullptr when there is none of that id.
const Algorithm* findAlgorithm(std::string_view id);

}  // namespace bilevel
