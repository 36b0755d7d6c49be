#pragma once

#include "ui/document/document.h"
#include "ui/formula/formula_edit.h"
#include "ui/formula/math_label.h"
#include "ui/kit/icon_button.h"
#include "ui/panel/merge_key.h"

namespace bilevel::ui {

/// One objective: its formula to type, and below it as it was understood, with its partial derivatives on demand.
class ObjectiveBox : public QWidget {
    Q_OBJECT
public:
    enum class Level { upper, lower };

    ObjectiveBox(Document& document, const Theme& theme, Level level, QWidget* parent = nullptr);

    FormulaEdit& edit() { return *edit_; }
    MathLabel& formula() { return *formula_; }
    void showDerivatives(bool on) { derivatives_->setChecked(on); }

private:
    void refresh();
    void typeset();
    void offerCopies();
    std::optional<Error> take(const QString& text);
    std::vector<MathLine> lines(const MathStyle& style) const;
    const Problem::Objective& objective() const;
    const char* symbol() const { return level_ == Level::upper ? "f" : "g"; }

    Document& document_;
    Level level_;
    std::string ProblemText::*typed_;  ///< the formula of this level
    FormulaEdit* edit_;
    MathLabel* formula_;
    IconButton* derivatives_;
    MergeKey merge_;
    QString shown_;                       ///< the study's formula when it was last looked at
    std::vector<std::string> signature_;  ///< of what is typeset
};

}  // namespace bilevel::ui
