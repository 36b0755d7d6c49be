#include "ui/export/option_grid.h"

#include "ui/kit/label.h"

#include <QEvent>

namespace bilevel::ui {
namespace {

constexpr double nameWidth = 66, gap = 8, rowGap = 10;

}  // namespace

OptionGrid::OptionGrid(const Theme& theme, QWidget* parent)
    : QWidget(parent), theme_(theme), grid_(new QGridLayout(this)) {
    grid_->setContentsMargins(0, 0, 0, 0);
    grid_->setColumnStretch(1, 1);
    adopt();
}

void OptionGrid::addRow(const QString& name, std::initializer_list<QWidget*> widgets) {
    const int row = grid_->rowCount();
    grid_->addWidget(makeLabel(name, LabelRole::sub, this), row, 0);
    auto* line = new QHBoxLayout;
    line->setSpacing(theme_.px(gap));
    for (QWidget* widget : widgets) {
        const bool fixed = widget->minimumWidth() == widget->maximumWidth();
        line->addWidget(widget, 0, fixed ? Qt::AlignLeft : Qt::Alignment());
    }
    grid_->addLayout(line, row, 1);
}

void OptionGrid::adopt() {
    grid_->setColumnMinimumWidth(0, theme_.px(nameWidth));
    grid_->setHorizontalSpacing(theme_.px(gap));
    grid_->setVerticalSpacing(theme_.px(rowGap));
}

void OptionGrid::changeEvent(QEvent* event) {
    if (event->type() == QEvent::StyleChange) adopt();
    QWidget::changeEvent(event);
}

}  // namespace bilevel::ui
