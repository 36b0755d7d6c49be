#pragma once

#include "ui/document/document.h"
#include "ui/kit/disclosure.h"
#include "ui/kit/icon_button.h"
#include "ui/kit/message_line.h"
#include "ui/kit/name_edit.h"
#include "ui/kit/number_edit.h"
#include "ui/kit/slider.h"
#include "ui/panel/merge_key.h"

namespace bilevel::ui {

/// One named number of a problem: name, slider, value; behind the dots the slider's range, and the way out.
class ParameterRow : public QWidget {
    Q_OBJECT
public:
    ParameterRow(const Theme& theme, int index, QWidget* parent = nullptr);

    void display(const ParameterText& parameter);
    NameEdit& name() { return *name_; }
    Slider& slider() { return *slider_; }
    NumberEdit& value() { return *value_; }

Q_SIGNALS:
    void renamed(int index, const QString& name);
    void changed(int index, bilevel::ParameterText next);
    void removed(int index);
    void dragging(bool on);
    void finished();

private:
    void changeTo(ParameterText next);

    int index_;
    ParameterText parameter_;
    NameEdit* name_;
    Slider* slider_;
    NumberEdit *value_, *minimum_, *maximum_;
};

/// The parameters of the problem, as sliders.
class ParametersBox : public QWidget {
    Q_OBJECT
public:
    ParametersBox(Document& document, const Theme& theme, QWidget* parent = nullptr);

    ParameterRow& row(int index) { return *rows_[static_cast<std::size_t>(index)]; }
    void add();

private:
    ParameterRow* makeRow(int index);
    void refresh();
    void rename(int index, const QString& name);
    void change(int index, const ParameterText& next);
    void remove(int index);
    void apply(const QString& what, Study next, const QString& merge = {});

    Document& document_;
    const Theme& theme_;
    Disclosure* fold_;
    MessageLine* message_;
    std::vector<ParameterRow*> rows_;
    MergeKey merge_{"parameter"};
};

}  // namespace bilevel::ui
