#include "core/record/recording.h"

#include <algorithm>
#include <bit>
#include <cstdint>

namespace bilevel {
namespace {

using Columns = std::vector<Recording::Column>;

const std::vector<double>* find(const Columns& columns, std::string_view name) {
    const auto it = std::ranges::find(columns, name, &Recording::Column::name);
    return it == columns.end() ? nullptr : &it->values;
}

bool same(const Columns& a, const Columns& b) {
    const auto bits = [](double value) { return std::bit_cast<std::uint64_t>(value); };
    return std::ranges::equal(a, b, [&](const Recording::Column& p, const Recording::Column& q) {
        return p.name == q.name && std::ranges::equal(p.values, q.values, {}, bits, bits);
    });
}

}  // namespace

std::size_t Recording::size() const {
    return (variables.size() + columns.size()) * static_cast<std::size_t>(rows());
}

const std::vector<double>* Recording::variable(std::string_view name) const { return find(variables, name); }

const std::vector<double>* Recording::column(std::string_view name) const { return find(columns, name); }

bool operator==(const Recording& a, const Recording& b) {
    return a.source == b.source && same(a.variables, b.variables) && same(a.columns, b.columns);
}

}  // namespace bilevel
