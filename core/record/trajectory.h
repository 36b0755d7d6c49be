#pragma once

#include "core/problem/point.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace bilevel {

/// Why a run ended.
enum class End {
    running,
    finished,   ///< all iterations done
    converged,  ///< a stopping rule held
    diverged,   ///< a non-finite or over-range quantity
    stopped,    ///< by the user
    recorded,   ///< nothing ran: it was recorded elsewhere
};
std::string_view name(End end);

/// Everything a run recorded: one row per iteration, one named column per quantity.
///
/// Row k holds iterate k and the diagnostics of the step taken from it; the last row has no step. Columns appear
/// when somebody first writes to them; a gap reads as NaN. A vector recorded as "inner" is the columns "inner_y1",
/// "inner_y2", …
class Trajectory {
public:
    explicit Trajectory(std::vector<std::string> variables = {}, int expectedRows = 0);

    int rows() const { return rows_; }
    const std::vector<std::string>& variables() const& { return variables_; }
    void variables() && = delete;
    const std::vector<std::string>& columns() const& { return names_; }
    void columns() && = delete;
    /// The quantity of that name, rows() values; empty when there is none. Variables are found by name too, unless
    /// a quantity is called the same.
    std::span<const double> column(std::string_view name) const&;
    /// Variable i over the iterations, in declaration order, whatever it is called.
    std::span<const double> coordinate(std::size_t i) const& { return data_[i]; }
    void coordinate(std::size_t) && = delete;
    /// Row k as a point with nx upper variables.
    Point iterate(int row, int nx) const;
    std::span<const double> column(std::string_view name) && = delete;

    /// Which iteration row k is: k itself, unless a recording left some out.
    int iterationAt(int row) const {
        return iterations_.empty() ? row : iterations_[static_cast<std::size_t>(row)];
    }
    bool leavesIterationsOut() const { return !iterations_.empty(); }
    /// Increasing, from 0 up, one for each row that there will be.
    void setIterations(std::vector<int> iterations);

    /// Appends a column of rows() values, or replaces the one of that name: what was computed after the run.
    void add(std::string_view name, std::vector<double> values);

    End end = End::running;
    std::string reason;                ///< one sentence where the run diverged or converged, else empty
    double cpuSeconds = 0;             ///< of the whole run, recording included
    std::vector<std::string> remarks;  ///< sentences: assumptions of the method that do not hold on this problem

    /// Is it known how long it took?
    bool isTimed() const { return end != End::recorded || cpuSeconds > 0; }
    /// CPU time up to row k, recording included; measured every few rows and shared out between them.
    double cpuSecondsAt(int row) const;
    /// Rows between two readings: asking the clock costs as much as a cheap step.
    static constexpr int rowsPerClock = 16;
    void noteCpuSeconds(double seconds) { clock_.emplace_back(rows_ - 1, seconds); }

private:
    friend class Row;
    std::vector<std::string> variables_, names_;
    std::vector<std::vector<double>> data_;
    std::vector<int> iterations_;                ///< empty: every row is one
    std::vector<std::pair<int, double>> clock_;  ///< (row, seconds), increasing
    int rows_ = 0, expectedRows_ = 0;
};

}  // namespace bilevel
