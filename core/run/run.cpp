#include "core/run/run.h"

#include "core/record/in_words.h"
#include "core/run/remarks.h"
#include "core/run/replay.h"

#include <cmath>
#include <ctime>

namespace bilevel {
namespace {

/// Beyond this a coordinate has left every picture, and squares are about to overflow.
constexpr double largestCoordinate = 1e100;
/// Rows reserved ahead; longer runs grow as they go.
constexpr int reservedRows = 1 << 16;

double threadSeconds() {
    timespec t{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return static_cast<double>(t.tv_sec) + 1e-9 * static_cast<double>(t.tv_nsec);
}

/// One run under way: what the method moves, and what the program notes beside it.
class Runner {
public:
    explicit Runner(const RunRequest& request, int watchedRow = -1)
        : request_(request),
          watchedRow_(watchedRow),
          oracle_(request.problem),
          observer_(request.problem),
          step_(request.algorithm->start(request.settings, request.iterations)),
          z_(request.start),
          trajectory_(request.problem.variables(), std::min(request.iterations + 1, reservedRows)) {}

    Trajectory run(const KeepGoing& keepGoing) {
        request_.problem.project(z_);
        observe();
        for (int k = 0; trajectory_.end == End::running; ++k) {
            if (!converged_.empty()) {
                trajectory_.end = End::converged;
                trajectory_.reason = converged_;
            } else if (k == request_.iterations)
                trajectory_.end = End::finished;
            else if (keepGoing && !keepGoing(k))
                trajectory_.end = End::stopped;
            takeRow(k);
            if (k % Trajectory::rowsPerClock == 0) trajectory_.noteCpuSeconds(threadSeconds() - begun_);
        }
        trajectory_.cpuSeconds = threadSeconds() - begun_;
        trajectory_.remarks = remarks(request_, trajectory_);
        return std::move(trajectory_);
    }

    StepDetail detail() && { return std::move(detail_); }

private:
    /// f, g and ∇y g at the iterate, asked by a second oracle: being watched costs a method nothing.
    void observe() {
        f_ = observer_.f(z_);
        g_ = observer_.g(z_);
    }

    /// Row k: the iterate, then (unless the run has ended) the step from it.
    void takeRow(int k) {
        const Cost cost = oracle_.cost();
        Row row(trajectory_, k == watchedRow_ ? &detail_ : nullptr);
        row.iterate(z_);
        row("f", f_.value);
        row("g", g_.value);
        if (!row.nonFinite().empty())
            diverge(k, row.nonFinite(), std::isfinite(f_.value) ? g_.value : f_.value);  // only at the start
        row("lower_residual", g_.gradient.y.norm());
        note(row, "f_x_norm", f_.gradient.x.norm());
        note(row, "f_y_norm", f_.gradient.y.norm());
        if (trajectory_.end == End::running) advance(k, row);
        row("f_gradients", static_cast<double>(cost.fGradients));
        row("g_gradients", static_cast<double>(cost.gGradients));
        row("hessian_vector_products", static_cast<double>(cost.hessianVectorProducts));
        row("jacobian_vector_products", static_cast<double>(cost.jacobianVectorProducts));
    }

    /// What no method need care for: where it has no value it ends no run.
    static void note(Row& row, std::string_view name, double value) {
        if (std::isfinite(value))
            row(name, value);
        else
            row.missing(name);
    }

    void advance(int k, Row& row) {
        step_(oracle_, z_, row);
        converged_ = row.convergence();
        if (!row.nonFinite().empty())
            return diverge(k, row.nonFinite(), trajectory_.column(row.nonFinite()).back());
        for (Eigen::Index i = 0; i < z_.size(); ++i)
            if (!(std::abs(z_[i]) <= largestCoordinate))
                return diverge(k + 1, trajectory_.variables()[static_cast<std::size_t>(i)], z_[i]);
        observe();
        if (!std::isfinite(f_.value)) return diverge(k + 1, "f", f_.value);
        if (!std::isfinite(g_.value)) return diverge(k + 1, "g", g_.value);
    }

    void diverge(int row, std::string_view quantity, double value) {
        trajectory_.end = End::diverged;
        trajectory_.reason = std::string(quantity) + " is " + inWords(value) + " in row " + std::to_string(row);
    }

    const RunRequest& request_;
    int watchedRow_;
    StepDetail detail_;
    std::string converged_;  ///< why the method has come to its end; empty while it has not
    Oracle oracle_, observer_;
    Step step_;
    Point z_;
    double begun_ = threadSeconds();
    Value f_, g_;
    Trajectory trajectory_;
};

}  // namespace

Trajectory run(const RunRequest& request, const KeepGoing& keepGoing) {
    if (request.recording) return replay(request.problem, *request.recording);
    return Runner(request).run(keepGoing);
}

StepDetail lookClosely(const RunRequest& request, int row, const KeepGoing& keepGoing) {
    if (request.recording) return {};
    Runner runner(request, row);
    runner.run([&](int k) { return k <= row && (!keepGoing || keepGoing(k)); });
    return std::move(runner).detail();
}

}  // namespace bilevel
