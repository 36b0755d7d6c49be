#pragma once

#include "core/record/step_detail.h"
#include "core/record/trajectory.h"

namespace bilevel {

/// Writes one row of a trajectory: row("lambda", 0.3), row("inner", y). Whatever is named here can be plotted,
/// exported and compared; no view knows a name in advance. Allocates only when a column appears or the table
/// outgrows what was reserved.
class Row {
public:
    /// `detail`: where to put what is seen of this step alone; nullptr for a step like any other.
    explicit Row(Trajectory& trajectory, StepDetail* detail = nullptr);
    ~Row();
    Row(const Row&) = delete;
    Row& operator=(const Row&) = delete;

    void operator()(std::string_view name, double value);
    /// The iterate itself: the first columns of every table.
    void iterate(const Point& z);
    /// A quantity that has no value here (a cosine with a zero vector): a gap.
    void missing(std::string_view name);
    /// Over all variables: columns name_x, name_y, …
    void operator()(std::string_view name, const Point& vector);
    /// Over the lower variables.
    void lower(std::string_view name, const Vector& vector);
    /// Over the upper variables.
    void upper(std::string_view name, const Vector& vector);

    /// The method's own stopping rule holds after this step: `why` is one sentence.
    void converged(std::string why) { converged_ = std::move(why); }
    /// Empty while the run goes on.
    const std::string& convergence() const { return converged_; }

    // Only of a step that is looked at closely.

    /// Where to note the places that lower variables go through; nullptr where nobody looks.
    std::vector<Vector>* lowerPath(std::string_view id);
    void arrow(std::string_view id, const Point& vector);
    void halfSpace(std::string_view id, const Point& normal, double offset, const Point& chosen);

    /// Name of the first quantity of this row that was written and is not finite; empty when all are.
    std::string_view nonFinite() const;

private:
    std::size_t columnOf(std::string_view name, std::string_view variable);
    void component(std::string_view name, std::size_t variable, double value);
    void write(std::size_t column, double value);

    Trajectory& trajectory_;
    StepDetail* detail_;
    std::string converged_;
    std::size_t expected_ = 0;   ///< algorithms write in the same order every time, so look here first
    std::size_t nonFinite_ = 0;  ///< column of it, plus one; 0 for none
};

}  // namespace bilevel
