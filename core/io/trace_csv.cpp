#include "core/io/trace_csv.h"

#include "core/io/csv_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace bilevel {
namespace {

constexpr std::string_view lineEnd = "\r\n";

std::string number(double value) {
    if (std::isnan(value)) return "nan";
    if (std::isinf(value)) return value > 0 ? "inf" : "-inf";
    std::array<char, 40> text{};
    const auto end =
        std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::general, 17).ptr;
    return {text.data(), end};
}

/// Text for a comment line: nothing in it may begin a line of its own.
std::string oneLine(std::string text) {
    std::ranges::replace_if(
        text, [](char c) { return c == '\n' || c == '\r'; }, ' ');
    return text;
}

bool isCost(std::string_view column) {
    constexpr std::string_view costs[]{"f_gradients", "g_gradients", "hessian_vector_products",
                                       "jacobian_vector_products"};
    return std::ranges::find(costs, column) != std::end(costs);
}

/// The quantities of all runs in order of appearance, those that count costs last.
std::vector<std::string> quantities(std::span<const FinishedRun> runs) {
    std::vector<std::string> all;
    for (const FinishedRun& run : runs) {
        const auto& columns = run.trajectory.columns();
        for (std::size_t i = run.trajectory.variables().size(); i < columns.size(); ++i)
            if (std::ranges::find(all, columns[i]) == all.end()) all.push_back(columns[i]);
    }
    std::stable_partition(all.begin(), all.end(), [](const std::string& column) { return !isCost(column); });
    return all;
}

void comment(std::string& out, const std::string& text) { ((out += "# ") += oneLine(text)) += lineEnd; }

std::string describeRun(const FinishedRun& run) {
    const RunRequest& request = run.request;
    const std::vector<Parameter>& parameters = request.algorithm->parameters;
    const NamedSettings settings = nameSettings(parameters, request.settings);
    std::string text(request.algorithm->id);
    for (const Parameter& p : parameters) {
        const auto& value = settings.at(std::string(p.id));
        const auto* option = std::get_if<std::string>(&value);
        (text += ' ').append(p.id) += '=';
        text += option ? *option : csvField(std::get<double>(value));
    }
    if (request.recording)
        return text + " from " + request.recording->source + "; " + std::to_string(request.recording->rows()) +
               " rows";
    text += "; start";
    for (Eigen::Index i = 0; i < request.start.size(); ++i)
        text += ' ' + request.problem.variables()[static_cast<std::size_t>(i)] + '=' + csvField(request.start[i]);
    text += "; " + std::to_string(request.iterations) + " iterations: " + std::string(name(run.trajectory.end));
    return run.trajectory.reason.empty() ? text : text + ", " + run.trajectory.reason;
}

void writeHead(std::string& out, const Study& study, std::span<const FinishedRun> runs,
               const std::vector<std::string>& columns) {
    std::array<char, 16> hash{};
    const auto end = std::to_chars(hash.data(), hash.data() + hash.size(), contentHash(study), 16).ptr;
    comment(out, "bilevelscope " BILEVELSCOPE_VERSION);
    comment(out, "study " + std::string(hash.data(), end) +
                     (study.problem.name.empty() ? "" : " " + study.problem.name));
    for (std::size_t i = 0; i < runs.size(); ++i)
        comment(out, "run " + std::to_string(i) + ": " + describeRun(runs[i]));
    out += "run,method,iteration";
    for (const std::string& variable : study.problem.variables()) (out += ',') += csvField(variable);
    for (const std::string& column : columns) (out += ',') += csvField(column);
    out += lineEnd;
}

/// f and g are measured in every row, so NaN is their value there; elsewhere it is a gap.
bool isMeasured(std::string_view column) { return column == "f" || column == "g"; }

void writeRows(std::string& out, std::size_t index, const FinishedRun& run,
               const std::vector<std::string>& columns, const RowRange& part) {
    const Trajectory& trajectory = run.trajectory;
    std::vector<std::span<const double>> data;
    data.reserve(columns.size());
    for (const std::string& column : columns) data.push_back(trajectory.column(column));
    const std::string start = std::to_string(index) + ',' + csvField(run.request.algorithm->id) + ',';
    for (int row = std::max(part.first, 0); row < trajectory.rows() && row <= part.last; ++row) {
        const auto k = static_cast<std::size_t>(row);
        (out += start) += std::to_string(trajectory.iterationAt(row));
        for (std::size_t i = 0; i < trajectory.variables().size(); ++i)
            (out += ',') += number(trajectory.coordinate(i)[k]);
        for (std::size_t i = 0; i < columns.size(); ++i) {
            out += ',';
            if (!data[i].empty() && (!std::isnan(data[i][k]) || isMeasured(columns[i]))) out += number(data[i][k]);
        }
        out += lineEnd;
    }
}

}  // namespace

std::string writeTrace(const Study& study, std::span<const FinishedRun> runs, std::span<const RowRange> part) {
    const std::vector<std::string> columns = quantities(runs);
    std::string out;
    writeHead(out, study, runs, columns);
    for (std::size_t i = 0; i < runs.size(); ++i)
        writeRows(out, i, runs[i], columns, i < part.size() ? part[i] : RowRange{});
    return out;
}

std::uint64_t contentHash(const Study& study) {
    std::uint64_t hash = 0xcbf29ce484222325;  // FNV-1a, 64 bits
    for (const char byte : writeStudy(study)) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3;
    return hash;
}

}  // namespace bilevel
