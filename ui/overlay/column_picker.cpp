#include "ui/overlay/column_picker.h"

#include "ui/formula/symbol_label.h"
#include "ui/kit/label.h"
#include "ui/kit/number_text.h"
#include "ui/kit/to_text.h"
#include "ui/plane/variable_text.h"

#include <algorithm>

namespace bilevel::ui {
namespace {

constexpr int none = -1, previewed = 3, digits = 4;
constexpr double symbolSize = 16, symbolWidth = 40, comboWidth = 200, previewWidth = 250, rowGap = 8, gap = 14;

/// "0, 0.5, 0.75, …" of the first run.
QString firstNumbers(const TraceFile& file, int column) {
    const std::vector<double>& numbers = file.columns[static_cast<std::size_t>(column)].numbers;
    const std::vector<std::size_t>& rows = file.runs.front().rows;
    QStringList texts;
    for (std::size_t i = 0; i < std::min<std::size_t>(previewed, rows.size()); ++i)
        texts << numberText(numbers[rows[i]], digits);
    return texts.join(",  ") + (rows.size() > previewed ? QStringLiteral(",  …") : QString());
}

}  // namespace

ColumnPicker::ColumnPicker(const TraceFile& file, const ProblemText& problem, const TraceMatch& match,
                           const Theme& theme, QWidget* parent)
    : QWidget(parent), file_(file), theme_(theme), match_(match), grid_(new QGridLayout(this)) {
    grid_->setContentsMargins(0, 0, 0, 0);
    grid_->setColumnMinimumWidth(0, theme.px(symbolWidth));
    grid_->setColumnStretch(2, 1);
    grid_->setHorizontalSpacing(theme.px(gap));
    grid_->setVerticalSpacing(theme.px(rowGap));
    const std::vector<std::string> variables = problem.variables();
    for (std::size_t i = 0; i < variables.size(); ++i)
        addLine(variableText(variables[i]), toText(variables[i]), tr("choose a column"), match.variables[i]);
    addLine("f", "f", tr("computed from the formula"), match.f);
    addLine("g", "g", tr("computed from the formula"), match.g);
}

void ColumnPicker::addLine(const QString& symbol, const QString& name, const QString& without, int chosen) {
    auto* const label = new SymbolLabel(theme_, symbolSize, this);
    label->setContent([symbol](const MathStyle& style) { return math::text(style, symbol, true); }, name);
    auto* const combo = new Combo(theme_, this);
    combo->setProperty("compact", true);
    combo->setAccessibleName(tr("Column of %1").arg(name));
    combo->setFixedWidth(theme_.px(comboWidth));
    combo->addItem(without, none);
    for (std::size_t i = 0; i < file_.columns.size(); ++i)
        if (!file_.columns[i].numbers.empty() && !file_.columns[i].tellsRunsApart)
            combo->addItem(toText(file_.columns[i].name), static_cast<int>(i));
    combo->setCurrentIndex(std::max(0, combo->findData(chosen)));
    auto* const preview = makeLabel({}, LabelRole::hint, this);
    preview->setMinimumWidth(theme_.px(previewWidth));

    const std::size_t line = lines_.size();
    lines_.push_back({combo, preview});
    const int row = static_cast<int>(line);
    grid_->addWidget(label, row, 0, Qt::AlignRight | Qt::AlignVCenter);
    grid_->addWidget(combo, row, 1);
    grid_->addWidget(preview, row, 2);
    showNumbers(line);
    connect(combo, &QComboBox::currentIndexChanged, this, [this, line] {
        showNumbers(line);
        Q_EMIT changed();
    });
}

void ColumnPicker::showNumbers(std::size_t line) {
    const int column = chosen(line);
    lines_[line].preview->setText(column == none ? QString() : firstNumbers(file_, column));
}

TraceMatch ColumnPicker::match() const {
    TraceMatch now = match_;
    const std::size_t variables = now.variables.size();
    for (std::size_t i = 0; i < variables; ++i) now.variables[i] = chosen(i);
    now.f = chosen(variables);
    now.g = chosen(variables + 1);
    const auto taken = [&](int column) {
        return std::ranges::count(now.variables, column) > 0 || now.f == column || now.g == column;
    };
    for (int* const counted : {&now.iteration, &now.seconds})
        if (taken(*counted)) *counted = none;
    return now;
}

}  // namespace bilevel::ui
