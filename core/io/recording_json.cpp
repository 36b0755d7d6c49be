#include "core/io/recording_json.h"

#include "core/io/study.h"

#include <cmath>
#include <limits>

namespace bilevel {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double gap = std::numeric_limits<double>::quiet_NaN();

Json spell(double value) { return std::isnan(value) ? Json(nullptr) : jsonNumber(value); }

Json spell(const std::vector<Recording::Column>& columns) {
    Json object = Json::object();
    for (const Recording::Column& column : columns) {
        Json list = Json::array();
        for (const double value : column.values) list.push_back(spell(value));
        object[column.name] = std::move(list);
    }
    return object;
}

double readNumber(const Part& part) {
    if (part.isNull()) return gap;
    if (part.value() == "inf") return infinity;
    if (part.value() == "-inf") return -infinity;
    return part.number();
}

std::vector<Recording::Column> readColumns(const Part& part) {
    std::vector<Recording::Column> columns;
    for (const auto& [name, list] : part.members()) {
        columns.push_back({name, {}});
        for (const Part& element : list.elements()) columns.back().values.push_back(readNumber(element));
    }
    return columns;
}

void checkLengths(const Part& part, const std::vector<Recording::Column>& columns, int rows) {
    for (const Recording::Column& column : columns)
        if (static_cast<int>(column.values.size()) != rows)
            part.require(column.name)
                .wrong("has " + std::to_string(column.values.size()) + " numbers, but the first variable has " +
                       std::to_string(rows));
}

void checkIterations(const Part& part, const std::vector<double>& iterations) {
    double before = -1;
    for (const double k : iterations) {
        if (!(k > before && k <= maximumIterations && k == std::floor(k)))
            return part.wrong("must be whole numbers that increase, from 0 to " +
                              std::to_string(maximumIterations));
        before = k;
    }
}

void checkSeconds(const Part& part, const std::vector<double>& seconds) {
    double before = 0;
    for (const double now : seconds) {
        if (!(now >= before && now < infinity))
            return part.wrong("must not fall from row to row, and begin at 0 or later");
        before = now;
    }
}

}  // namespace

Json spellRecording(const Recording& recording) {
    return {{"source", recording.source},
            {"variables", spell(recording.variables)},
            {"columns", spell(recording.columns)}};
}

Recording readRecording(const Part& part) {
    Recording recording;
    if (const auto source = part.find("source")) recording.source = source->text();
    const Part variables = part.require("variables");
    recording.variables = readColumns(variables);
    if (recording.rows() == 0) variables.wrong("must have at least one row");
    checkLengths(variables, recording.variables, recording.rows());
    if (const auto columns = part.find("columns")) {
        recording.columns = readColumns(*columns);
        checkLengths(*columns, recording.columns, recording.rows());
        if (const auto* iterations = recording.column("iteration"))
            checkIterations(columns->require("iteration"), *iterations);
        if (const auto* seconds = recording.column("seconds")) checkSeconds(columns->require("seconds"), *seconds);
    }
    return recording;
}

}  // namespace bilevel
