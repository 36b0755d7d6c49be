#pragma once

#include "ui/document/run_view.h"
#include "ui/kit/theme.h"

#include <QAbstractTableModel>

namespace bilevel::ui {

/// Certificates side by side: a row per thing that is said, a column per point: first the one under the mouse,
/// then where each run ended.
class CertificateModel : public QAbstractTableModel {
    Q_OBJECT
public:
    explicit CertificateModel(const Theme& theme, QObject* parent = nullptr)
        : QAbstractTableModel(parent), theme_(theme) {}

    void show(const std::vector<RunView>& runs);
    /// The point under the mouse; nullptr: there is none.
    void showPoint(CertificatePtr certificate);
    /// Of a column; nullptr where it has none yet.
    const Certificate* certificateAt(int column) const;
    /// Which of the runs given to show() a column is about; −1 for the point under the mouse.
    int runAt(int column) const;
    static constexpr int pointColumn = 0;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Column {
        QString title;
        CertificatePtr certificate;
        int run = -1;
    };
    const Theme& theme_;
    std::vector<Column> columns_{{tr("Under the mouse"), nullptr, -1}};
};

/// "bilevel stationary", "wrong branch", …
QString verdictText(Verdict verdict);

}  // namespace bilevel::ui
