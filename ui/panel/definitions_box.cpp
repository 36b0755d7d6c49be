#include "ui/panel/definitions_box.h"

#include "ui/formula/math_symbol.h"
#include "ui/kit/icon_button.h"
#include "ui/kit/label.h"
#include "ui/panel/formula_words.h"
#include "ui/panel/rows.h"
#include "ui/panel/study_edits.h"

#include <QHBoxLayout>

#include <algorithm>
#include <utility>

namespace bilevel::ui {

DefinitionRow::DefinitionRow(const Theme& theme, int index, QWidget* parent)
    : QWidget(parent),
      name_(new NameEdit(theme, tr("Name of the definition"))),
      edit_(new FormulaEdit(theme, tr("Definition"))),
      formula_(new MathLabel(theme, 15)) {
    auto* remove = new IconButton(theme, Icon::close, tr("Remove the definition"), {.size = 22, .icon = 15});
    auto* line = new QHBoxLayout;
    line->setSpacing(theme.px(4));
    line->addWidget(name_, 0, Qt::AlignTop);
    line->addWidget(edit_, 1);
    line->addWidget(remove, 0, Qt::AlignTop);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(3));
    column->addLayout(line);
    column->addWidget(formula_);
    connect(name_, &NameEdit::renamed, this, [this, index](const QString& name) { Q_EMIT renamed(index, name); });
    connect(remove, &QAbstractButton::clicked, this, [this, index] { Q_EMIT removed(index); });
}

void DefinitionRow::display(const DefinitionText& definition) {
    name_->setName(QString::fromStdString(definition.name));
    const QString formula = QString::fromStdString(definition.formula);
    if (formula == shown_) return;
    shown_ = formula;
    edit_->setText(formula);
}

DefinitionsBox::DefinitionsBox(Document& document, const Theme& theme, QWidget* parent)
    : QWidget(parent),
      document_(document),
      theme_(theme),
      fold_(new Disclosure(theme, tr("Definitions"))),
      message_(new MessageLine(theme)) {
    auto* plus = new IconButton(theme, Icon::plus, tr("Add a definition"), {.size = 22, .icon = 16});
    fold_->actions()->addWidget(plus);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(fold_);
    column->addWidget(message_);
    connect(plus, &QAbstractButton::clicked, this, &DefinitionsBox::add);
    connect(&document_, &Document::studyChanged, this, &DefinitionsBox::refresh);
    refresh();
}

DefinitionRow* DefinitionsBox::makeRow(int index) {
    auto* row = new DefinitionRow(theme_, index);
    connect(row, &DefinitionRow::renamed, this, &DefinitionsBox::rename);
    connect(row, &DefinitionRow::removed, this, &DefinitionsBox::remove);
    connect(&row->edit(), &FormulaEdit::accepted, this, [this] { merge_.next(); });
    row->edit().setChecker([this, index](const QString& formula) { return take(index, formula); });
    return row;
}

void DefinitionsBox::refresh() {
    const ProblemText& problem = document_.study().problem;
    resizeRows(rows_, *fold_->body(), problem.definitions.size(), [this](int index) { return makeRow(index); });
    message_->setMessage({});
    QStringList summary;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        rows_[i]->display(problem.definitions[i]);
        summary << QString::fromStdString(problem.definitions[i].name);
    }
    fold_->setSummary(summary.isEmpty() ? tr("none") : summary.join(", "));
    std::vector<std::string> signature = formulaSignature(problem);
    if (signature == signature_) return;
    signature_ = std::move(signature);
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        rows_[i]->edit().setWords(formulaWords(problem, i));
        typeset(static_cast<int>(i));
    }
}

/// Written out below the field; one that is a lone name or number reads well enough as typed.
void DefinitionsBox::typeset(int index) {
    const std::string name = document_.study().problem.definitions[static_cast<std::size_t>(index)].name;
    row(index).formula().setContent([this, name](const MathStyle& style) -> std::vector<MathLine> {
        const Problem& problem = document_.problem();
        const auto& known = problem.names().definitions;
        const auto it = std::ranges::find_if(known, [&](const auto& entry) { return entry.second == name; });
        if (it == known.end()) return {};
        return {
            {layoutLead(style, name), layoutFormula(style, problem.graph(), it->first, problem.names(), true)}};
    });
}

std::optional<Error> DefinitionsBox::take(int index, const QString& formula) {
    Study next = document_.study();
    next.problem.definitions[static_cast<std::size_t>(index)].formula = formula.toStdString();
    const QString before = row(index).shown();
    row(index).setShown(formula);
    const Result<bool> done =
        document_.edit(tr("Edit a definition"), std::move(next), merge_.text() + QString::number(index));
    if (done) return {};
    row(index).setShown(before);
    Error error = done.error();
    // Positions in somebody else's formula mean nothing in this field.
    if (error.path != "problem.definitions[" + std::to_string(index) + "].formula") error.position = -1;
    return error;
}

void DefinitionsBox::add() {
    Study next = document_.study();
    next.problem.definitions.push_back({freshName(next.problem, Place::definition), "1"});
    fold_->setOpen(true);
    apply(tr("Add a definition"), std::move(next));
}

void DefinitionsBox::rename(int index, const QString& name) {
    const ProblemText& problem = document_.study().problem;
    if (const std::string why = newNameProblem(problem, name.toStdString()); !why.empty()) {
        row(index).name().refuse(QString::fromStdString(why));
        return message_->setMessage(QString::fromStdString(why));
    }
    const std::string old = problem.definitions[static_cast<std::size_t>(index)].name;
    apply(tr("Rename a definition"), renamed(document_.study(), old, name.toStdString()));
}

void DefinitionsBox::remove(int index) {
    Study next = document_.study();
    const std::string name = next.problem.definitions[static_cast<std::size_t>(index)].name;
    if (const QString why = whyNotRemoved(next.problem, name); !why.isEmpty()) return message_->setMessage(why);
    next.problem.definitions.erase(next.problem.definitions.begin() + index);
    apply(tr("Remove a definition"), std::move(next));
}

void DefinitionsBox::apply(const QString& what, Study next) {
    const Result<bool> done = document_.edit(what, std::move(next));
    message_->setMessage(done ? QString() : QString::fromStdString(done.error().message));
}

}  // namespace bilevel::ui
