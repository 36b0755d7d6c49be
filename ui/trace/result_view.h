#pragma once

#include "ui/document/document.h"
#include "ui/kit/icon_button.h"
#include "ui/trace/result_model.h"

#include <QSortFilterProxyModel>
#include <QTableView>

namespace bilevel::ui {

/// How all runs ended, side by side. A click on a heading, or S on a cell, sorts; choosing a row selects the run.
/// Ctrl+C copies the rows as CSV, with Shift as Markdown, with Alt as LaTeX: the chosen ones, or all where fewer
/// than two are.
class ResultView : public QWidget {
    Q_OBJECT
public:
    ResultView(Document& document, const Theme& theme, QWidget* parent = nullptr);

    /// Reads the runs again; put off until the table can be seen.
    void refresh();
    QTableView& table() { return *table_; }
    /// The rows that copying takes, in the order in which they are seen.
    ResultTable copied() const;
    void copyCsv() const;
    void copyMarkdown() const;
    void copyLatex() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void build();
    void fitColumns();
    void follow();
    void sortByCurrent();

    Document& document_;
    const Theme& theme_;
    ResultModel model_;
    QSortFilterProxyModel sorted_;
    QTableView* table_;
    bool stale_ = true, following_ = false;
};

}  // namespace bilevel::ui
