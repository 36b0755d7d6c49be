#include "core/problem/upper_value.h"

#include <Eigen/Eigenvalues>

#include <cmath>

namespace bilevel {
namespace {

constexpr int samples = 129, halvings = 60;
constexpr int slides = 80;
constexpr double singular = 1e-9, restsBelow = 1e-10, farAway = 1e8;

/// The least of sign · f over the global solutions.
class Search {
public:
    Search(LowerSolver& solver, Oracle& oracle, const Vector& x, double sign)
        : solver_(solver), oracle_(oracle), x_(x), sign_(sign) {}

    void visit(const LowerMinimiser& m) {
        if (m.flat && m.y.size() == 1)
            alongValley(m.valley);
        else if (m.flat)
            slide(m);
        else
            consider(m.y);
    }

    double value() const { return sign_ * best_; }
    const Vector& place() const { return place_; }

private:
    double cost(const Vector& y) { return sign_ * oracle_.f({x_, y}).value; }
    double slope(double y) { return sign_ * oracle_.f({x_, Vector::Constant(1, y)}).gradient.y[0]; }

    double consider(const Vector& y) {
        const double f = cost(y);
        if (place_.size() == 0 || f < best_) best_ = f, place_ = y;
        return f;
    }

    void alongValley(const Interval& valley) {
        const auto at = [&](int i) {
            return valley.minimum + (valley.maximum - valley.minimum) * (static_cast<double>(i) / (samples - 1));
        };
        int lowest = 0;
        double least = std::numeric_limits<double>::infinity();
        for (int i = 0; i < samples; ++i)
            if (const double f = consider(Vector::Constant(1, at(i))); f < least) least = f, lowest = i;
        double low = at(std::max(0, lowest - 1)), high = at(std::min(samples - 1, lowest + 1));
        if (!(slope(low) < 0 && slope(high) > 0)) return;
        for (int k = 0; k < halvings; ++k) {
            const double middle = low + (high - low) / 2;
            (slope(middle) < 0 ? low : high) = middle;
        }
        consider(Vector::Constant(1, low));
    }

    /// Steps on f along the directions that g leaves free, each brought back to the valley's ground.
    void slide(const LowerMinimiser& m) {
        Vector y = m.y;
        double here = consider(y), size = 1;
        for (int k = 0; k < slides; ++k) {
            const Vector direction = downTheValley(y);
            if (!(direction.norm() > restsBelow)) return;
            double there = here;
            for (int halving = 0; halving < halvings; ++halving, size /= 2) {
                const LowerMinimiser next = solver_.descend(x_, y + size * direction);
                if (next.g > m.g + sameValue(m.g)) continue;
                there = cost(next.y);
                if (there < here) {
                    y = next.y;
                    break;
                }
            }
            if (!(there < here)) return;
            here = there;
            consider(y);
            if (y.cwiseAbs().maxCoeff() > farAway) {
                best_ = -std::numeric_limits<double>::infinity();
                return;
            }
            size *= 2;
        }
    }

    Vector downTheValley(const Vector& y) {
        const Problem& problem = solver_.problem();
        Vector direction = -sign_ * oracle_.f({x_, y}).gradient.y;
        Matrix h(y.size(), y.size());
        for (Eigen::Index j = 0; j < y.size(); ++j)
            h.col(j) = oracle_.hessianVector({x_, y}, Vector::Unit(y.size(), j));
        if (!h.allFinite()) return Vector::Zero(y.size());
        for (Eigen::Index j = 0; j < y.size(); ++j) {  // what a bound holds does not move
            const Interval bounds = problem.lowerBounds(j);
            if ((y[j] <= bounds.minimum && direction[j] < 0) || (y[j] >= bounds.maximum && direction[j] > 0)) {
                direction[j] = 0;
                h.row(j).setZero();
                h.col(j).setZero();
            }
        }
        const Eigen::SelfAdjointEigenSolver<Matrix> spectrum(h);
        const double largest = spectrum.eigenvalues().cwiseAbs().maxCoeff();
        Vector along = Vector::Zero(y.size());
        for (Eigen::Index k = 0; k < y.size(); ++k)
            if (std::abs(spectrum.eigenvalues()[k]) <= singular * largest)
                along += spectrum.eigenvectors().col(k).dot(direction) * spectrum.eigenvectors().col(k);
        return along;
    }

    LowerSolver& solver_;
    Oracle& oracle_;
    const Vector& x_;
    double sign_;
    double best_ = 0;
    Vector place_;
};

}  // namespace

UpperValue upperValue(LowerSolver& solver, Oracle& oracle, const Vector& x, const LowerLevel& level) {
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    if (!level.solved()) return {none, none, {}, {}};
    Search best(solver, oracle, x, 1), worst(solver, oracle, x, -1);
    for (const LowerMinimiser& m : level.globalOnes()) best.visit(m), worst.visit(m);
    return {best.value(), worst.value(), best.place(), worst.place()};
}

}  // namespace bilevel
