#include "core/record/row.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace bilevel {
namespace {

constexpr double gap = std::numeric_limits<double>::quiet_NaN();

/// Is `column` the name of this component? Compared in parts, so that recording builds no strings.
bool names(std::string_view column, std::string_view name, std::string_view variable) {
    if (variable.empty()) return column == name;
    return column.size() == name.size() + 1 + variable.size() && column.starts_with(name) &&
           column[name.size()] == '_' && column.ends_with(variable);
}

}  // namespace

Row::Row(Trajectory& trajectory, StepDetail* detail) : trajectory_(trajectory), detail_(detail) {
    ++trajectory_.rows_;
}

Row::~Row() {
    for (auto& column : trajectory_.data_) column.resize(static_cast<std::size_t>(trajectory_.rows_), gap);
}

std::size_t Row::columnOf(std::string_view name, std::string_view variable) {
    auto& all = trajectory_.names_;
    const auto isIt = [&](const std::string& column) { return names(column, name, variable); };
    const auto firstQuantity =
        static_cast<std::ptrdiff_t>(trajectory_.variables_.size());  // a variable may be called lambda
    std::size_t column = std::max(expected_, trajectory_.variables_.size());
    if (column >= all.size() || !isIt(all[column])) {
        column =
            static_cast<std::size_t>(std::find_if(all.begin() + firstQuantity, all.end(), isIt) - all.begin());
        if (column == all.size()) {
            all.emplace_back(name);
            if (!variable.empty()) (all.back() += '_') += variable;
            trajectory_.data_.emplace_back().reserve(static_cast<std::size_t>(trajectory_.expectedRows_));
        }
    }
    expected_ = column + 1;
    return column;
}

void Row::write(std::size_t column, double value) {
    auto& data = trajectory_.data_[column];
    const auto row = static_cast<std::size_t>(trajectory_.rows_ - 1);
    if (data.size() <= row)
        data.resize(row, gap), data.push_back(value);
    else
        data[row] = value;
    if (!std::isfinite(value) && nonFinite_ == 0) nonFinite_ = column + 1;
}

std::string_view Row::nonFinite() const {
    return nonFinite_ == 0 ? std::string_view() : trajectory_.names_[nonFinite_ - 1];
}

void Row::operator()(std::string_view name, double value) { write(columnOf(name, {}), value); }

void Row::iterate(const Point& z) {
    for (Eigen::Index i = 0; i < z.size(); ++i) write(static_cast<std::size_t>(i), z[i]);
}

void Row::missing(std::string_view name) { columnOf(name, {}); }

void Row::component(std::string_view name, std::size_t variable, double value) {
    write(columnOf(name, trajectory_.variables_[variable]), value);
}

void Row::operator()(std::string_view name, const Point& vector) {
    upper(name, vector.x);
    lower(name, vector.y);
}

void Row::upper(std::string_view name, const Vector& vector) {
    for (Eigen::Index i = 0; i < vector.size(); ++i) component(name, static_cast<std::size_t>(i), vector[i]);
}

void Row::lower(std::string_view name, const Vector& vector) {
    const std::size_t first = trajectory_.variables_.size() - static_cast<std::size_t>(vector.size());
    for (Eigen::Index j = 0; j < vector.size(); ++j)
        component(name, first + static_cast<std::size_t>(j), vector[j]);
}

std::vector<Vector>* Row::lowerPath(std::string_view id) {
    return detail_ == nullptr ? nullptr : &detail_->paths.emplace_back(StepDetail::Path{id, {}}).y;
}

void Row::arrow(std::string_view id, const Point& vector) {
    if (detail_ != nullptr) detail_->arrows.push_back({id, vector});
}

void Row::halfSpace(std::string_view id, const Point& normal, double offset, const Point& chosen) {
    if (detail_ != nullptr) detail_->halfSpaces.push_back({id, normal, offset, chosen});
}

}  // namespace bilevel
