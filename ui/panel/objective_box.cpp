#include "ui/panel/objective_box.h"

#include "core/io/derivation.h"
#include "ui/kit/label.h"
#include "ui/panel/formula_words.h"

#include <QHBoxLayout>

#include <utility>

namespace bilevel::ui {

ObjectiveBox::ObjectiveBox(Document& document, const Theme& theme, Level level, QWidget* parent)
    : QWidget(parent),
      document_(document),
      level_(level),
      typed_(level == Level::upper ? &ProblemText::upper : &ProblemText::lower),
      merge_(level == Level::upper ? "upper objective" : "lower objective") {
    const QString title = level == Level::upper ? tr("Upper objective") : tr("Lower objective");
    edit_ = new FormulaEdit(theme, title);
    formula_ = new MathLabel(theme, 17);
    derivatives_ =
        new IconButton(theme, Icon::partial, tr("Show the partial derivatives"), {.size = 20, .icon = 16});
    derivatives_->setCheckable(true);

    auto* head = new QHBoxLayout;
    head->setContentsMargins(0, 0, 0, 0);
    auto* label = makeLabel(title, LabelRole::sub);
    label->setBuddy(edit_);
    head->addWidget(label);
    head->addStretch();
    head->addWidget(derivatives_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(3));
    column->addLayout(head);
    column->addWidget(edit_);
    column->addSpacing(theme.px(4));
    column->addWidget(formula_);

    edit_->setChecker([this](const QString& text) { return take(text); });
    connect(edit_, &FormulaEdit::accepted, this, [this] { merge_.next(); });
    connect(derivatives_, &QAbstractButton::toggled, this, &ObjectiveBox::typeset);
    connect(&document_, &Document::studyChanged, this, &ObjectiveBox::refresh);
    offerCopies();
    refresh();
}

void ObjectiveBox::offerCopies() {
    const auto written = [this](auto print) {
        const Problem& problem = document_.problem();
        return QString::fromStdString(std::string(symbol()) + " = " +
                                      print(problem.graph(), objective().value, problem.names()));
    };
    formula_->addCopy(tr("Copy formula"), [written] { return written(printText); });
    formula_->addCopy(tr("Copy as LaTeX"), [written] { return written(printLatex); });
    formula_->addCopy(tr("Copy f, g and their gradients as LaTeX"),
                      [this] { return QString::fromStdString(derivationLatex(document_.problem(), 1)); });
}

const Problem::Objective& ObjectiveBox::objective() const {
    return level_ == Level::upper ? document_.problem().upper() : document_.problem().lower();
}

std::optional<Error> ObjectiveBox::take(const QString& text) {
    Study next = document_.study();
    next.problem.*typed_ = text.toStdString();
    const QString before = std::exchange(shown_, text);
    const Result<bool> done =
        document_.edit(level_ == Level::upper ? tr("Edit f") : tr("Edit g"), std::move(next), merge_.text());
    if (done) return {};
    shown_ = before;
    return done.error();
}

void ObjectiveBox::refresh() {
    const ProblemText& problem = document_.study().problem;
    // What is being typed stays, right or wrong, until the formula changes from elsewhere.
    if (const QString formula = QString::fromStdString(problem.*typed_); formula != shown_ || signature_.empty()) {
        shown_ = formula;
        edit_->setText(formula);
    }
    if (std::vector<std::string> signature = formulaSignature(problem); signature != signature_) {
        signature_ = std::move(signature);
        edit_->setWords(formulaWords(problem));
        typeset();
    }
}

void ObjectiveBox::typeset() {
    formula_->setContent([this](const MathStyle& style) { return lines(style); });
    const Problem& problem = document_.problem();
    formula_->setText(QString::fromStdString(std::string(symbol()) + " = " +
                                             printText(problem.graph(), objective().value, problem.names())));
}

std::vector<MathLine> ObjectiveBox::lines(const MathStyle& style) const {
    const Problem& problem = document_.problem();
    const auto formula = [&](NodeId node) { return layoutFormula(style, problem.graph(), node, problem.names()); };
    std::vector<MathLine> lines{{layoutLead(style, symbol()), formula(objective().value)}};
    if (!derivatives_->isChecked()) return lines;
    for (std::size_t i = 0; i < objective().gradient.size(); ++i)
        lines.push_back(
            {layoutPartialLead(style, symbol(), problem.variables()[i]), formula(objective().gradient[i])});
    return lines;
}

}  // namespace bilevel::ui
