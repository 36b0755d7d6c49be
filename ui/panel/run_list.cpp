#include "ui/panel/run_list.h"

#include "ui/kit/label.h"
#include "ui/kit/number_text.h"
#include "ui/kit/to_text.h"
#include "ui/panel/rows.h"

#include <QHBoxLayout>
#include <QMenu>

#include <algorithm>
#include <cmath>
#include <utility>

namespace bilevel::ui {
namespace {

/// The first logarithmic measure of convergence among `terms` that some run has recorded.
const Term* recordedMeasure(std::span<const Term> terms, const std::vector<RunView>& runs) {
    for (const Term& term : terms) {
        if (term.kind != Term::Kind::logarithmic || term.group != Term::Group::convergence) continue;
        for (const RunView& run : runs)
            if (run.trajectory && !run.trajectory->column(term.id).empty()) return &term;
    }
    return nullptr;
}

double valueAt(const Trajectory& trajectory, std::string_view column, int row) {
    const std::span<const double> values = trajectory.column(column);
    return values.empty() ? std::nan("") : values[static_cast<std::size_t>(row)];
}

}  // namespace

RunList::RunList(Document& document, Player& player, const Theme& theme, QWidget* parent)
    : QWidget(parent),
      document_(document),
      player_(player),
      theme_(theme),
      measure_(new SymbolLabel(theme, 14)),
      list_(new QVBoxLayout),
      add_(new IconButton(theme, Icon::plus, tr("Run another method beside these"),
                          {.size = 26, .icon = 15, .text = tr("Add method")})),
      iterations_(new NumberEdit(theme, tr("Iterations"), {.width = 66})),
      message_(new MessageLine(theme)) {
    list_->setSpacing(0);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(5));
    column->addLayout(head());
    column->addLayout(list_);
    column->addLayout(foot());
    column->addWidget(message_);
    connect(&document_, &Document::studyChanged, this, &RunList::refresh);
    connect(&document_, &Document::selectionChanged, this, &RunList::refresh);
    connect(&document_, &Document::trajectoriesChanged, this, &RunList::refresh);
    connect(&player_, &Player::rowChanged, this, &RunList::refreshValues);
    refresh();
}

QLayout* RunList::head() {
    auto* objective = new SymbolLabel(theme_, 14);
    objective->setContent([](const MathStyle& style) { return math::text(style, "f", true); },
                          tr("Upper objective"));
    objective->setToolTip(tr("Upper objective at the current iterate"));
    for (SymbolLabel* label : {objective, measure_}) label->setAlignment(Qt::AlignRight);
    auto* line = new QHBoxLayout;
    line->setSpacing(0);
    line->addWidget(makeLabel(tr("Methods"), LabelRole::section));
    line->addStretch();
    line->addWidget(objective);
    objective->setFixedWidth(theme_.px(60));
    measure_->setFixedWidth(theme_.px(RunRow::firstColumn - RunRow::secondColumn));
    line->addWidget(measure_);
    line->addSpacing(theme_.px(RunRow::secondColumn));
    return line;
}

QLayout* RunList::foot() {
    auto* menu = new QMenu(this);
    menu->setToolTipsVisible(true);
    for (const Algorithm& algorithm : algorithms())
        menu->addAction(toText(algorithm.name), this, [this, &algorithm] { add(algorithm); })
            ->setToolTip(toText(algorithm.summary));
    connect(add_, &QAbstractButton::clicked, this,
            [this, menu] { menu->popup(add_->mapToGlobal(QPoint(0, add_->height() + 2))); });
    connect(iterations_, &NumberEdit::edited, this, &RunList::takeIterations);
    connect(iterations_, &NumberEdit::finished, this, [this] { merge_.next(); });

    auto* line = new QHBoxLayout;
    line->setSpacing(theme_.px(6));
    line->addWidget(add_);
    line->addStretch();
    line->addWidget(makeLabel(tr("Iterations"), LabelRole::sub));
    line->addWidget(iterations_);
    return line;
}

RunRow* RunList::makeRow(int index) {
    auto* row = new RunRow(theme_, index);
    connect(row, &RunRow::chosen, &document_, &Document::select);
    connect(row, &RunRow::visibleAsked, this, qOverload<int, bool>(&RunList::setVisible));
    connect(row, &RunRow::duplicateAsked, this, &RunList::duplicate);
    connect(row, &RunRow::removeAsked, this, &RunList::remove);
    return row;
}

void RunList::refresh() {
    const auto& runs = document_.runs();
    resizeRows(rows_, *list_, runs.size(), [this](int index) { return makeRow(index); });
    for (std::size_t i = 0; i < rows_.size(); ++i)
        rows_[i]->display(runs[i], static_cast<int>(i) == document_.selected());
    iterations_->setValue(document_.study().iterations);
    message_->setMessage({});
    chooseMeasure();
    refreshValues();
}

void RunList::chooseMeasure() {
    const auto& runs = document_.runs();
    const Term* term = recordedMeasure(glossary(), runs);
    for (std::size_t i = 0; !term && i < runs.size(); ++i)
        if (runs[i].algorithm) term = recordedMeasure(runs[i].algorithm->terms, runs);
    const std::string id(term ? term->id : std::string_view());
    if (id == measureId_) return;
    measureId_ = id;
    const QString symbol = term ? toText(term->symbol) : QString();
    measure_->setContent([symbol](const MathStyle& style) { return math::text(style, symbol, true); }, symbol);
    measure_->setToolTip(term ? toText(term->meaning) : QString());
}

void RunList::refreshValues() {
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        const RunView& run = document_.runs()[i];
        if (!run.trajectory || run.trajectory->rows() == 0 || !run.visible) {
            rows_[i]->setValues("–", "–", false);
            continue;
        }
        const Trajectory& t = *run.trajectory;
        const int last = t.rows() - 1, row = std::min(player_.row(), last);
        double measure = valueAt(t, measureId_, row);
        const bool dated = std::isnan(measure) && row == last && row > 0;
        if (dated) measure = valueAt(t, measureId_, row - 1);
        rows_[i]->setValues(liveText(valueAt(t, "f", row)), liveText(measure), dated);
    }
}

void RunList::add(const Algorithm& algorithm) {
    Study next = document_.study();
    next.runs.push_back({.method = std::string(algorithm.id)});
    apply(tr("Add %1").arg(toText(algorithm.name)), std::move(next));
    document_.select(count() - 1);
}

void RunList::duplicate(int index) {
    Study next = document_.study();
    next.runs.push_back(next.runs[static_cast<std::size_t>(index)]);
    apply(tr("Duplicate a method"), std::move(next));
    document_.select(count() - 1);
}

void RunList::remove(int index) {
    Study next = document_.study();
    next.runs.erase(next.runs.begin() + index);
    apply(tr("Remove a method"), std::move(next));
}

void RunList::setVisible(int index, bool visible) {
    Study next = document_.study();
    next.runs[static_cast<std::size_t>(index)].visible = visible;
    apply(visible ? tr("Show a method") : tr("Hide a method"), std::move(next));
}

void RunList::takeIterations(double value) {
    if (value < 1 || value > maximumIterations || value != std::floor(value)) {
        const QString reason = tr("Iterations are a whole number from 1 to 1 000 000");
        iterations_->refuse(reason);
        return message_->setMessage(reason);
    }
    Study next = document_.study();
    next.iterations = static_cast<int>(value);
    apply(tr("Change the number of iterations"), std::move(next), merge_.text());
}

void RunList::apply(const QString& what, Study next, const QString& merge) {
    const Result<bool> done = document_.edit(what, std::move(next), merge);
    message_->setMessage(done ? QString() : QString::fromStdString(done.error().message));
}

}  // namespace bilevel::ui
