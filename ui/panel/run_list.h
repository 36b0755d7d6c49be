#pragma once

#include "ui/document/document.h"
#include "ui/document/player.h"
#include "ui/formula/symbol_label.h"
#include "ui/kit/icon_button.h"
#include "ui/kit/message_line.h"
#include "ui/kit/number_edit.h"
#include "ui/panel/merge_key.h"
#include "ui/panel/run_row.h"

#include <QVBoxLayout>

#include <string>

namespace bilevel::ui {

/// The methods that run: legend, switches and live table in one. The second column is the first measure of
/// convergence that the runs record.
class RunList : public QWidget {
    Q_OBJECT
public:
    RunList(Document& document, Player& player, const Theme& theme, QWidget* parent = nullptr);

    int count() const { return static_cast<int>(rows_.size()); }
    RunRow& row(int index) { return *rows_[static_cast<std::size_t>(index)]; }
    NumberEdit& iterations() { return *iterations_; }
    void add(const Algorithm& algorithm);
    void duplicate(int index);
    void remove(int index);
    void setVisible(int index, bool visible);
    using QWidget::setVisible;

private:
    QLayout* head();
    QLayout* foot();
    RunRow* makeRow(int index);
    void refresh();
    void refreshValues();
    void chooseMeasure();
    void takeIterations(double value);
    void apply(const QString& what, Study next, const QString& merge = {});

    Document& document_;
    Player& player_;
    const Theme& theme_;
    SymbolLabel* measure_;
    QVBoxLayout* list_;
    IconButton* add_;
    NumberEdit* iterations_;
    MessageLine* message_;
    std::vector<RunRow*> rows_;
    std::string measureId_, measureSymbol_;
    MergeKey merge_{"iterations"};
};

}  // namespace bilevel::ui
