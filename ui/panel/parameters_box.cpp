#include "ui/panel/parameters_box.h"

#include "ui/kit/label.h"
#include "ui/panel/rows.h"
#include "ui/panel/study_edits.h"

#include <QHBoxLayout>

#include <algorithm>
#include <utility>

namespace bilevel::ui {

ParameterRow::ParameterRow(const Theme& theme, int index, QWidget* parent)
    : QWidget(parent),
      index_(index),
      name_(new NameEdit(theme, tr("Name of the parameter"))),
      slider_(new Slider(theme, {}, 0)),
      value_(new NumberEdit(theme, tr("Value"), {.width = 58, .quiet = true})),
      minimum_(new NumberEdit(theme, tr("Left end of the slider"), {.width = 0})),
      maximum_(new NumberEdit(theme, tr("Right end of the slider"), {.width = 0})) {
    auto* more = new IconButton(theme, Icon::more, tr("Range of the slider, remove"), {.size = 22, .icon = 16});
    auto* remove = new IconButton(theme, Icon::close, tr("Remove the parameter"), {.size = 22, .icon = 15});
    more->setCheckable(true);

    auto* line = new QHBoxLayout;
    line->setSpacing(theme.px(4));
    line->addWidget(name_);
    line->addWidget(slider_, 1);
    line->addWidget(value_);
    line->addWidget(more);
    auto* range = new QWidget;
    auto* ends = new QHBoxLayout(range);
    ends->setContentsMargins(theme.px(58), 0, 0, 0);
    ends->setSpacing(theme.px(5));
    ends->addWidget(minimum_);
    ends->addWidget(makeLabel(tr("to"), LabelRole::hint));
    ends->addWidget(maximum_);
    ends->addWidget(remove);
    range->setVisible(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(4));
    column->addLayout(line);
    column->addWidget(range);

    connect(more, &QAbstractButton::toggled, range, &QWidget::setVisible);
    connect(remove, &QAbstractButton::clicked, this, [this] { Q_EMIT removed(index_); });
    connect(name_, &NameEdit::renamed, this, [this](const QString& name) { Q_EMIT renamed(index_, name); });
    const auto field = [this](NumberEdit* edit, double ParameterText::*member) {
        connect(edit, &NumberEdit::finished, this, &ParameterRow::finished);
        connect(edit, &NumberEdit::edited, this, [this, member](double number) {
            ParameterText next = parameter_;
            next.*member = number;
            changeTo(std::move(next));
        });
    };
    field(value_, &ParameterText::value);
    field(minimum_, &ParameterText::minimum);
    field(maximum_, &ParameterText::maximum);
    connect(slider_, &Slider::moved, this, [this](double number) {
        ParameterText next = parameter_;
        next.value = number;
        changeTo(std::move(next));
    });
    connect(slider_, &Slider::pressed, this, [this] { Q_EMIT dragging(true); });
    connect(slider_, &Slider::released, this, [this] {
        Q_EMIT dragging(false);
        Q_EMIT finished();
    });
}

void ParameterRow::display(const ParameterText& parameter) {
    parameter_ = parameter;
    name_->setName(QString::fromStdString(parameter.name));
    slider_->setAccessibleName(QString::fromStdString(parameter.name));
    slider_->setScale({.minimum = parameter.minimum, .maximum = parameter.maximum});
    slider_->setValue(parameter.value);
    value_->setValue(parameter.value);
    minimum_->setValue(parameter.minimum);
    maximum_->setValue(parameter.maximum);
}

/// A value beyond the slider's range takes the range with it: limits that exist only in the widget help nobody.
void ParameterRow::changeTo(ParameterText next) {
    if (next.minimum >= next.maximum) {
        minimum_->refuse(tr("The left end must lie below the right one"));
        maximum_->refuse(tr("The right end must lie above the left one"));
        return;
    }
    if (next.value != parameter_.value) {
        next.minimum = std::min(next.minimum, next.value);
        next.maximum = std::max(next.maximum, next.value);
    } else {
        next.value = std::clamp(next.value, next.minimum, next.maximum);
    }
    minimum_->refuse({});
    maximum_->refuse({});
    Q_EMIT changed(index_, next);
}

ParametersBox::ParametersBox(Document& document, const Theme& theme, QWidget* parent)
    : QWidget(parent),
      document_(document),
      theme_(theme),
      fold_(new Disclosure(theme, tr("Parameters"))),
      message_(new MessageLine(theme)) {
    auto* plus = new IconButton(theme, Icon::plus, tr("Add a parameter"), {.size = 22, .icon = 16});
    fold_->actions()->addWidget(plus);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(fold_);
    column->addWidget(message_);
    connect(plus, &QAbstractButton::clicked, this, &ParametersBox::add);
    connect(&document_, &Document::studyChanged, this, &ParametersBox::refresh);
    connect(&document_, &Document::opened, this,
            [this] { fold_->setOpen(!document_.study().problem.parameters.empty()); });
    refresh();
    fold_->setOpen(!rows_.empty());
}

ParameterRow* ParametersBox::makeRow(int index) {
    auto* row = new ParameterRow(theme_, index);
    connect(row, &ParameterRow::renamed, this, &ParametersBox::rename);
    connect(row, &ParameterRow::changed, this, &ParametersBox::change);
    connect(row, &ParameterRow::removed, this, &ParametersBox::remove);
    connect(row, &ParameterRow::finished, this, [this] { merge_.next(); });
    connect(row, &ParameterRow::dragging, &document_, &Document::setDragging);
    return row;
}

void ParametersBox::refresh() {
    const auto& parameters = document_.study().problem.parameters;
    resizeRows(rows_, *fold_->body(), parameters.size(), [this](int index) { return makeRow(index); });
    QStringList summary;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        rows_[i]->display(parameters[i]);
        summary << QString::fromStdString(parameters[i].name);
    }
    fold_->setSummary(summary.isEmpty() ? tr("none") : summary.join(", "));
    message_->setMessage({});
}

void ParametersBox::add() {
    Study next = document_.study();
    next.problem.parameters.push_back(
        {.name = freshName(next.problem, Place::parameter), .value = 1, .minimum = -2, .maximum = 2});
    fold_->setOpen(true);
    apply(tr("Add a parameter"), std::move(next));
}

void ParametersBox::rename(int index, const QString& name) {
    const ProblemText& problem = document_.study().problem;
    if (const std::string why = newNameProblem(problem, name.toStdString()); !why.empty()) {
        row(index).name().refuse(QString::fromStdString(why));
        return message_->setMessage(QString::fromStdString(why));
    }
    const std::string old = problem.parameters[static_cast<std::size_t>(index)].name;
    apply(tr("Rename a parameter"), renamed(document_.study(), old, name.toStdString()));
}

void ParametersBox::change(int index, const ParameterText& parameter) {
    Study next = document_.study();
    next.problem.parameters[static_cast<std::size_t>(index)] = parameter;
    apply(tr("Change %1").arg(QString::fromStdString(parameter.name)), std::move(next),
          merge_.text() + QString::number(index));
}

void ParametersBox::remove(int index) {
    Study next = document_.study();
    const std::string name = next.problem.parameters[static_cast<std::size_t>(index)].name;
    if (const QString why = whyNotRemoved(next.problem, name); !why.isEmpty()) return message_->setMessage(why);
    next.problem.parameters.erase(next.problem.parameters.begin() + index);
    apply(tr("Remove a parameter"), std::move(next));
}

void ParametersBox::apply(const QString& what, Study next, const QString& merge) {
    const Result<bool> done = document_.edit(what, std::move(next), merge);
    message_->setMessage(done ? QString() : QString::fromStdString(done.error().message));
}

}  // namespace bilevel::ui
