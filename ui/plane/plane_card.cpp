#include "ui/plane/plane_card.h"

#include "ui/kit/label.h"
#include "ui/plane/coordinate_menu.h"
#include "ui/plane/ramp_legend.h"
#include "ui/plane/variable_text.h"

#include <QEvent>
#include <QVBoxLayout>

namespace bilevel::ui {

QString objectiveHtml(const ProblemText& problem, bool upper) {
    QStringList names;
    for (const QString& name : argumentsText(problem.variables()).split(QStringLiteral(", ")))
        names << QStringLiteral("<i>%1</i>").arg(name.toHtmlEscaped());
    return QStringLiteral("<i>%1</i>(%2)").arg(upper ? "f" : "g", names.join(QStringLiteral(", ")));
}

PlaneCard::PlaneCard(Document& document, Player& player, PlaneCamera& camera, const Theme& theme, bool upper,
                     QWidget* parent)
    : QFrame(parent),
      document_(document),
      theme_(theme),
      upper_(upper),
      header_(new QHBoxLayout),
      formula_(new QLabel(this)),
      legend_(new RampLegend(theme, upper, this)),
      view_(new PlaneView(document, player, camera, theme, upper, this)) {
    setObjectName(QStringLiteral("card"));
    header_->addWidget(makeLabel(upper ? tr("Upper objective") : tr("Lower objective"), LabelRole::title, this));
    header_->addWidget(formula_);
    header_->addStretch(1);
    header_->addWidget(new CoordinateMenu(document, camera, theme, this));
    header_->addWidget(legend_);
    formula_->setTextFormat(Qt::RichText);

    auto* column = new QVBoxLayout(this);
    column->addLayout(header_);
    column->addWidget(view_, 1);
    connect(&document_, &Document::studyChanged, this, &PlaneCard::adoptNames);
    adoptTheme();
    adoptNames();
}

void PlaneCard::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::StyleChange) adoptTheme();
}

void PlaneCard::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    makeRoom();
}

/// In a narrow card the legend gives way to the heading.
void PlaneCard::makeRoom() {
    int needed =
        header_->sizeHint().width() + layout()->contentsMargins().left() + layout()->contentsMargins().right();
    if (legend_->isHidden()) needed += legend_->sizeHint().width() + header_->spacing();
    legend_->setHidden(needed > width());
}

void PlaneCard::adoptTheme() {
    layout()->setContentsMargins(theme_.px(16), theme_.px(12), theme_.px(10), theme_.px(8));
    layout()->setSpacing(theme_.px(8));
    header_->setSpacing(theme_.px(8));
    header_->setContentsMargins(0, 0, theme_.px(8), 0);
    // Through a rule of its own: the application's style sheet outranks a label's font.
    formula_->setStyleSheet(QStringLiteral("font-family: '%1'; font-size: %2px;")
                                .arg(theme_.math(18).families().join(QStringLiteral("', '")))
                                .arg(theme_.px(18)));
}

void PlaneCard::adoptNames() {
    if (!document_.study().problem.upper.empty())
        formula_->setText(objectiveHtml(document_.study().problem, upper_));
    makeRoom();
}

}  // namespace bilevel::ui
