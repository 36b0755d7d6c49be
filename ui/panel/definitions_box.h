#pragma once

#include "ui/document/document.h"
#include "ui/formula/formula_edit.h"
#include "ui/formula/math_label.h"
#include "ui/kit/disclosure.h"
#include "ui/kit/message_line.h"
#include "ui/kit/name_edit.h"
#include "ui/panel/merge_key.h"

namespace bilevel::ui {

/// One named sub-expression: name, formula, and the formula typeset.
class DefinitionRow : public QWidget {
    Q_OBJECT
public:
    DefinitionRow(const Theme& theme, int index, QWidget* parent = nullptr);

    NameEdit& name() { return *name_; }
    FormulaEdit& edit() { return *edit_; }
    MathLabel& formula() { return *formula_; }
    /// The study's formula: shown where it is another than before; what is being typed stays otherwise.
    void display(const DefinitionText& definition);
    void setShown(const QString& formula) { shown_ = formula; }
    const QString& shown() const { return shown_; }

Q_SIGNALS:
    void renamed(int index, const QString& name);
    void removed(int index);

private:
    NameEdit* name_;
    FormulaEdit* edit_;
    MathLabel* formula_;
    QString shown_;
};

/// The definitions of the problem. Each may use the variables, the parameters and the definitions above it.
class DefinitionsBox : public QWidget {
    Q_OBJECT
public:
    DefinitionsBox(Document& document, const Theme& theme, QWidget* parent = nullptr);

    DefinitionRow& row(int index) { return *rows_[static_cast<std::size_t>(index)]; }
    void add();

private:
    DefinitionRow* makeRow(int index);
    void refresh();
    void typeset(int index);
    std::optional<Error> take(int index, const QString& formula);
    void rename(int index, const QString& name);
    void remove(int index);
    void apply(const QString& what, Study next);

    Document& document_;
    const Theme& theme_;
    Disclosure* fold_;
    MessageLine* message_;
    std::vector<DefinitionRow*> rows_;
    std::vector<std::string> signature_;
    MergeKey merge_{"definition"};
};

}  // namespace bilevel::ui
