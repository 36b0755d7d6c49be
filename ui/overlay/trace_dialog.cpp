#include "ui/overlay/trace_dialog.h"

#include "ui/kit/label.h"
#include "ui/kit/to_text.h"
#include "ui/plane/variable_text.h"

#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace bilevel::ui {
namespace {

constexpr double margin = 20, gap = 8, groupGap = 18, dialogWidth = 560, mostRunsHeight = 132,
                 mostColumnsHeight = 330;
constexpr int runsPerLine = 3;

/// The variables whose columns no name gives away.
QString guessedVariables(const ProblemText& problem, const TraceMatch& named, const TraceMatch& now) {
    const std::vector<std::string> variables = problem.variables();
    QStringList guessed;
    for (std::size_t i = 0; i < variables.size(); ++i)
        if (named.variables[i] != now.variables[i]) guessed << variableText(variables[i]);
    return guessed.join(", ");
}

}  // namespace

TraceDialog::TraceDialog(const TraceFile& file, const ProblemText& problem, const TraceMatch& match,
                         const Theme& theme, QWidget* parent)
    : QDialog(parent),
      file_(file),
      problem_(problem),
      theme_(theme),
      columns_(new ColumnPicker(file, problem, guessRest(file, problem, match), theme)),
      kept_(makeLabel({}, LabelRole::hint)),
      message_(new MessageLine(theme)),
      overlay_(new QPushButton(tr("Overlay"))) {
    setWindowTitle(tr("Overlay a trace"));
    kept_->setWordWrap(true);
    auto* const cancel = new QPushButton(tr("Cancel"));
    overlay_->setDefault(true);
    auto* const buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(overlay_);

    auto* const column = new QVBoxLayout(this);
    const int around = theme.px(margin);
    column->setContentsMargins(around, around, around, around);
    column->setSpacing(theme.px(gap));
    column->addWidget(makeLabel(QString::fromStdString(file.source), LabelRole::title));
    if (file.runs.size() > 1) {
        column->addSpacing(theme.px(gap));
        column->addWidget(makeLabel(tr("Runs"), LabelRole::section));
        column->addWidget(scrolled(runChoice(), mostRunsHeight));
    }
    column->addSpacing(theme.px(gap));
    column->addWidget(makeLabel(tr("Columns"), LabelRole::section));
    column->addWidget(scrolled(columns_, mostColumnsHeight));
    if (const QString guessed = guessedVariables(problem, match, columns_->match()); !guessed.isEmpty())
        column->addWidget(makeLabel(tr("No column is called %1: this is a guess.").arg(guessed), LabelRole::sub));
    column->addSpacing(theme.px(gap));
    column->addWidget(kept_);
    column->addWidget(message_);
    column->addStretch();
    column->addSpacing(theme.px(groupGap));
    column->addLayout(buttons);
    setMinimumWidth(theme.px(dialogWidth));

    connect(columns_, &ColumnPicker::changed, this, &TraceDialog::check);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(overlay_, &QPushButton::clicked, this, &QDialog::accept);
    check();
}

QWidget* TraceDialog::runChoice() {
    auto* const choice = new QWidget;
    auto* const grid = new QGridLayout(choice);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(theme_.px(6));
    for (const TraceFile::Run& run : file_.runs) {
        auto* const chip = new Chip(theme_, toText(run.name), true);
        chip->setToolTip(tr("%1 rows").arg(run.rows.size()));
        connect(chip, &QAbstractButton::toggled, this, &TraceDialog::check);
        const int index = static_cast<int>(chips_.size());
        grid->addWidget(chip, index / runsPerLine, index % runsPerLine);
        chips_.push_back(chip);
    }
    return choice;
}

/// As high as what is in it, up to a height from which on it scrolls.
QWidget* TraceDialog::scrolled(QWidget* inside, double height) {
    auto* const area = new QScrollArea;
    inside->setObjectName("sideBody");  // transparent, see the style sheet
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidgetResizable(true);
    area->setWidget(inside);
    area->setFixedHeight(std::min(inside->sizeHint().height(), theme_.px(height)));
    return area;
}

std::vector<std::size_t> TraceDialog::runs() const {
    std::vector<std::size_t> wanted;
    for (std::size_t i = 0; i < file_.runs.size(); ++i)
        if (chips_.empty() || chips_[i]->isChecked()) wanted.push_back(i);
    return wanted;
}

/// Says what else is kept, and what still stands in the way.
void TraceDialog::check() {
    const TraceMatch now = match();
    QStringList names;
    for (const std::string& name : keptColumns(file_, now)) names << toText(name);
    const auto nameAt = [&](int column) { return toText(file_.columns[static_cast<std::size_t>(column)].name); };
    QString kept = now.iteration < 0 ? tr("The rows are counted.")
                                     : tr("‘%1’ counts the iterations.").arg(nameAt(now.iteration));
    if (now.seconds >= 0) kept += ' ' + tr("‘%1’ is the time in seconds.").arg(nameAt(now.seconds));
    if (!names.isEmpty()) kept += ' ' + tr("Kept for charts and table: %1.").arg(names.join(", "));
    kept_->setText(kept);

    const std::optional<Error> wrong = checkMatch(file_, problem_, now);
    QString why = wrong ? QString::fromStdString(wrong->message) : QString();
    if (why.isEmpty() && runs().empty()) why = tr("No run is chosen.");
    message_->setMessage(why);
    overlay_->setEnabled(why.isEmpty());
}

}  // namespace bilevel::ui
