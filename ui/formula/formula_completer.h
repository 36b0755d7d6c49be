#pragma once

#include "ui/kit/theme.h"

#include <QCompleter>

#include <vector>

class QStandardItemModel;

namespace bilevel::ui {

/// A word that may be typed in a formula.
struct FormulaWord {
    QString name;
    QString meaning;
    bool function = false;
    friend bool operator==(const FormulaWord&, const FormulaWord&) = default;
};

/// Every function of the grammar and the numbers that have names.
std::vector<FormulaWord> formulaFunctions();

/// The list that pops up under a formula: what could be meant, and what it means.
class FormulaCompleter : public QCompleter {
    Q_OBJECT
public:
    FormulaCompleter(const Theme& theme, QWidget* editor);

    void setWords(const std::vector<FormulaWord>& words);
    /// Shows what begins with `prefix` at `place` of the editor; nothing where that is all or nothing.
    void offer(const QString& prefix, const QRect& place);

Q_SIGNALS:
    void chosen(const QString& name, bool function);

private:
    const Theme& theme_;
    QStandardItemModel* words_;
};

}  // namespace bilevel::ui
