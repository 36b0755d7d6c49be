#include "core/problem/lower_function.h"

#include <algorithm>

namespace bilevel {
namespace {

std::size_t modelSize(int ny) { return static_cast<std::size_t>(1 + ny + ny * (ny + 1) / 2); }

}  // namespace

LowerFunction::LowerFunction(const Problem& problem)
    : problem_(problem),
      value_(problem.lowerValue()),
      values_(problem.lowerValue()),
      in_(static_cast<std::size_t>(problem.lowerValue().inputs())),
      out_(modelSize(problem.ny())),
      columns_(in_.size()),
      places_(in_.size()) {
    const Program program = problem.lowerModel();
    model_ = ScalarEvaluator(program);
    if (ny() == 1) slopes_ = BatchEvaluator(program);
    answer_.gradient.resize(ny());
    answer_.hessian.resize(ny(), ny());
    std::ranges::copy(problem.parameterValues(), in_.begin() + problem.nx() + ny());
}

void LowerFunction::fix(const Vector& x) {
    std::ranges::copy(x, in_.begin());
    for (std::vector<double>& column : columns_) column.clear();
}

void LowerFunction::load(const Vector& y) { std::ranges::copy(y, in_.begin() + problem_.nx()); }

double LowerFunction::value(const Vector& y) {
    load(y);
    double g = 0;
    value_(in_, {&g, 1});
    return g;
}

const LowerFunction::Model& LowerFunction::model(const Vector& y) {
    load(y);
    model_(in_, out_);
    answer_.value = out_[0];
    const double* next = out_.data() + 1;
    for (double& component : answer_.gradient) component = *next++;
    for (int row = 0; row < ny(); ++row)
        for (int column = 0; column <= row; ++column)
            answer_.hessian(row, column) = answer_.hessian(column, row) = *next++;
    return answer_;
}

void LowerFunction::loadBatch(std::span<const double* const> y, std::size_t count) {
    const auto first = static_cast<std::size_t>(problem_.nx());
    for (std::size_t k = 0; k < in_.size(); ++k) {
        if (k >= first && k < first + y.size()) {
            places_[k] = y[k - first];
            continue;
        }
        if (columns_[k].size() < count) columns_[k].assign(count, in_[k]);
        places_[k] = columns_[k].data();
    }
}

void LowerFunction::values(std::span<const double* const> y, std::span<double> out) {
    loadBatch(y, out.size());
    double* const outputs[]{out.data()};
    values_(places_, outputs, out.size());
}

LowerFunction::Slope LowerFunction::slope(double y) {
    in_[static_cast<std::size_t>(problem_.nx())] = y;
    model_(in_, out_);
    return {out_[0], out_[1], out_[2]};
}

void LowerFunction::slopes(std::span<const double> y, std::span<double> value, std::span<double> first,
                           std::span<double> second) {
    const double* const place[]{y.data()};
    loadBatch(place, y.size());
    double* const outputs[]{value.data(), first.data(), second.data()};
    slopes_(places_, outputs, y.size());
}

}  // namespace bilevel
