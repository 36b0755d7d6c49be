#include "ui/trace/result_view.h"

#include "ui/kit/copy_table.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>

namespace bilevel::ui {
namespace {

constexpr int unsorted = -1;

/// The table on one row of its own is no choice.
constexpr qsizetype fewestChosen = 2;

}  // namespace

ResultView::ResultView(Document& document, const Theme& theme, QWidget* parent)
    : QWidget(parent), document_(document), theme_(theme), model_(theme), table_(new QTableView(this)) {
    sorted_.setSourceModel(&model_);
    sorted_.setSortRole(ResultModel::sortRole);
    build();
    connect(&document_, &Document::selectionChanged, this, &ResultView::follow);
    connect(&model_, &QAbstractItemModel::modelReset, this, &ResultView::fitColumns);
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& current) {
                if (current.isValid() && !following_)
                    document_.select(model_.runAt(sorted_.mapToSource(current).row()));
            });
}

void ResultView::build() {
    table_->setModel(&sorted_);
    table_->setSortingEnabled(true);
    table_->sortByColumn(unsorted, Qt::AscendingOrder);
    table_->setFrameShape(QFrame::NoFrame);
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table_->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table_->setShowGrid(false);
    table_->setWordWrap(false);
    table_->setTabKeyNavigation(false);
    table_->setCornerWidget(new QWidget(table_));  // nothing, in place of a frame
    table_->setAccessibleName(tr("How the runs ended"));
    table_->setAccessibleDescription(
        tr("S sorts by the column of the current cell; Ctrl+C copies as CSV, with Shift as "
           "Markdown, with Alt as LaTeX"));
    table_->verticalHeader()->hide();
    table_->horizontalHeader()->setHighlightSections(false);
    table_->horizontalHeader()->setStretchLastSection(true);
    table_->installEventFilter(this);

    auto* buttons = new QVBoxLayout;
    const auto add = [&](const QString& text, const QString& tip, void (ResultView::*action)() const) {
        auto* button =
            new IconButton(theme_, Icon::copy, tip, {.size = 28, .icon = 15, .framed = true, .text = text}, this);
        connect(button, &QAbstractButton::clicked, this, action);
        buttons->addWidget(button);
    };
    add(tr("CSV"), tr("Copy the table as CSV, with every digit (Ctrl+C)"), &ResultView::copyCsv);
    add(tr("Markdown"), tr("Copy the table as Markdown (Ctrl+Shift+C)"), &ResultView::copyMarkdown);
    add(tr("LaTeX"), tr("Copy the table as a LaTeX tabular (Ctrl+Alt+C)"), &ResultView::copyLatex);
    buttons->addStretch();
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(table_, 1);
    row->addLayout(buttons);
}

void ResultView::refresh() {
    stale_ = !isVisible();
    if (stale_) return;
    following_ = true;
    model_.show(document_.runs());
    following_ = false;
    follow();
}

/// The run that is selected elsewhere is the current row here.
void ResultView::follow() {
    if (stale_ || !isVisible()) return;
    for (int row = 0; row < sorted_.rowCount(); ++row) {
        if (model_.runAt(sorted_.mapToSource(sorted_.index(row, 0)).row()) != document_.selected()) continue;
        if (table_->currentIndex().row() == row) return;
        following_ = true;
        table_->setCurrentIndex(sorted_.index(row, std::max(0, table_->currentIndex().column())));
        following_ = false;
        return;
    }
}

void ResultView::fitColumns() {
    table_->verticalHeader()->setDefaultSectionSize(theme_.px(26));
    table_->setIconSize(QSize(theme_.px(26), theme_.px(14)));
    const QFontMetrics heading(table_->horizontalHeader()->font());
    for (int column = 0; column < sorted_.columnCount(); ++column) {
        int room =
            heading.horizontalAdvance(sorted_.headerData(column, Qt::Horizontal).toString()) + theme_.px(14);
        for (int row = 0; row < sorted_.rowCount(); ++row) {
            const QModelIndex cell = sorted_.index(row, column);
            room = std::max(
                room,
                QFontMetrics(cell.data(Qt::FontRole).value<QFont>()).horizontalAdvance(cell.data().toString()));
        }
        const int icon = column == 0 ? table_->iconSize().width() + theme_.px(8) : 0;
        table_->setColumnWidth(column, room + icon + theme_.px(22));
    }
}

ResultTable ResultView::copied() const {
    std::vector<int> rows;
    const QModelIndexList chosen = table_->selectionModel()->selectedRows();
    for (const QModelIndex& index : chosen) rows.push_back(index.row());
    if (chosen.size() < fewestChosen) {
        rows.clear();
        for (int row = 0; row < sorted_.rowCount(); ++row) rows.push_back(row);
    }
    std::ranges::sort(rows);
    ResultTable table{model_.table().columns, {}};
    for (const int row : rows)
        table.rows.push_back(
            model_.table().rows[static_cast<std::size_t>(sorted_.mapToSource(sorted_.index(row, 0)).row())]);
    return table;
}

void ResultView::copyCsv() const { copyTable(toCsv(copied())); }

void ResultView::copyMarkdown() const {
    QApplication::clipboard()->setText(QString::fromStdString(toMarkdown(copied())));
}

void ResultView::copyLatex() const {
    QApplication::clipboard()->setText(QString::fromStdString(toLatex(copied())));
}

void ResultView::sortByCurrent() {
    const int column = std::max(0, table_->currentIndex().column());
    const QHeaderView* const header = table_->horizontalHeader();
    const bool again =
        header->sortIndicatorSection() == column && header->sortIndicatorOrder() == Qt::AscendingOrder;
    table_->sortByColumn(column, again ? Qt::DescendingOrder : Qt::AscendingOrder);
}

bool ResultView::eventFilter(QObject* watched, QEvent* event) {
    if (watched != table_ || event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
    auto* const key = static_cast<QKeyEvent*>(event);
    if (key->matches(QKeySequence::Copy)) {
        copyCsv();
    } else if (key->key() == Qt::Key_C && key->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier)) {
        copyMarkdown();
    } else if (key->key() == Qt::Key_C && key->modifiers() == (Qt::ControlModifier | Qt::AltModifier)) {
        copyLatex();
    } else if (key->key() == Qt::Key_S && key->modifiers() == Qt::NoModifier) {
        sortByCurrent();
    } else {
        return false;
    }
    return true;
}

void ResultView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
}

void ResultView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange && isVisible()) fitColumns();
}

}  // namespace bilevel::ui
