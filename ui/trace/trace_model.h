#pragma once

#include "ui/document/run_view.h"
#include "ui/kit/theme.h"

#include <QAbstractTableModel>

namespace bilevel::ui {

/// One run as a table: a row per iteration; the iteration, then every column the run recorded. Looks numbers up
/// when asked, so that length costs nothing.
class TraceModel : public QAbstractTableModel {
    Q_OBJECT
public:
    explicit TraceModel(const Theme& theme, QObject* parent = nullptr)
        : QAbstractTableModel(parent), theme_(theme) {}

    /// A run of the same shape only changes the numbers: selection and scroll position stay.
    void show(RunView run);
    const RunView& run() const { return run_; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// The name of a column in files.
    QString name(int column) const;
    /// Seventeen digits where needed; empty where there is no value.
    QString exact(int row, int column) const;

private:
    struct Column {
        QString name, heading, meaning;
        std::span<const double> values;
    };
    static std::vector<Column> columnsOf(const RunView& run);
    double value(int row, int column) const;
    QString iterationText(int row) const;

    const Theme& theme_;
    RunView run_;
    std::vector<Column> columns_;
};

}  // namespace bilevel::ui
