#include "core/io/result_table.h"

#include "core/io/csv_text.h"
#include "core/io/latex_text.h"
#include "core/record/measure.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <iterator>
#include <limits>

namespace bilevel {
namespace {

using Cell = ResultTable::Cell;
using RowOfCells = std::vector<Cell>;

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

Cell number(double value) { return {{}, value, false}; }
Cell words(std::string text) { return {std::move(text), nothing, true}; }

double lastKnown(std::span<const double> values) {
    const auto last =
        std::find_if(values.rbegin(), values.rend(), [](double value) { return !std::isnan(value); });
    return last == values.rend() ? nothing : *last;
}

std::string endOf(const Trajectory& trajectory) {
    const std::string how(name(trajectory.end));
    return trajectory.reason.empty() ? how : how + ": " + trajectory.reason;
}

RowOfCells rowOf(const NamedRun& run) {
    const Trajectory& t = *run.trajectory;
    RowOfCells row{words(run.name)};
    for (std::size_t i = 0; i < t.variables().size(); ++i) row.push_back(number(t.coordinate(i).back()));
    const bool counted = !t.column("f_gradients").empty() || !t.column("g_gradients").empty();
    const double gradients = counted ? costs(t, Measure::gradients).back() : nothing;
    for (const double value :
         {lastKnown(t.column("f")), lastKnown(t.column("q_hat")),
          run.certificate ? run.certificate->lowerGap : nothing, static_cast<double>(t.iterationAt(t.rows() - 1)),
          gradients, costs(t, Measure::products).back() - gradients, t.isTimed() ? t.cpuSeconds : nothing})
        row.push_back(number(value));
    row.push_back(words(run.certificate ? std::string(id(run.certificate->verdict)) : ""));
    row.push_back(words(endOf(t)));
    return row;
}

/// Six digits: what a reader wants of a number.
std::string spelt(double value) {
    if (!std::isfinite(value)) return csvField(value);
    char text[40];
    return {text, std::to_chars(text, text + sizeof text, value, std::chars_format::general, 6).ptr};
}

std::string markdownField(const std::string& text) {
    std::string safe;
    for (const char c : text) (c == '|' ? safe += '\\' : safe) += c;
    return safe;
}

/// 1.5e-12 as a formula, for a hyphen is no minus.
std::string latexNumber(double value) {
    std::string text = spelt(value);
    if (text.empty()) return text;
    if (std::isinf(value)) return value > 0 ? "$\\infty$" : "$-\\infty$";
    const auto exponent = text.find('e');
    if (exponent != std::string::npos) {
        const int power = std::atoi(text.c_str() + exponent + 1);
        text = text.substr(0, exponent) + " \\cdot 10^{" + std::to_string(power) + '}';
    }
    return '$' + text + '$';
}

std::string latexRow(const std::vector<std::string>& cells) {
    std::string row;
    for (const std::string& cell : cells) row += (row.empty() ? "  " : " & ") + cell;
    return row + " \\\\\n";
}

}  // namespace

ResultTable tabulate(std::span<const NamedRun> runs) {
    ResultTable table;
    if (runs.empty()) return table;
    table.columns = {"run"};
    for (const std::string& variable : runs.front().trajectory->variables()) table.columns.push_back(variable);
    for (const char* column :
         {"f", "q_hat", "true_gap", "iterations", "gradients", "products", "seconds", "verdict", "end"})
        table.columns.emplace_back(column);
    for (const NamedRun& run : runs) table.rows.push_back(rowOf(run));
    return table;
}

std::string toCsv(const ResultTable& table) {
    std::string csv;
    const auto add = [&](std::size_t column, const std::string& field) {
        csv += (column > 0 ? "," : "") + csvField(field) + (column + 1 == table.columns.size() ? "\r\n" : "");
    };
    for (std::size_t i = 0; i < table.columns.size(); ++i) add(i, table.columns[i]);
    for (const RowOfCells& row : table.rows)
        for (std::size_t i = 0; i < row.size(); ++i) add(i, row[i].isText ? row[i].text : csvField(row[i].number));
    return csv;
}

std::string toMarkdown(const ResultTable& table) {
    if (table.columns.empty()) return {};
    std::string head = "|", rule = "|", body;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        head += ' ' + markdownField(table.columns[i]) + " |";
        rule += table.rows.front()[i].isText ? " --- |" : " ---: |";
    }
    for (const RowOfCells& row : table.rows) {
        body += '|';
        for (const Cell& cell : row)
            body += ' ' + (cell.isText ? markdownField(cell.text) : spelt(cell.number)) + " |";
        body += '\n';
    }
    return head + '\n' + rule + '\n' + body;
}

std::string toLatex(const ResultTable& table) {
    if (table.columns.empty()) return {};
    std::string columns, body;
    for (const Cell& cell : table.rows.front()) columns += cell.isText ? 'l' : 'r';
    std::vector<std::string> head;
    std::ranges::transform(table.columns, std::back_inserter(head), latexText);
    for (const RowOfCells& row : table.rows) {
        std::vector<std::string> cells;
        for (const Cell& cell : row)
            cells.push_back(cell.isText ? latexText(cell.text) : latexNumber(cell.number));
        body += latexRow(cells);
    }
    return "\\begin{tabular}{" + columns + "}\n" + "  \\hline\n" + latexRow(head) + "  \\hline\n" + body +
           "  \\hline\n\\end{tabular}\n";
}

}  // namespace bilevel
