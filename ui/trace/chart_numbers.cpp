#include "ui/trace/chart_numbers.h"

#include "core/io/csv_text.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

namespace bilevel::ui {
namespace {

struct Column {
    std::string name;
    std::function<double(std::size_t)> value;
    std::pair<int, int> rows;
};

std::vector<Column> columnsOf(const ChartContent& content, double first, double last) {
    std::vector<Column> columns;
    std::vector<const Trajectory*> withCosts;
    for (const std::vector<ChartLine>& lines : {content.flags, content.lines})
        for (std::size_t i = lines.size(); i-- > 0;) {  // what is drawn last comes first
            const ChartLine& line = lines[i];
            const std::string label = ' ' + line.run.label.toStdString();
            const std::pair<int, int> rows = rowsWithin(line.run, first, last);
            const Trajectory* const trajectory = line.run.trajectory.get();
            if (line.run.costs && std::ranges::find(withCosts, trajectory) == withCosts.end()) {
                withCosts.push_back(trajectory);
                columns.push_back({std::string(id(content.time.clock.pace.measure)) + label,
                                   [costs = line.run.costs](std::size_t k) { return (*costs)[k]; }, rows});
            }
            columns.push_back({std::string(line.term->id) + label,
                               [values = line.values](std::size_t k) { return values[k]; }, rows});
        }
    return columns;
}

}  // namespace

std::pair<int, int> rowsWithin(const RunView& run, double first, double last) {
    const int end = run.trajectory->rows() - 1;
    if (!run.costs)
        return {std::max(0, static_cast<int>(std::ceil(first))),
                std::min(end, static_cast<int>(std::min(std::floor(last), static_cast<double>(end))))};
    const auto& costs = *run.costs;
    const auto from = std::ranges::lower_bound(costs, first), to = std::ranges::upper_bound(costs, last);
    return {static_cast<int>(from - costs.begin()), static_cast<int>(to - costs.begin()) - 1};
}

std::string chartNumbers(const ChartContent& content, double first, double last) {
    const std::vector<Column> columns = columnsOf(content, first, last);
    std::string csv = "iteration";
    int from = std::numeric_limits<int>::max(), to = -1;
    for (const Column& column : columns) {
        csv += ',' + csvField(column.name);
        if (column.rows.first > column.rows.second) continue;
        from = std::min(from, column.rows.first);
        to = std::max(to, column.rows.second);
    }
    csv += "\r\n";
    for (int row = from; row <= to; ++row) {
        csv += std::to_string(row);
        for (const Column& column : columns) {
            const bool shown = row >= column.rows.first && row <= column.rows.second;
            csv += ',' + (shown ? csvField(column.value(static_cast<std::size_t>(row))) : std::string());
        }
        csv += "\r\n";
    }
    return csv;
}

}  // namespace bilevel::ui
