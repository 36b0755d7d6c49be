#include "ui/ground/slice.h"

#include <algorithm>

namespace bilevel::ui {
namespace {

bool sameFormulas(const ProblemText& a, const ProblemText& b) {
    return a.upper == b.upper && a.lower == b.lower && a.upperVariables == b.upperVariables &&
           a.lowerVariables == b.lowerVariables && a.definitions == b.definitions &&
           a.parameters == b.parameters && a.bounds == b.bounds;
}

}  // namespace

bool sameFunctions(const Slice& a, const Slice& b) {
    return a.horizontal == b.horizontal && a.vertical == b.vertical &&
           sameFormulas(a.problem.text(), b.problem.text());
}

std::uint64_t heldInputs(const Slice& slice, NodeId formula) {
    std::uint64_t inputs = slice.problem.graph().dependencies(formula);
    inputs &= (std::uint64_t{1} << slice.problem.variables().size()) - 1;  // parameters are not coordinates
    for (const int shown : {slice.horizontal, slice.vertical}) inputs &= ~(std::uint64_t{1} << shown);
    return inputs;
}

bool sameHeld(const Slice& a, const Slice& b, std::uint64_t inputs) {
    for (Eigen::Index k = 0; k < a.held.size(); ++k)
        if ((inputs >> k & 1) && a.held[k] != b.held[k]) return false;
    return true;
}

SliceEvaluator::SliceEvaluator(const Slice& slice, const Program& program)
    : evaluate_(program),
      horizontal_(static_cast<std::size_t>(slice.horizontal)),
      vertical_(static_cast<std::size_t>(slice.vertical)) {
    for (Eigen::Index k = 0; k < slice.held.size(); ++k) values_.push_back(slice.held[k]);
    const auto parameters = slice.problem.parameterValues();
    values_.insert(values_.end(), parameters.begin(), parameters.end());
    columns_.resize(values_.size());
    pointers_.resize(values_.size());
}

void SliceEvaluator::operator()(std::span<const double> x, std::span<const double> y,
                                std::span<double* const> out) {
    for (std::size_t k = 0; k < columns_.size(); ++k) {
        if (columns_[k].size() < x.size()) columns_[k].assign(x.size(), values_[k]);
        pointers_[k] = columns_[k].data();
    }
    pointers_[horizontal_] = x.data();
    pointers_[vertical_] = y.data();
    evaluate_(pointers_, out, x.size());
}

}  // namespace bilevel::ui
