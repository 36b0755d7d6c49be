#include "core/record/measure.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace bilevel {
namespace {

constexpr std::array<std::string_view, 4> ids{"iterations", "gradients", "products", "time"};

void addColumn(std::vector<double>& sum, std::span<const double> column) {
    for (std::size_t k = 0; k < column.size(); ++k)
        if (std::isfinite(column[k])) sum[k] += column[k];
}

double unmeasured(const Trajectory& trajectory, Measure measure, int row) {
    return measure == Measure::time ? 1000 * trajectory.cpuSecondsAt(row) : trajectory.iterationAt(row);
}

}  // namespace

std::string_view id(Measure measure) { return ids[static_cast<std::size_t>(measure)]; }

std::optional<Measure> findMeasure(std::string_view id) {
    const auto it = std::ranges::find(ids, id);
    if (it == ids.end()) return {};
    return static_cast<Measure>(it - ids.begin());
}

std::vector<double> costs(const Trajectory& trajectory, Measure measure) {
    std::vector<double> costs(static_cast<std::size_t>(trajectory.rows()), 0.0);
    if (measure == Measure::iterations || measure == Measure::time) {
        for (std::size_t k = 0; k < costs.size(); ++k)
            costs[k] = unmeasured(trajectory, measure, static_cast<int>(k));
        return costs;
    }
    addColumn(costs, trajectory.column("f_gradients"));
    addColumn(costs, trajectory.column("g_gradients"));
    if (measure == Measure::gradients) return costs;
    addColumn(costs, trajectory.column("hessian_vector_products"));
    addColumn(costs, trajectory.column("jacobian_vector_products"));
    return costs;
}

int rowAtCost(std::span<const double> costs, double cost) {
    const auto beyond = std::ranges::upper_bound(costs, cost);
    return std::max(0, static_cast<int>(beyond - costs.begin()) - 1);
}

}  // namespace bilevel
