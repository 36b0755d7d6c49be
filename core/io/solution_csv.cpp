#include "core/io/solution_csv.h"

#include "core/io/csv_text.h"

namespace bilevel {
namespace {

constexpr std::string_view lineEnd = "\r\n";
constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

void addRow(std::string& csv, int ny, const SolutionColumn& column) {
    const bool solved = column.level.solved() && column.f.optimisticY.size() == ny;
    csv += csvField(column.x);
    for (int j = 0; j < ny; ++j) csv += ',' + csvField(solved ? column.f.optimisticY[j] : nothing);
    for (const double value : {solved ? column.f.optimistic : nothing, solved ? column.f.pessimistic : nothing,
                               solved ? column.level.minimum() : nothing})
        csv += ',' + csvField(value);
    csv += ',' + (solved ? std::to_string(column.level.global) : std::string());
    ((csv += ',') += csvField(name(column.level.kind))) += lineEnd;
}

}  // namespace

std::string solutionCsv(const Problem& problem, int upper, const SolutionCurve& curve) {
    const ProblemText& text = problem.text();
    std::string csv = csvField(text.upperVariables[static_cast<std::size_t>(upper)]);
    for (const std::string& variable : text.lowerVariables) (csv += ',') += csvField(variable);
    (csv += ",F,F_pessimistic,g_min,solutions,lower_level") += lineEnd;
    for (const SolutionColumn& column : curve.columns) addRow(csv, problem.ny(), column);
    return csv;
}

}  // namespace bilevel
