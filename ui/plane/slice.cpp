#include "ui/plane/slice.h"

#include <algorithm>

namespace bilevel::ui {
namespace {

bool sameFormulas(const ProblemText& a, const ProblemText& b) {
    return a.upper == b.upper && a.lower == b.lower && a.upperVariables == b.upperVariables &&
           a.lowerVariables == b.lowerVariables && a.definitions == b.definitions &&
           a.parameters == b.parameters && a.bounds == b.bounds;
}

/// Bit k set: an objective depends on coordinate k, and the slice does not show it.
std::uint64_t heldInputs(const Slice& slice) {
    const Graph& graph = slice.problem.graph();
    std::uint64_t mask =
        graph.dependencies(slice.problem.upper().value) | graph.dependencies(slice.problem.lower().value);
    mask &= (std::uint64_t{1} << slice.problem.variables().size()) - 1;
    for (const int shown : {slice.horizontal, slice.vertical}) mask &= ~(std::uint64_t{1} << shown);
    return mask;
}

}  // namespace

bool sameFunctions(const Slice& a, const Slice& b) {
    return a.horizontal == b.horizontal && a.vertical == b.vertical &&
           sameFormulas(a.problem.text(), b.problem.text());
}

bool sameSlice(const Slice& a, const Slice& b) {
    if (!sameFunctions(a, b)) return false;
    const std::uint64_t held = heldInputs(a);
    for (Eigen::Index k = 0; k < a.held.size(); ++k)
        if ((held >> k & 1) && a.held[k] != b.held[k]) return false;
    return true;
}

bool dependsOnHeld(const Slice& slice) { return heldInputs(slice) != 0; }

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
