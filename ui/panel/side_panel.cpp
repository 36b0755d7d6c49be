#include "ui/panel/side_panel.h"

#include <QApplication>
#include <QEvent>
#include <QScrollBar>
#include <QVBoxLayout>

namespace bilevel::ui {
namespace {

constexpr double panelWidth = 312;

}  // namespace

SidePanel::SidePanel(Document& document, Player& player, PlaneCamera& camera, const Theme& theme, QWidget* parent)
    : QFrame(parent),
      theme_(theme),
      area_(new QScrollArea),
      body_(new QWidget),
      problem_(new ProblemPanel(document, theme)),
      runs_(new RunList(document, player, theme)),
      parameters_(new ParamForm(document, theme)) {
    setObjectName("side");
    body_->setObjectName("sideBody");
    auto* stack = new QVBoxLayout(body_);
    stack->addWidget(problem_);
    stack->addWidget(runs_);
    stack->addWidget(parameters_);
    stack->addWidget(new ShowBox(camera, theme));
    stack->addStretch();
    area_->setWidgetResizable(true);
    area_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area_->setFrameShape(QFrame::NoFrame);
    area_->setFocusPolicy(Qt::NoFocus);
    area_->viewport()->setAutoFillBackground(false);
    area_->setWidget(body_);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 1, 0);  // the border on the right
    all->addWidget(area_);
    // The scroll bar lies over the margin: the content keeps its width whether there is one or not.
    area_->verticalScrollBar()->installEventFilter(this);
    connect(&document, &Document::opened, this, &SidePanel::discardDrafts);
    adopt();
}

/// What was being typed belongs to the study before.
void SidePanel::discardDrafts() {
    for (FormulaEdit* edit : findChildren<FormulaEdit*>()) edit->discard();
    for (NumberEdit* edit : findChildren<NumberEdit*>()) edit->discard();
    for (NameEdit* edit : findChildren<NameEdit*>()) edit->discard();
}

void SidePanel::adopt() {
    setFixedWidth(theme_.px(panelWidth));
    body_->layout()->setSpacing(theme_.px(15));
    const bool bar = area_->verticalScrollBar()->isVisible();
    const int side = theme_.px(18);
    body_->layout()->setContentsMargins(side, theme_.px(14),
                                        side - 1 - (bar ? area_->verticalScrollBar()->width() : 0), theme_.px(14));
}

bool SidePanel::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Show || event->type() == QEvent::Hide || event->type() == QEvent::Resize) adopt();
    return QFrame::eventFilter(watched, event);
}

void SidePanel::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::StyleChange) adopt();
}

}  // namespace bilevel::ui
