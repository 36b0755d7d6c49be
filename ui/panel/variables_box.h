#pragma once

#include "ui/document/document.h"
#include "ui/kit/disclosure.h"
#include "ui/kit/message_line.h"
#include "ui/kit/name_edit.h"
#include "ui/kit/number_edit.h"
#include "ui/panel/merge_key.h"
#include "ui/panel/study_edits.h"

namespace bilevel::ui {

/// One variable between its bounds: [min] ≤ name ≤ [max].
class VariableRow : public QWidget {
    Q_OBJECT
public:
    explicit VariableRow(const Theme& theme, QWidget* parent = nullptr);

    void display(const std::string& name, const Interval& bounds);
    NameEdit& name() { return *name_; }
    NumberEdit& minimum() { return *minimum_; }
    NumberEdit& maximum() { return *maximum_; }

Q_SIGNALS:
    void renamed(const QString& from, const QString& to);
    void bounded(const QString& name, bilevel::Interval bounds);
    void removed(const QString& name);
    void finished();

private:
    NumberEdit* minimum_;
    NameEdit* name_;
    NumberEdit* maximum_;
    Interval bounds_;
};

/// The variables of both levels: names, bounds, more of them or fewer.
class VariablesBox : public QWidget {
    Q_OBJECT
public:
    VariablesBox(Document& document, const Theme& theme, QWidget* parent = nullptr);

    VariableRow& row(Place level, int index);
    void add(Place level);
    QString message() const { return message_->message(); }

private:
    struct Level {
        Place place;
        QBoxLayout* rows;
        std::vector<VariableRow*> list;
    };
    void build(Level& level, const QString& title);
    VariableRow* makeRow();
    void refresh();
    void refresh(Level& level, const std::vector<std::string>& names);
    void rename(const QString& from, const QString& to);
    void bound(const QString& name, const Interval& bounds);
    void remove(const QString& name);
    void apply(const QString& what, Study next, const QString& merge = {});

    Document& document_;
    const Theme& theme_;
    Disclosure* fold_;
    MessageLine* message_;
    Level upper_{Place::upper, nullptr, {}}, lower_{Place::lower, nullptr, {}};
    MergeKey merge_{"bounds"};
};

}  // namespace bilevel::ui
