#include "core/problem/lower_search.h"

#include <Eigen/Eigenvalues>

#include <cmath>

namespace bilevel {
namespace {

constexpr int newtonSteps = 200, halvings = 50, farDecades = 9;
constexpr double farAway = 1e8;  // widths of the search
constexpr double singular = 1e-12;
constexpr double saddle = 1e-9, escapeShare = 1e-3;
constexpr double armijo = 1e-4;
constexpr double rounding = 8 * std::numeric_limits<double>::epsilon();

class Descent {
public:
    Descent(LowerFunction& g, std::span<const SearchAxis> axes, Vector y) : g_(g), axes_(axes), y_(std::move(y)) {
        for (const SearchAxis& axis : axes) width_ = std::max(width_, axis.width());
        radius_ = width_;
        g_.problem().projectLower(y_);
    }

    Polished run() {
        LowerFunction::Model m = g_.model(y_);
        for (int step = 0; step < newtonSteps && std::isfinite(m.value); ++step) {
            const std::vector<int> free = freeVariables(m);
            if (!advance(m, newton(m, free)) && !advance(m, escape(m, free))) break;
            if (y_.cwiseAbs().maxCoeff() > farAway * width_) return {answer(m), true};
        }
        return {answer(m), m.value == -std::numeric_limits<double>::infinity()};
    }

private:
    LowerMinimiser answer(const LowerFunction::Model& m) const { return {y_, m.value, false, {y_[0], y_[0]}}; }

    /// All but those that a bound holds back.
    std::vector<int> freeVariables(const LowerFunction::Model& m) const {
        std::vector<int> free;
        for (int j = 0; j < g_.ny(); ++j) {
            const Interval bounds = g_.problem().lowerBounds(j);
            const bool held =
                (y_[j] <= bounds.minimum && m.gradient[j] >= 0) || (y_[j] >= bounds.maximum && m.gradient[j] <= 0);
            if (!held) free.push_back(j);
        }
        return free;
    }

    /// −|H|⁻¹∇g over the free variables, no longer than the radius.
    Vector newton(const LowerFunction::Model& m, const std::vector<int>& free) const {
        if (free.empty()) return Vector::Zero(g_.ny());
        const Matrix h = m.hessian(free, free);
        const Vector gradient = m.gradient(free);
        Vector step = -gradient;
        if (h.allFinite()) {
            const Eigen::SelfAdjointEigenSolver<Matrix> solver(h);
            const Vector sizes = solver.eigenvalues().cwiseAbs(),
                         along = solver.eigenvectors().transpose() * gradient;
            if (const double largest = sizes.maxCoeff(); largest > 0)
                step = -solver.eigenvectors() * along.cwiseQuotient(sizes.cwiseMax(singular * largest));
        }
        if (const double length = step.norm(); length > radius_) step *= radius_ / length;
        return among(free, step);
    }

    /// A little way off a saddle point, along negative curvature; nothing where there is none.
    Vector escape(const LowerFunction::Model& m, const std::vector<int>& free) const {
        if (free.empty()) return Vector::Zero(g_.ny());
        const Matrix h = m.hessian(free, free);
        if (!h.allFinite()) return Vector::Zero(g_.ny());
        const Eigen::SelfAdjointEigenSolver<Matrix> solver(h);
        const Vector& values = solver.eigenvalues();
        if (values[0] >= -saddle * values.cwiseAbs().maxCoeff()) return Vector::Zero(g_.ny());
        return among(free, escapeShare * width_ * solver.eigenvectors().col(0));
    }

    Vector among(const std::vector<int>& free, const Vector& step) const {
        Vector direction = Vector::Zero(g_.ny());
        for (std::size_t k = 0; k < free.size(); ++k) direction[free[k]] = step[static_cast<Eigen::Index>(k)];
        return direction;
    }

    double residual(const LowerFunction::Model& m) const {
        double squared = 0;
        for (const int j : freeVariables(m)) squared += m.gradient[j] * m.gradient[j];
        return std::sqrt(squared);
    }

    /// The first of the halved steps that lowers g enough, or that lowers its slope while g moves by rounding
    /// alone.
    bool advance(LowerFunction::Model& m, const Vector& direction) {
        const Vector from = y_;
        const LowerFunction::Model before = m;
        const double slope = residual(before);
        double size = 1;
        for (int k = 0; k < halvings; ++k, size /= 2) {
            y_ = from + size * direction;
            g_.problem().projectLower(y_);
            if (y_ == from) break;
            m = g_.model(y_);
            const double promised = before.gradient.dot(y_ - from);
            const bool lower = m.value < before.value + std::min(armijo * promised, 0.0);
            const bool steadier =
                m.value <= before.value + rounding * std::abs(before.value) && residual(m) <= slope / 2;
            if (lower || steadier) {
                radius_ = k == 0 ? 2 * radius_ : std::max(size * radius_, 1e-6 * width_);
                return true;
            }
        }
        y_ = from;
        m = before;
        return false;
    }

    LowerFunction& g_;
    std::span<const SearchAxis> axes_;
    Vector y_;
    double width_ = 0, radius_ = 0;
};

}  // namespace

Polished polish(LowerFunction& g, std::span<const SearchAxis> axes, Vector y) {
    return Descent(g, axes, std::move(y)).run();
}

LowerLevel::Kind fallsForEver(LowerFunction& g, const Vector& y, const Vector& direction) {
    const Vector unit = direction.normalized();
    double before = g.value(y), fall = 0, step = 10 * std::max(1.0, y.cwiseAbs().maxCoeff());
    for (int decade = 0; decade < farDecades; ++decade, step *= 10) {
        Vector far = y + step * unit;
        g.problem().projectLower(far);
        const double value = g.value(far);
        if (value == -std::numeric_limits<double>::infinity()) return LowerLevel::Kind::unbounded;
        if (!(value <= before)) return LowerLevel::Kind::unique;
        // A straight line falls ten times as much in each decade, a logarithm as much, what flattens out less.
        if (decade + 1 == farDecades)
            return before - value >= fall / 2 && value < before ? LowerLevel::Kind::unbounded
                                                                : LowerLevel::Kind::unattained;
        fall = before - value;
        before = value;
    }
    return LowerLevel::Kind::unique;
}

}  // namespace bilevel
