#include "core/problem/lower_flow.h"

#include <algorithm>
#include <cmath>

namespace bilevel {
namespace {

constexpr int mostSteps = 300;
constexpr double reach = 0.02, rest = 1e-5;  // of the width: the longest step, and one that counts as none
constexpr double grow = 1.6, shrink = 0.25;  // of a step that kept what the slope promised, or did not
constexpr double samePlace = 1e-5;           // of the width: ends that need no descent of their own
constexpr double smallestSize = 1e-12;

double distance(const Vector& a, const Vector& b, std::span<const SearchAxis> axes) {
    double most = 0;
    for (Eigen::Index j = 0; j < a.size(); ++j)
        most = std::max(most, std::abs(a[j] - b[j]) / axes[static_cast<std::size_t>(j)].width());
    return most;
}

}  // namespace

LowerFlow::LowerFlow(const Problem& problem) : problem_(problem), model_(problem.lowerModel()) {}

void LowerFlow::evaluate(Front& front, const Vector& x) {
    const std::size_t count = front.value.size();
    std::vector<std::vector<double>> held;
    for (const double value : x) held.emplace_back(count, value);
    for (const double value : problem_.parameterValues()) held.emplace_back(count, value);
    std::vector<const double*> in;
    const auto nx = static_cast<std::size_t>(problem_.nx());
    for (std::size_t k = 0; k < nx; ++k) in.push_back(held[k].data());
    for (const std::vector<double>& y : front.y) in.push_back(y.data());
    for (std::size_t k = nx; k < held.size(); ++k) in.push_back(held[k].data());
    const std::size_t ny = front.y.size();
    std::vector<double*> out(1 + ny + ny * (ny + 1) / 2, nullptr);
    out[0] = front.value.data();
    for (std::size_t j = 0; j < ny; ++j) out[1 + j] = front.slope[j].data();
    model_(in, out, count);
}

LowerFlow::Front LowerFlow::startFront(const std::vector<Vector>& starts, const Vector& x) {
    const auto ny = static_cast<std::size_t>(problem_.ny());
    const std::vector<double> room(starts.size());
    Front front{std::vector(ny, room), std::vector(ny, room), room};
    for (std::size_t i = 0; i < starts.size(); ++i)
        for (std::size_t j = 0; j < ny; ++j) front.y[j][i] = starts[i][static_cast<Eigen::Index>(j)];
    evaluate(front, x);
    return front;
}

/// Every place that does not rest tries a step and keeps it where g falls enough.
void LowerFlow::step(Front& here, const Vector& x, std::span<const SearchAxis> axes) {
    Front next = here;
    std::vector<double> promised(here.value.size(), 0), moved(here.value.size(), 0);
    for (std::size_t j = 0; j < here.y.size(); ++j) {
        const Interval bounds = problem_.lowerBounds(static_cast<Eigen::Index>(j));
        const double longest = reach * axes[j].width();
        for (std::size_t i = 0; i < here.value.size(); ++i) {
            if (resting_[i]) continue;
            const double wanted = -sizes_[i] * here.slope[j][i];
            next.y[j][i] = bounds.clamp(here.y[j][i] + std::clamp(wanted, -longest, longest));
            const double move = next.y[j][i] - here.y[j][i];
            promised[i] -= move * here.slope[j][i];
            moved[i] = std::max(moved[i], std::abs(move) / axes[j].width());
        }
    }
    evaluate(next, x);
    for (std::size_t i = 0; i < here.value.size(); ++i) {
        if (resting_[i]) continue;
        if (next.value[i] <= here.value[i] - promised[i] / 2) {
            here.value[i] = next.value[i];
            for (std::size_t j = 0; j < here.y.size(); ++j)
                here.y[j][i] = next.y[j][i], here.slope[j][i] = next.slope[j][i];
            if (moved[i] < reach) sizes_[i] *= grow;
        } else {
            sizes_[i] *= shrink;
        }
        resting_[i] = moved[i] < rest || sizes_[i] < smallestSize;
    }
}

std::vector<FlowEnd> LowerFlow::operator()(LowerFunction& g, std::span<const SearchAxis> axes, const Vector& x,
                                           const std::vector<Vector>& starts) {
    Front front = startFront(starts, x);
    resting_.assign(starts.size(), false);
    sizes_.assign(starts.size(), 1);
    for (std::size_t i = 0; i < starts.size(); ++i) {
        double steepest = 0;
        for (std::size_t j = 0; j < front.y.size(); ++j)
            steepest = std::max(steepest, std::abs(front.slope[j][i]) / axes[j].width());
        if (steepest > 0) sizes_[i] = reach / steepest;
        resting_[i] = !std::isfinite(front.value[i]) || !std::isfinite(steepest);
    }
    for (int k = 0; k < mostSteps && std::ranges::count(resting_, false) > 0; ++k) step(front, x, axes);

    struct Known {
        Vector from;
        FlowEnd end;
    };
    std::vector<Known> known;
    std::vector<FlowEnd> ends;
    for (std::size_t i = 0; i < starts.size(); ++i) {
        Vector y(g.ny());
        for (std::size_t j = 0; j < front.y.size(); ++j) y[static_cast<Eigen::Index>(j)] = front.y[j][i];
        if (!std::isfinite(front.value[i])) {
            const bool hole = front.value[i] == -std::numeric_limits<double>::infinity();
            ends.push_back({hole ? FlowEnd::Kind::endless : FlowEnd::Kind::undefined, y});
            continue;
        }
        const auto same =
            std::ranges::find_if(known, [&](const Known& k) { return distance(k.from, y, axes) <= samePlace; });
        if (same != known.end()) {
            ends.push_back(same->end);
            continue;
        }
        const Polished end = polish(g, axes, y);
        ends.push_back({end.ranAway ? FlowEnd::Kind::endless : FlowEnd::Kind::minimum, end.minimiser.y});
        known.push_back({y, ends.back()});
    }
    return ends;
}

}  // namespace bilevel
