#pragma once

#include "core/problem/problem.h"

namespace bilevel {

/// g(x, ·) at one x, with its first and second derivatives. Owns its registers: one per thread.
class LowerFunction {
public:
    explicit LowerFunction(const Problem& problem);

    /// From now on x stands here.
    void fix(const Vector& x);
    const Problem& problem() const { return problem_; }
    int ny() const { return problem_.ny(); }

    double value(const Vector& y);
    struct Model {
        double value = 0;
        Vector gradient;
        Matrix hessian;
    };
    /// Valid until the next call.
    const Model& model(const Vector& y);

    /// Many places at once: y[j] holds `count` values of lower variable j.
    void values(std::span<const double* const> y, std::span<double> out);

    // For one lower variable.
    struct Slope {
        double value, first, second;
    };
    Slope slope(double y);
    void slopes(std::span<const double> y, std::span<double> value, std::span<double> first,
                std::span<double> second);

private:
    void load(const Vector& y);
    /// The inputs of a batch: `count` times the same, but for the lower variables.
    void loadBatch(std::span<const double* const> y, std::size_t count);

    Problem problem_;
    ScalarEvaluator value_, model_;
    BatchEvaluator values_, slopes_;
    std::vector<double> in_, out_;
    std::vector<std::vector<double>> columns_;  ///< what does not vary in a batch, per input
    std::vector<const double*> places_;
    Model answer_;
};

}  // namespace bilevel
