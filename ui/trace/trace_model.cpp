#include "ui/trace/trace_model.h"

#include "ui/kit/number_text.h"
#include "ui/trace/chart_plan.h"

#include <algorithm>
#include <cmath>

namespace bilevel::ui {
namespace {

QString text(std::string_view utf8) { return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size())); }

/// Of a vector's column, "inner_y", the term of the vector and the variable.
std::pair<const Term*, std::string_view> componentOf(const RunView& run, std::string_view column) {
    for (const std::string& variable : run.trajectory->variables())
        if (column.size() > variable.size() + 1 && column.ends_with("_" + variable))
            if (const Term* const term = termOf(run, column.substr(0, column.size() - variable.size() - 1)))
                return {term, variable};
    return {nullptr, {}};
}

/// A whole number as it is; else digits that stay in place from row to row.
QString cellText(double value) {
    if (std::abs(value) < 1e15 && value == std::trunc(value)) return numberText(value, 15);
    return liveText(value, 6);
}

}  // namespace

std::vector<TraceModel::Column> TraceModel::columnsOf(const RunView& run) {
    std::vector<Column> columns;
    if (!run.trajectory) return columns;
    const std::size_t variables = run.trajectory->variables().size();
    const auto& names = run.trajectory->columns();
    for (std::size_t i = 0; i < names.size(); ++i) {
        Column column{text(names[i]), text(names[i]), {}, {}};
        column.values = i < variables ? run.trajectory->coordinate(i) : run.trajectory->column(names[i]);
        if (i < variables) {
            column.meaning = tr("variable %1 of the iterate").arg(column.name);
        } else if (const Term* const term = termOf(run, names[i])) {
            column.heading = text(term->symbol);
            column.meaning = text(term->meaning);
        } else if (const auto [vector, variable] = componentOf(run, names[i]); vector) {
            column.heading = QStringLiteral("%1 [%2]").arg(text(vector->symbol), text(variable));
            column.meaning = tr("%1; component %2").arg(text(vector->meaning), text(variable));
        }
        columns.push_back(std::move(column));
    }
    return columns;
}

void TraceModel::show(RunView run) {
    std::vector<Column> columns = columnsOf(run);
    const int rows = run.trajectory ? run.trajectory->rows() : 0;
    const bool sameShape =
        rows == rowCount() && std::ranges::equal(columns, columns_, {}, &Column::name, &Column::name);
    if (!sameShape) beginResetModel();
    run_ = std::move(run);
    columns_ = std::move(columns);
    if (!sameShape)
        endResetModel();
    else if (rows > 0)
        Q_EMIT dataChanged(index(0, 0), index(rows - 1, columnCount() - 1));
}

int TraceModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !run_.trajectory ? 0 : run_.trajectory->rows();
}

int TraceModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() || !run_.trajectory ? 0 : static_cast<int>(columns_.size()) + 1;
}

double TraceModel::value(int row, int column) const {
    return columns_[static_cast<std::size_t>(column - 1)].values[static_cast<std::size_t>(row)];
}

QString TraceModel::name(int column) const {
    return column == 0 ? QStringLiteral("iteration") : columns_[static_cast<std::size_t>(column - 1)].name;
}

QString TraceModel::iterationText(int row) const { return QString::number(run_.trajectory->iterationAt(row)); }

QString TraceModel::exact(int row, int column) const {
    if (column == 0) return iterationText(row);
    const double number = value(row, column);
    return std::isnan(number) ? QString() : exactText(number);
}

QVariant TraceModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const int row = index.row(), column = index.column();
    switch (role) {
        case Qt::DisplayRole:
            return column == 0 ? iterationText(row) : cellText(value(row, column));
        case Qt::ToolTipRole:
            return column == 0 ? QVariant() : name(column) + " = " + exact(row, column);
        case Qt::TextAlignmentRole:
            return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
        case Qt::FontRole:
            return theme_.mono(12);
        case Qt::ForegroundRole:
            return column == 0 ? theme_.ink3 : theme_.ink;
        default:
            return {};
    }
}

QVariant TraceModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) return {};
    const Column* const column = section > 0 ? &columns_[static_cast<std::size_t>(section - 1)] : nullptr;
    switch (role) {
        case Qt::DisplayRole:
            return column ? column->heading : QStringLiteral("k");
        case Qt::ToolTipRole:
            return column ? QStringLiteral("%1 (%2)").arg(column->meaning, column->name) : tr("iteration");
        case Qt::TextAlignmentRole:
            return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
        case Qt::FontRole:
            return theme_.math(15);
        default:
            return {};
    }
}

}  // namespace bilevel::ui
