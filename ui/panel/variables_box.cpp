#include "ui/panel/variables_box.h"

#include "ui/kit/icon_button.h"
#include "ui/kit/label.h"
#include "ui/panel/rows.h"

#include <QHBoxLayout>

#include <limits>
#include <utility>

namespace bilevel::ui {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

}  // namespace

VariableRow::VariableRow(const Theme& theme, QWidget* parent)
    : QWidget(parent),
      minimum_(new NumberEdit(theme, tr("Lower bound"), {.width = 0})),
      name_(new NameEdit(theme, tr("Name of the variable"))),
      maximum_(new NumberEdit(theme, tr("Upper bound"), {.width = 0})) {
    minimum_->setEmptyValue(-infinity);
    maximum_->setEmptyValue(infinity);
    auto* remove = new IconButton(theme, Icon::close, tr("Remove the variable"), {.size = 22, .icon = 15});
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(theme.px(4));
    line->addWidget(minimum_, 1);
    line->addWidget(makeLabel("≤", LabelRole::sub));
    line->addWidget(name_);
    line->addWidget(makeLabel("≤", LabelRole::sub));
    line->addWidget(maximum_, 1);
    line->addWidget(remove);

    connect(name_, &NameEdit::renamed, this, [this](const QString& to) { Q_EMIT renamed(name_->name(), to); });
    connect(remove, &QAbstractButton::clicked, this, [this] { Q_EMIT removed(name_->name()); });
    connect(minimum_, &NumberEdit::edited, this, [this](double value) {
        Q_EMIT bounded(name_->name(), {value, bounds_.maximum});
    });
    connect(maximum_, &NumberEdit::edited, this, [this](double value) {
        Q_EMIT bounded(name_->name(), {bounds_.minimum, value});
    });
    connect(minimum_, &NumberEdit::finished, this, &VariableRow::finished);
    connect(maximum_, &NumberEdit::finished, this, &VariableRow::finished);
}

void VariableRow::display(const std::string& name, const Interval& bounds) {
    bounds_ = bounds;
    name_->setName(QString::fromStdString(name));
    minimum_->setValue(bounds.minimum);
    maximum_->setValue(bounds.maximum);
}

VariablesBox::VariablesBox(Document& document, const Theme& theme, QWidget* parent)
    : QWidget(parent),
      document_(document),
      theme_(theme),
      fold_(new Disclosure(theme, tr("Variables"))),
      message_(new MessageLine(theme)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(fold_);
    column->addWidget(message_);
    build(upper_, tr("Upper level"));
    build(lower_, tr("Lower level"));
    connect(&document_, &Document::studyChanged, this, qOverload<>(&VariablesBox::refresh));
    refresh();
}

void VariablesBox::build(Level& level, const QString& title) {
    auto* plus = new IconButton(theme_, Icon::plus, tr("Add a variable to this level"), {.size = 22, .icon = 16});
    auto* head = new QHBoxLayout;
    head->addWidget(makeLabel(title, LabelRole::hint));
    head->addStretch();
    head->addWidget(plus);
    level.rows = new QVBoxLayout;
    level.rows->setSpacing(theme_.px(5));
    fold_->body()->addLayout(head);
    fold_->body()->addLayout(level.rows);
    connect(plus, &QAbstractButton::clicked, this, [this, &level] { add(level.place); });
}

VariableRow* VariablesBox::makeRow() {
    auto* row = new VariableRow(theme_);
    connect(row, &VariableRow::renamed, this, &VariablesBox::rename);
    connect(row, &VariableRow::bounded, this, &VariablesBox::bound);
    connect(row, &VariableRow::removed, this, &VariablesBox::remove);
    connect(row, &VariableRow::finished, this, [this] { merge_.next(); });
    return row;
}

VariableRow& VariablesBox::row(Place level, int index) {
    return *(level == Place::upper ? upper_ : lower_).list[static_cast<std::size_t>(index)];
}

void VariablesBox::refresh() {
    const ProblemText& problem = document_.study().problem;
    refresh(upper_, problem.upperVariables);
    refresh(lower_, problem.lowerVariables);
    QStringList summary;
    for (const std::string& name : problem.variables()) summary << QString::fromStdString(name);
    fold_->setSummary(summary.join(", "));
    message_->setMessage({});
}

void VariablesBox::refresh(Level& level, const std::vector<std::string>& names) {
    resizeRows(level.list, *level.rows, names.size(), [this](int) { return makeRow(); });
    for (std::size_t i = 0; i < names.size(); ++i)
        level.list[i]->display(names[i], document_.study().problem.boundsOf(names[i]));
}

void VariablesBox::add(Place level) {
    const Study& study = document_.study();
    fold_->setOpen(true);
    apply(tr("Add a variable"), withVariable(study, level, freshName(study.problem, level)));
}

void VariablesBox::rename(const QString& from, const QString& to) {
    if (const std::string why = newNameProblem(document_.study().problem, to.toStdString()); !why.empty()) {
        for (const Level* level : {&upper_, &lower_})
            for (VariableRow* row : level->list)
                if (row->name().name() == from) row->name().refuse(QString::fromStdString(why));
        return message_->setMessage(QString::fromStdString(why));
    }
    apply(tr("Rename %1").arg(from), renamed(document_.study(), from.toStdString(), to.toStdString()));
}

/// Bounds that leave the start outside take it along.
void VariablesBox::bound(const QString& name, const Interval& bounds) {
    Study next = document_.study();
    const std::string variable = name.toStdString();
    if (bounds == Interval{})
        next.problem.bounds.erase(variable);
    else
        next.problem.bounds[variable] = bounds;
    if (bounds.minimum <= bounds.maximum) {
        if (const auto it = next.problem.start.find(variable); it != next.problem.start.end())
            it->second = bounds.clamp(it->second);
        for (StudyRun& run : next.runs)
            if (const auto it = run.start.find(variable); it != run.start.end())
                it->second = bounds.clamp(it->second);
    }
    apply(tr("Bound %1").arg(name), std::move(next), merge_.text() + name);
}

void VariablesBox::remove(const QString& name) {
    const Study& study = document_.study();
    if (const QString why = whyNotRemoved(study.problem, name.toStdString()); !why.isEmpty())
        return message_->setMessage(why);
    apply(tr("Remove %1").arg(name), withoutVariable(study, name.toStdString()));
}

void VariablesBox::apply(const QString& what, Study next, const QString& merge) {
    const Result<bool> done = document_.edit(what, std::move(next), merge);
    message_->setMessage(done ? QString() : QString::fromStdString(done.error().message));
}

}  // namespace bilevel::ui
