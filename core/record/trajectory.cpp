#include "core/record/trajectory.h"

#include <algorithm>
#include <ranges>

namespace bilevel {

std::string_view name(End end) {
    switch (end) {
        case End::running:
            return "running";
        case End::finished:
            return "finished";
        case End::converged:
            return "converged";
        case End::diverged:
            return "diverged";
        case End::stopped:
            return "stopped";
        case End::recorded:
            return "recorded";
    }
    return "";
}

Trajectory::Trajectory(std::vector<std::string> variables, int expectedRows)
    : variables_(std::move(variables)), names_(variables_), data_(variables_.size()), expectedRows_(expectedRows) {
    clock_.reserve(static_cast<std::size_t>(expectedRows_ / rowsPerClock + 2));
    for (auto& column : data_) column.reserve(static_cast<std::size_t>(expectedRows_));
}

std::span<const double> Trajectory::column(std::string_view name) const& {
    const auto quantities = names_.begin() + static_cast<std::ptrdiff_t>(variables_.size());
    auto it = std::find(quantities, names_.end(), name);
    if (it == names_.end() && (it = std::find(names_.begin(), quantities, name)) == quantities) return {};
    return data_[static_cast<std::size_t>(it - names_.begin())];
}

void Trajectory::add(std::string_view name, std::vector<double> values) {
    const auto quantities = names_.begin() + static_cast<std::ptrdiff_t>(variables_.size());
    const auto it = std::find(quantities, names_.end(), name);
    if (it != names_.end()) {
        data_[static_cast<std::size_t>(it - names_.begin())] = std::move(values);
        return;
    }
    names_.emplace_back(name);
    data_.push_back(std::move(values));
}

void Trajectory::setIterations(std::vector<int> iterations) {
    const bool everyRow = std::ranges::equal(iterations, std::views::iota(0, static_cast<int>(iterations.size())));
    if (!everyRow) iterations_ = std::move(iterations);
}

double Trajectory::cpuSecondsAt(int row) const {
    const auto next = std::ranges::lower_bound(clock_, row, {}, &std::pair<int, double>::first);
    const auto [from, before] = next == clock_.begin() ? std::pair(0, 0.0) : *std::prev(next);
    const auto [to, after] = next == clock_.end() ? std::pair(rows_ - 1, cpuSeconds) : *next;
    return to > from ? before + (after - before) * (row - from) / (to - from) : before;
}

Point Trajectory::iterate(int row, int nx) const {
    Point z{Vector(nx), Vector(static_cast<Eigen::Index>(variables_.size()) - nx)};
    for (Eigen::Index i = 0; i < z.size(); ++i)
        z[i] = data_[static_cast<std::size_t>(i)][static_cast<std::size_t>(row)];
    return z;
}

}  // namespace bilevel
