#include "core/algorithms/lower_step.h"

#include "core/algorithms/lower_hessian.h"

#include <algorithm>
#include <cmath>

namespace bilevel {

double LowerStep::operator()(Oracle& oracle, const Point& z) {
    if (size != automatic) return size;
    steepest_ = std::max(steepest_, spectrum(lowerHessian(oracle, z)).largestMagnitude());
    return steepest_ > 0 ? 1 / steepest_ : 1;
}

void descendLower(Oracle& oracle, const Vector& x, Vector& y, double step, int T, Visited visited) {
    if (visited != nullptr) visited->push_back(y);
    for (int t = 0; t < T; ++t) {
        y -= step * oracle.gradientYG(x, y);
        oracle.problem().projectLower(y);
        if (visited != nullptr) visited->push_back(y);
    }
}

void descendLower(Oracle& oracle, const Vector& x, Vector& y, double step, int T, double momentum,
                  Vector& velocity, Visited visited) {
    if (visited != nullptr) visited->push_back(y);
    for (int t = 0; t < T; ++t) {
        velocity = momentum * velocity + oracle.gradientYG(x, y);
        y -= step * velocity;
        oracle.problem().projectLower(y);
        if (visited != nullptr) visited->push_back(y);
    }
}

}  // namespace bilevel
