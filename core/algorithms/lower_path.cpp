#include "core/algorithms/lower_path.h"

namespace bilevel {

void LowerPath::descend(Oracle& oracle, const Vector& x, Vector& y, double step, int T, Visited visited) {
    step_ = step;
    T_ = T;
    y_.resize(static_cast<std::size_t>(T));
    free_.resize(static_cast<std::size_t>(T));
    for (std::size_t t = 0; t < y_.size(); ++t) {
        y_[t] = y;
        y -= step * oracle.gradientYG(x, y);
        const Vector wanted = y;
        oracle.problem().projectLower(y);
        free_[t] = (y.array() == wanted.array()).cast<double>();
    }
    if (visited == nullptr) return;
    *visited = y_;
    visited->push_back(y);
}

void LowerPath::reverse(Oracle& oracle, const Vector& x, Vector a, int K, Vector& h) const {
    for (int t = T_ - 1; t >= T_ - K; --t) {
        const auto i = static_cast<std::size_t>(t);
        a = a.cwiseProduct(free_[i]);
        const Point at{x, y_[i]};
        h -= step_ * oracle.jacobianVector(at, a);
        a -= step_ * oracle.hessianVector(at, a);
    }
}

}  // namespace bilevel
