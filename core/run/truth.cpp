#include "core/run/truth.h"

#include "core/run/certificate.h"

#include <cmath>
#include <numbers>

namespace bilevel {
namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();
constexpr int rowsPerSearch = 16;
constexpr double degrees = 180 / std::numbers::pi;

class Examiner {
public:
    Examiner(const Problem& problem, const Trajectory& trajectory)
        : trajectory_(trajectory), solver_(problem), oracle_(problem), estimate_(estimates(problem, trajectory)) {
        const auto rows = static_cast<std::size_t>(trajectory.rows());
        for (std::vector<double>* column : {&gap_, &kkt_, &norm_}) column->assign(rows, none);
        if (!estimate_.empty())
            for (std::vector<double>* column : {&error_, &relative_, &angle_}) column->assign(rows, none);
        if (problem.text().solution && !problem.text().solution->point.empty()) distance_.assign(rows, none);
        slope_.assign(static_cast<std::size_t>(problem.nx()), std::vector<double>(rows, none));
    }

    void examine(int row) {
        const auto k = static_cast<std::size_t>(row);
        const Problem& problem = oracle_.problem();
        const Point z = trajectory_.iterate(row, problem.nx());
        if (!distance_.empty()) distance_[k] = *distanceToKnownSolution(problem, z);
        const LowerLevel level = solve(row, z);
        if (!level.solved()) return;
        const double g = oracle_.g(z).value;  // a recording may call something else g
        gap_[k] = std::max(0.0, g - level.minimum());
        const LowerMinimiser own = solver_.descend(z.x, z.y);
        const bool global = own.g <= level.minimum() + sameValue(level.minimum());
        kkt_[k] = kktResidual(oracle_, z, global ? own.y : level.minimisers.front().y).residual;
        const Vector h = trueHypergradient(oracle_, {z.x, own.y}).value;
        norm_[k] = h.norm();
        for (std::size_t i = 0; i < slope_.size(); ++i) slope_[i][k] = h[static_cast<Eigen::Index>(i)];
        if (!estimate_.empty()) compare(k, h);
    }

    Trajectory add(Trajectory trajectory) {
        trajectory.add("true_gap", std::move(gap_));
        trajectory.add("kkt_residual", std::move(kkt_));
        trajectory.add("true_hypergradient_norm", std::move(norm_));
        for (std::size_t i = 0; i < slope_.size(); ++i)
            trajectory.add("true_hypergradient_" + trajectory.variables()[i], std::move(slope_[i]));
        if (!error_.empty()) {
            trajectory.add("hypergradient_error", std::move(error_));
            trajectory.add("hypergradient_relative_error", std::move(relative_));
            trajectory.add("hypergradient_angle", std::move(angle_));
        }
        if (!distance_.empty()) trajectory.add("distance_to_solution", std::move(distance_));
        return trajectory;
    }

private:
    /// The columns of the method's own hypergradient; empty where it records none.
    static std::vector<std::span<const double>> estimates(const Problem& problem, const Trajectory& trajectory) {
        std::vector<std::span<const double>> columns;
        for (const std::string& variable : problem.text().upperVariables) {
            columns.push_back(trajectory.column("hypergradient_" + variable));
            if (columns.back().empty()) return {};
        }
        return columns;
    }

    LowerLevel solve(int row, const Point& z) {
        const bool follow = !before_.exhaustive && before_.solved() && row % rowsPerSearch != 0;
        before_ = follow ? solver_.follow(z.x, before_, z.y) : solver_(z.x, z.y);
        return before_;
    }

    void compare(std::size_t k, const Vector& h) {
        Vector estimate(h.size());
        for (Eigen::Index i = 0; i < h.size(); ++i) estimate[i] = estimate_[static_cast<std::size_t>(i)][k];
        error_[k] = (estimate - h).norm();
        if (h.norm() > 0) relative_[k] = error_[k] / h.norm();
        if (const double lengths = estimate.norm() * h.norm(); lengths > 0)
            angle_[k] = degrees * std::acos(std::clamp(estimate.dot(h) / lengths, -1.0, 1.0));
    }

    const Trajectory& trajectory_;
    LowerSolver solver_;
    Oracle oracle_;
    LowerLevel before_;
    std::vector<std::span<const double>> estimate_;
    std::vector<double> gap_, kkt_, norm_, error_, relative_, angle_, distance_;
    std::vector<std::vector<double>> slope_;  ///< the true hypergradient, by upper variable
};

}  // namespace

std::optional<Trajectory> withTruth(const Problem& problem, Trajectory trajectory, const KeepGoing& keepGoing) {
    Examiner examiner(problem, trajectory);
    for (int row = 0; row < trajectory.rows(); ++row) {
        if (keepGoing && !keepGoing(row)) return {};
        examiner.examine(row);
    }
    return examiner.add(std::move(trajectory));
}

Trajectory withBlankTruth(const Problem& problem, Trajectory trajectory) {
    Examiner blank(problem, trajectory);
    return blank.add(std::move(trajectory));
}

}  // namespace bilevel
