#pragma once

#include "core/record/trajectory.h"

namespace bilevel {

/// Writes one row of a trajectory: row("lambda", 0.3), row("inner", y). Whatever is named here can be plotted, exported and
/// compared; no view knows a name in advance. Allocates only when a column appears or the table outgrows what was reserved.
class Row {
public:
    explicit Row(Trajectory& trajectory);
    ~Row();
    Row(const Row&) = delete;
    Row& operator=(const Row&) = delete;

    void operator()(std::string_view name, double value);
    /// Over all variables: columns name_x, name_y, …
    void operator()(std::string_view name, const Point& vector);
    /// Over the lower variables.
    void lower(std::string_view name, const Vector& vector);
    /// Over the upper variables.
    void upper(std::string_view name, const Vector& vector);

private:
    void component(std::string_view name, std::size_t variable, double value);
    void write(std::size_t column, double value);

    Trajectory& trajectory_;
    std::size_t expected_ = 0;  ///< algorithms write in the same order every time, so look here first
};

}  // namespace bilevel
