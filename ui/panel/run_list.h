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

/// The runs: legend, switches and live table in one. The second column is the first measure of convergence that
/// they record. Everything that is done to the list is one named step to undo.
class RunList : public QWidget {
    Q_OBJECT
public:
    RunList(Document& document, Player& player, const Theme& theme, QWidget* parent = nullptr);

    int count() const { return static_cast<int>(rows_.size()); }
    RunRow& row(int index) { return *rows_[static_cast<std::size_t>(index)]; }
    NumberEdit& iterations() { return *iterations_; }
    Document& document() { return document_; }
    /// With the settings of a preset, or the method's defaults.
    void add(const Algorithm& algorithm, const Preset* preset = nullptr);
    void duplicate(int index);
    void remove(int index);
    /// To another place; nothing where there is none.
    void moveRun(int index, int place);
    /// An empty label: called after its method again.
    void rename(int index, const QString& label);
    void setColour(int index, int colour);
    void setMarker(int index, int marker);
    void setVisible(int index, bool visible);
    using QWidget::setVisible;
    /// A start of its own begins where the others start.
    void setOwnStart(int index, bool own);
    /// The card of its method, see showMethodCard.
    void showMethod(int index);

private:
    QLayout* head();
    QLayout* foot();
    RunRow* makeRow(int index);
    void showMenu(int index, QPoint globalPlace);
    void drag(QPoint globalPlace);
    static StudyRun& runOf(Study& study, int index) { return study.runs[static_cast<std::size_t>(index)]; }
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
    MergeKey merge_{"iterations"}, drag_{"move run"};
    int dragged_ = -1;  ///< where the run is that the mouse holds
};

}  // namespace bilevel::ui
